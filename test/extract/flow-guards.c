// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Tests that hold where a page moves: branches, exits, short circuit, switches.

#include "page.h"

bool PageSlab(const struct page *page);
bool PageAnon(const struct page *page);
int page_count(const struct page *page);
int page_type(const struct page *page);
struct address_space *page_mapping(const struct page *page);
struct page *next(struct page *page);
bool folio_test_slab(struct folio *folio);
bool ready(int n, struct page *page);
void sink(struct page *page);
void fill(struct page **page);
bool found(struct page **page);
__attribute__((noreturn)) void stop(void);
enum { TYPE_SLAB = 7, TYPE_TABLE };
#define likely(x) __builtin_expect(!!(x), 1)
#define PageTable(page) (((page)->page_type & 8) == 8)
#define NotTable(page) (!PageTable(page))

void branches(struct page *p, struct page *q, int c) {
  if (PageSlab(p))             // flow: argument param:branches#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=PageSlab
  else
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=!PageSlab
  sink(p);                     // flow: argument param:branches#0 -> param:sink#0
  if (!PageSlab(p)) {          // flow: argument param:branches#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=!PageSlab
    sink(q);                   // flow: argument param:branches#1 -> param:sink#0
    p->index = 1;              // flow: use param:branches#0 -> field:index guards=!PageSlab
  }
  if (likely(PageSlab(p)) && !PageAnon(p)) { // flow: argument param:branches#0 -> param:PageSlab#0 ; argument param:branches#0 -> param:PageAnon#0 guards=PageSlab
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=!PageAnon,PageSlab
  } else {
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0
  }
  if (PageSlab(p) || PageAnon(p)) // flow: argument param:branches#0 -> param:PageSlab#0 ; argument param:branches#0 -> param:PageAnon#0 guards=!PageSlab
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0
  else
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=!PageAnon,!PageSlab
  if (c && PageSlab(q))        // flow: argument param:branches#1 -> param:PageSlab#0
    sink(q);                   // flow: argument param:branches#1 -> param:sink#0 guards=PageSlab
  if (PageSlab(p)) {           // flow: argument param:branches#0 -> param:PageSlab#0
    if (PageAnon(p))           // flow: argument param:branches#0 -> param:PageAnon#0 guards=PageSlab
      c++;
    else
      sink(p);                 // flow: argument param:branches#0 -> param:sink#0 guards=!PageAnon,PageSlab
    sink(p);                   // flow: argument param:branches#0 -> param:sink#0 guards=PageSlab
  }
}

void comparisons(struct page *p) {
  if (PageSlab(p) == 0)        // flow: argument param:comparisons#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=!PageSlab
  if (page_mapping(p) != NULL) // flow: argument param:comparisons#0 -> param:page_mapping#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=page_mapping
  if (0 != PageSlab(p))        // flow: argument param:comparisons#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=PageSlab
  if (!!(PageSlab(p)) == (bool)0) // flow: argument param:comparisons#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=!PageSlab
  if (page_count(p) == 1)      // flow: argument param:comparisons#0 -> param:page_count#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=page_count=1
  if (page_type(p) != TYPE_SLAB) // flow: argument param:comparisons#0 -> param:page_type#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0 guards=!page_type=TYPE_SLAB
  if (page_count(p) > 1)       // flow: argument param:comparisons#0 -> param:page_count#0
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0
  if (p)
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0
  if (ready(1, p))             // flow: argument param:comparisons#0 -> param:ready#1
    sink(p);                   // flow: argument param:comparisons#0 -> param:sink#0
}

void macros(struct page *p) {
  if (PageTable(p))            // flow: argument param:macros#0 -> param:PageTable#0 ; use param:macros#0 -> field:page_type
    sink(p);                   // flow: argument param:macros#0 -> param:sink#0 guards=PageTable
  if (NotTable(p))             // flow: argument param:macros#0 -> param:NotTable#0 ; argument param:macros#0 -> param:PageTable#0
    // flow: use param:macros#0 -> field:page_type
    sink(p);                   // flow: argument param:macros#0 -> param:sink#0 guards=NotTable,!PageTable
  else
    sink(p);                   // flow: argument param:macros#0 -> param:sink#0 guards=!NotTable,PageTable
  if (likely(p))               // flow: argument param:macros#0 -> param:likely#0
    sink(p);                   // flow: argument param:macros#0 -> param:sink#0
}

