// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-arithmetic", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long sizes(struct page *page, struct page *other, char *buffer) {
  struct page copy;
  // CHECK: :[[@LINE+1]]:24: warning: the size of struct page will be that of one word [memdesc-page-arithmetic]
  unsigned long size = sizeof(struct page) + 1;
  // CHECK: :[[@LINE+1]]:3: warning: struct page is copied as a whole; what is in it belongs to its descriptor and to this one page
  *page = *other;
  // CHECK: :[[@LINE-1]]:11: warning: struct page is copied as a whole
  // CHECK: :[[@LINE+2]]:3: warning: memset() takes struct page as plain bytes; it will be one word
  // CHECK: :[[@LINE+1]]:19: warning: the size of struct page
  memset(page, 0, sizeof(*page));
  use(&copy);
  return size;
}

struct page *pointers(struct page *page, int i) {
  // CHECK: :[[@LINE+1]]:12: warning: arithmetic on a pointer to struct page; the next one is the next page only inside one allocation
  use(page + i);
  // CHECK: :[[@LINE+1]]:8: warning: arithmetic on a pointer to struct page
  use(&page[i]);
  // CHECK: :[[@LINE+1]]:7: warning: arithmetic on a pointer to struct page
  page++;
  return page;
}

// What must stay silent.

unsigned long silent(struct page *page, struct page **pages, int i) {
  use(pages[i]);
  use(pages + i);
  use(nth_page(page, i));
  use(page + 1); // NOLINT(memdesc-page-arithmetic)
  return sizeof(page) + page[i].flags;
}

struct page *nth_page(struct page *page, unsigned long n) { return page + n; }

#define folio_page_idx(folio, p) ((p) - &(folio)->page)
unsigned long counted(struct folio *folio, struct page *page) {
  return folio_page_idx(folio, page);
}
