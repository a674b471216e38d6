// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Tests in and after loops: what a loop changes is not known in it.

#include "page.h"

bool PageSlab(const struct page *page);
bool PageAnon(const struct page *page);
struct page *next(struct page *page);
void sink(struct page *page);
void fill(struct page **page);
#define likely(x) __builtin_expect(!!(x), 1)
#define DO_IF(c, p) do { if (!(c)) break; sink(p); } while (0)

void conditions(struct page *p, struct page *q, int c) {
  while (PageSlab(p)) {        // flow: argument param:conditions#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:conditions#0 -> param:sink#0 guards=PageSlab
    p = next(p);               // flow: argument param:conditions#0 -> param:next#0 guards=PageSlab
    // flow: assign return:next -> param:conditions#0 ; assign param:conditions#0 -> param:conditions#0 through=next#0 guards=PageSlab
  }
  sink(p);                     // flow: argument param:conditions#0 -> param:sink#0 guards=!PageSlab
  for (; PageAnon(q); c++)     // flow: argument param:conditions#1 -> param:PageAnon#0
    sink(q);                   // flow: argument param:conditions#1 -> param:sink#0 guards=PageAnon
  do {
    sink(q);                   // flow: argument param:conditions#1 -> param:sink#0 guards=!PageAnon
  } while (PageSlab(q));       // flow: argument param:conditions#1 -> param:PageSlab#0 guards=!PageAnon
  sink(q);                     // flow: argument param:conditions#1 -> param:sink#0 guards=!PageAnon,!PageSlab
}

void changed(struct page *p, struct page *q, struct vm_fault *vmf, int c) {
  if (!PageSlab(p) || !PageSlab(q) || !PageSlab(vmf->page)) // flow: argument param:changed#0 -> param:PageSlab#0 ; argument param:changed#1 -> param:PageSlab#0 ; argument member:vm_fault.page -> param:PageSlab#0
    return;
  while (c--) {
    sink(p);                   // flow: argument param:changed#0 -> param:sink#0
    sink(q);                   // flow: argument param:changed#1 -> param:sink#0 guards=PageSlab
    sink(vmf->page);           // flow: argument member:vm_fault.page -> param:sink#0
    p = next(q);               // flow: argument param:changed#1 -> param:next#0 guards=PageSlab ; assign return:next -> param:changed#0
    // flow: assign param:changed#1 -> param:changed#0 through=next#0 guards=PageSlab
    vmf->page = p;             // flow: assign param:changed#0 -> member:vm_fault.page
  }
  sink(p);                     // flow: argument param:changed#0 -> param:sink#0
  sink(q);                     // flow: argument param:changed#1 -> param:sink#0 guards=PageSlab
  for (;; fill(&q)) {          // flow: argument param:changed#1 -> param:fill#0 through=&
    sink(q);                   // flow: argument param:changed#1 -> param:sink#0
    if (c)
      break;
  }
}

void left(struct page *p, struct page *q, int c) {
  while (1) {
    if (PageSlab(p))           // flow: argument param:left#0 -> param:PageSlab#0
      break;
    sink(p);                   // flow: argument param:left#0 -> param:sink#0 guards=!PageSlab
    if (PageAnon(p))           // flow: argument param:left#0 -> param:PageAnon#0 guards=!PageSlab
      continue;
    sink(p);                   // flow: argument param:left#0 -> param:sink#0 guards=!PageAnon,!PageSlab
  }
  sink(p);                     // flow: argument param:left#0 -> param:sink#0 guards=PageSlab
  do {
    if (!PageSlab(q))          // flow: argument param:left#1 -> param:PageSlab#0
      break;
    sink(q);                   // flow: argument param:left#1 -> param:sink#0 guards=PageSlab
  } while (0);
  sink(q);                     // flow: argument param:left#1 -> param:sink#0
  DO_IF(PageSlab(q), q);       // flow: argument param:left#1 -> param:PageSlab#0 ; argument param:left#1 -> param:sink#0 guards=PageSlab
  // flow: argument param:left#1 -> param:DO_IF#1 guards=PageSlab
  sink(q);                     // flow: argument param:left#1 -> param:sink#0
  for (c = 0; c < 2; c++) {
    if (!PageSlab(q))          // flow: argument param:left#1 -> param:PageSlab#0
      continue;
    switch (c) {
    case 1:
      continue;
    default:
      break;
    }
    sink(q);                   // flow: argument param:left#1 -> param:sink#0 guards=PageSlab
  }
  sink(q);                     // flow: argument param:left#1 -> param:sink#0
}
