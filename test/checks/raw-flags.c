// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-raw-flags", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long raw(struct page *page, struct page *other, struct folio *folio) {
  // CHECK: :[[@LINE+1]]:32: warning: 'flags' of struct page is read by hand; it holds flags of the descriptor, flags of this one page, and where the page lies [memdesc-raw-flags]
  unsigned long flags = other->flags;
  // CHECK: :[[@LINE+1]]:9: warning: 'flags' of struct page is written by hand
  page->flags = flags;
  // CHECK: :[[@LINE+1]]:29: warning: 'flags' of struct page is written by hand
  set_bit(PG_locked, &page->flags);
  // CHECK: :[[@LINE+1]]:7: warning: 'PG_hwpoison' belongs to each page, not to the descriptor; 'flags' is that of the first page
  if (test_bit(PG_hwpoison, &folio->flags))
    return 0;
  // CHECK: :[[@LINE+1]]:23: warning: 'PG_reserved' belongs to each page, not to the descriptor
  return folio->flags & (1UL << PG_reserved);
}

// What must stay silent.

bool PageUptodate(struct page *page) { return page->flags & 8; }

unsigned long *folio_flags(struct folio *folio, unsigned n) {
  struct page *page = &folio->page;
  return &page[n].flags;
}

bool silent(struct page *page, struct folio *folio) {
  set_bit(PG_locked, &folio->flags);
  use(&folio->page);
  if (page->flags & 1) // NOLINT(memdesc-raw-flags)
    return 1;
  return test_bit(PG_hwpoison, &folio->index) || PageUptodate(page);
}
