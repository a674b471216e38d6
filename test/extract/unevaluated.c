// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Operands that are never evaluated name a field without touching it.

#include "page.h"

_Static_assert(sizeof(((struct page *)0)->lru) == 16, ""); // access: member type-only lru@8

unsigned long unevaluated(struct page *page) {
  typeof(page->index) a = 1;                  // access: member type-only index@32
  typeof(((struct page *)0)->private) b = 2;  // access: member type-only private@40
  unsigned long c = sizeof(page->lru.next);   // access: member type-only lru.next@8
  c += _Alignof(page->mapping);               // access: member type-only mapping@24
  c += _Generic(page->flags,                  // access: member type-only flags@0
      unsigned long: page->index,             // access: member read index@32
      default: page->private);                // access: member type-only private@40
  c += __builtin_choose_expr(1, page->index,  // access: member read index@32
                             page->share);    // access: member type-only share@32
  c += __builtin_types_compatible_p(typeof(page->index), int); // access: member type-only index@32
  return a + b + c;
}

// Named twice at one place, evaluated once: evaluated.
#define SAME_TYPE(x) ((typeof(x))(x))
unsigned long joined(struct page *page) {
  return SAME_TYPE(page->index); // access: member read index@32 macros=SAME_TYPE
}

// The length of a variable array is evaluated.
unsigned long variable_length(struct page *page) {
  char array[page->index]; // access: member read index@32
  return sizeof(array);
}