void fields(struct page *p, struct vm_fault *vmf) {
  if (p->mapping)              // flow: use param:fields#0 -> field:mapping
    sink(p);                   // flow: argument param:fields#0 -> param:sink#0 guards=.mapping
  if (!p->mapping || p->flags & 1) // flow: use param:fields#0 -> field:mapping ; use param:fields#0 -> field:flags guards=.mapping
    sink(p);                   // flow: argument param:fields#0 -> param:sink#0
  else
    sink(p);                   // flow: argument param:fields#0 -> param:sink#0 guards=.mapping
  if (vmf->page->mapping && PageSlab(vmf->page)) // flow: use member:vm_fault.page -> field:mapping
    // flow: argument member:vm_fault.page -> param:PageSlab#0 guards=.mapping
    sink(vmf->page);           // flow: argument member:vm_fault.page -> param:sink#0 guards=.mapping,PageSlab
  if (page_private(p))         // flow: argument param:fields#0 -> param:page_private#0 ; use param:fields#0 -> field:private
    sink(p);                   // flow: argument param:fields#0 -> param:sink#0 guards=.private,page_private
}

// The test of a member or an element holds for that one.
void others(struct vm_fault *a, struct vm_fault *b, struct page **pages, int i, int j) {
  if (PageSlab(a->page)) {     // flow: argument member:vm_fault.page -> param:PageSlab#0
    sink(a->page);             // flow: argument member:vm_fault.page -> param:sink#0 guards=PageSlab
    sink(b->page);             // flow: argument member:vm_fault.page -> param:sink#0
  }
  if (PageSlab(pages[i])) {    // flow: argument param:others#2 -> param:PageSlab#0
    sink(pages[i]);            // flow: argument param:others#2 -> param:sink#0 guards=PageSlab
    sink(pages[j]);            // flow: argument param:others#2 -> param:sink#0
    sink(*pages);              // flow: argument param:others#2 -> param:sink#0
    i++;
    sink(pages[i]);            // flow: argument param:others#2 -> param:sink#0
  }
}

void held_by_folio(struct folio *folio) {
  if (folio_test_slab(folio))
    sink(&folio->page);        // flow: argument type:"struct folio.page" -> param:sink#0 guards=folio_test_slab
    // flow: use type:"struct folio.page" -> field:* guards=folio_test_slab
}

struct page *exits(struct page *p, struct page *q, int c) {
  if (!PageSlab(p))            // flow: argument param:exits#0 -> param:PageSlab#0
    return NULL;
  sink(p);                     // flow: argument param:exits#0 -> param:sink#0 guards=PageSlab
  if (PageAnon(q))             // flow: argument param:exits#1 -> param:PageAnon#0
    goto out;
  sink(q);                     // flow: argument param:exits#1 -> param:sink#0 guards=!PageAnon
  if (c) {
    if (!PageAnon(p))          // flow: argument param:exits#0 -> param:PageAnon#0 guards=PageSlab
      stop();
    sink(p);                   // flow: argument param:exits#0 -> param:sink#0 guards=PageAnon,PageSlab
  }
  sink(p);                     // flow: argument param:exits#0 -> param:sink#0 guards=PageSlab
out:
  sink(q);                     // flow: argument param:exits#1 -> param:sink#0
  return p;                    // flow: return param:exits#0 -> return:exits guards=PageSlab
}

void jumped_back(struct page *p, int c) {
  if (!PageSlab(p))            // flow: argument param:jumped_back#0 -> param:PageSlab#0
    return;
again:
  sink(p);                     // flow: argument param:jumped_back#0 -> param:sink#0
  p = next(p);                 // flow: argument param:jumped_back#0 -> param:next#0 ; assign return:next -> param:jumped_back#0
  // flow: assign param:jumped_back#0 -> param:jumped_back#0 through=next#0
  if (c)
    goto again;
}

