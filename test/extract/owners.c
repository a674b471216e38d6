// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// In which function, or file-level variable, an access stands.

#include "page.h"

extern struct page the_page;

unsigned long *global = &the_page.flags; // access: member address-of flags@0 function=global base=the_page
static unsigned long *const table[] = {
    &the_page.index, // access: member address-of index@32 function=table
};

static unsigned long hidden(struct page *page) {
  return page->index; // access: member read index function=hidden
}

static inline __attribute__((always_inline)) unsigned long
inlined(struct page *page) {
  return page->index; // access: member read index function=inlined
}

unsigned long user(struct page *page) {
  static unsigned long *kept = &the_page.private; // access: member address-of private function=user
  unsigned long at_first = page->flags; // access: member read flags function=user
  return hidden(page) + inlined(page) + at_first;
}

unsigned long with_default(struct page *page, char (*rows)[page->index]) { // access: member read index function=with_default
  return sizeof(rows);
}

int old_style(page) struct page *page;
{
  return page->page_type; // access: member read page_type function=old_style
}
