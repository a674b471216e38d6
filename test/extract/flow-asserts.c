// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Assertions: what they deny holds behind them, also when they only warn or are
// compiled out.

#include "page.h"

bool PageSlab(const struct page *page);
bool PageAnon(const struct page *page);
void sink(struct page *page);
void warn(void);
void dump_page(struct page *page, const char *why);
__attribute__((noreturn)) void die(void);
#define unlikely(x) __builtin_expect(!!(x), 0)
#define BUG() do { asm volatile(""); __builtin_unreachable(); } while (0)
#define BUG_ON(condition) do { if (unlikely(condition)) BUG(); } while (0)
#define DIE_IF(condition) do { if (condition) for (;;) ; } while (0)
#define WARN_ON(condition) ({                                                  \
    int __ret_warn_on = !!(condition);                                         \
    if (unlikely(__ret_warn_on))                                               \
      warn();                                                                  \
    unlikely(__ret_warn_on);                                                   \
  })
#define VM_WARN_ON(condition) (void)WARN_ON(condition)
#define VM_BUG_ON_PAGE(condition, page) do {                                   \
    if (unlikely(condition))                                                   \
      dump_page(page, #condition);                                             \
  } while (0)
// Compiled out.
#define BUILD_BUG_ON_INVALID(e) ((void)(sizeof((long)(e))))
#define VM_WARN_ON_ONCE_PAGE(condition, page) BUILD_BUG_ON_INVALID(condition)
#define COMPLAIN(condition) ((void)(sizeof((long)(condition))))

void general(struct page *p, struct page *q, struct page *r) {
  BUG_ON(!PageSlab(p));        // flow: argument param:general#0 -> param:PageSlab#0
  sink(p);                     // flow: argument param:general#0 -> param:sink#0 guards=PageSlab
  DIE_IF(PageAnon(q));         // flow: argument param:general#1 -> param:PageAnon#0
  sink(q);                     // flow: argument param:general#1 -> param:sink#0 guards=!PageAnon
  if (PageSlab(r)) {           // flow: argument param:general#2 -> param:PageSlab#0
    warn();
    die();
  }
  sink(r);                     // flow: argument param:general#2 -> param:sink#0 guards=!PageSlab
}

void named(struct page *p, struct page *q, struct page *r, struct page *s) {
  WARN_ON(!PageSlab(p));       // flow: argument param:named#0 -> param:PageSlab#0
  sink(p);                     // flow: argument param:named#0 -> param:sink#0 guards=PageSlab
  VM_WARN_ON(PageAnon(q));     // flow: argument param:named#1 -> param:PageAnon#0
  sink(q);                     // flow: argument param:named#1 -> param:sink#0 guards=!PageAnon
  VM_BUG_ON_PAGE(!PageSlab(r), r); // flow: argument param:named#2 -> param:PageSlab#0
  // flow: argument param:named#2 -> param:dump_page#0 guards=!PageSlab ; argument param:named#2 -> param:VM_BUG_ON_PAGE#1 guards=!PageSlab
  sink(r);                     // flow: argument param:named#2 -> param:sink#0 guards=PageSlab
  VM_WARN_ON_ONCE_PAGE(!PageSlab(s) || PageAnon(s), s);
  sink(s);                     // flow: argument param:named#3 -> param:sink#0 guards=!PageAnon,PageSlab
  s = p;                       // flow: assign param:named#0 -> param:named#3 guards=PageSlab
  sink(s);                     // flow: argument param:named#3 -> param:sink#0
}

// When it is asked for the outcome, both are possible.
void asked(struct page *p, struct page *q) {
  if (WARN_ON(!PageSlab(p)))   // flow: argument param:asked#0 -> param:PageSlab#0
    return sink(p);            // flow: argument param:asked#0 -> param:sink#0 guards=!PageSlab
  sink(p);                     // flow: argument param:asked#0 -> param:sink#0 guards=PageSlab
  bool odd = WARN_ON(PageAnon(q)); // flow: argument param:asked#1 -> param:PageAnon#0
  sink(q);                     // flow: argument param:asked#1 -> param:sink#0
  if (odd)
    sink(q);                   // flow: argument param:asked#1 -> param:sink#0 guards=PageAnon
}

// Not everything that is not evaluated asserts.
void no_assertion(struct page *p) {
  COMPLAIN(!PageSlab(p));
  sink(p);                     // flow: argument param:no_assertion#0 -> param:sink#0
  consume(sizeof(PageSlab(p)));
  sink(p);                     // flow: argument param:no_assertion#0 -> param:sink#0
  VM_BUG_ON_PAGE(sizeof(PageSlab(p)) > 8, p); // flow: argument param:no_assertion#0 -> param:dump_page#0 ; argument param:no_assertion#0 -> param:VM_BUG_ON_PAGE#1
  sink(p);                     // flow: argument param:no_assertion#0 -> param:sink#0
}