void expressions(struct page *p, struct page *q, int c) {
  q = PageSlab(p) ? p : NULL;  // flow: argument param:expressions#0 -> param:PageSlab#0
  // flow: assign param:expressions#0 -> param:expressions#1 guards=PageSlab
  c = PageSlab(p) && page_count(p); // flow: argument param:expressions#0 -> param:PageSlab#0
  // flow: argument param:expressions#0 -> param:page_count#0 guards=PageSlab
  c = !PageSlab(p) || page_count(p); // flow: argument param:expressions#0 -> param:PageSlab#0
  // flow: argument param:expressions#0 -> param:page_count#0 guards=PageSlab
  c = PageSlab(p) ? page_count(p) : page_count(q); // flow: argument param:expressions#0 -> param:PageSlab#0
  // flow: argument param:expressions#0 -> param:page_count#0 guards=PageSlab ; argument param:expressions#1 -> param:page_count#0
  (void)(PageSlab(p) && (sink(p), 1)); // flow: argument param:expressions#0 -> param:PageSlab#0 ; argument param:expressions#0 -> param:sink#0 guards=PageSlab
}

void switched(struct page *p, int c) {
  switch (page_type(p)) {      // flow: argument param:switched#0 -> param:page_type#0
  case TYPE_SLAB:
    sink(p);                   // flow: argument param:switched#0 -> param:sink#0 guards=page_type=TYPE_SLAB
    break;
  case TYPE_TABLE:
    if (c)
      break;
    // fall through
  case 9:
    sink(p);                   // flow: argument param:switched#0 -> param:sink#0
    return;
  case 10:
    sink(p);                   // flow: argument param:switched#0 -> param:sink#0 guards=page_type=10
    return;
  default:
    sink(p);                   // flow: argument param:switched#0 -> param:sink#0 guards=!page_type=10,!page_type=9,!page_type=TYPE_SLAB,!page_type=TYPE_TABLE
  }
  sink(p);                     // flow: argument param:switched#0 -> param:sink#0
}

void changes(struct page *p, struct vm_fault *vmf, int c) {
  if (!PageSlab(p))            // flow: argument param:changes#0 -> param:PageSlab#0
    return;
  sink(p);                     // flow: argument param:changes#0 -> param:sink#0 guards=PageSlab
  p = next(p);                 // flow: argument param:changes#0 -> param:next#0 guards=PageSlab ; assign return:next -> param:changes#0
  // flow: assign param:changes#0 -> param:changes#0 through=next#0 guards=PageSlab
  sink(p);                     // flow: argument param:changes#0 -> param:sink#0
  if (PageSlab(p)) {           // flow: argument param:changes#0 -> param:PageSlab#0
    fill(&p);                  // flow: argument param:changes#0 -> param:fill#0 through=&
    sink(p);                   // flow: argument param:changes#0 -> param:sink#0
  }
  if (found(&p))               // flow: argument param:changes#0 -> param:found#0 through=&
    sink(p);                   // flow: argument param:changes#0 -> param:sink#0
  if (PageSlab(vmf->page)) {   // flow: argument member:vm_fault.page -> param:PageSlab#0
    sink(vmf->page);           // flow: argument member:vm_fault.page -> param:sink#0 guards=PageSlab
    vmf->page = p;             // flow: assign param:changes#0 -> member:vm_fault.page
    sink(vmf->page);           // flow: argument member:vm_fault.page -> param:sink#0
  }
  if (PageSlab(p)) {           // flow: argument param:changes#0 -> param:PageSlab#0
    if (c)
      p = NULL;
    sink(p);                   // flow: argument param:changes#0 -> param:sink#0
  }
}

// A variable that keeps the outcome.
void kept(struct page *p, int c) {
  bool slab = PageSlab(p);     // flow: argument param:kept#0 -> param:PageSlab#0
  struct address_space *mapping = p->mapping; // flow: use param:kept#0 -> field:mapping
  if (slab)
    sink(p);                   // flow: argument param:kept#0 -> param:sink#0 guards=PageSlab
  if (!mapping)
    sink(p);                   // flow: argument param:kept#0 -> param:sink#0 guards=!.mapping
  slab = c;
  if (slab)
    sink(p);                   // flow: argument param:kept#0 -> param:sink#0
  mapping = page_mapping(p);   // flow: argument param:kept#0 -> param:page_mapping#0
  p = next(p);                 // flow: argument param:kept#0 -> param:next#0 ; assign return:next -> param:kept#0
  // flow: assign param:kept#0 -> param:kept#0 through=next#0
  if (mapping)
    sink(p);                   // flow: argument param:kept#0 -> param:sink#0
  if ((slab = PageSlab(p)))    // flow: argument param:kept#0 -> param:PageSlab#0
    sink(p);                   // flow: argument param:kept#0 -> param:sink#0 guards=PageSlab
}
