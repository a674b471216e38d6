// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-union-alias", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long alias(struct page *page, unsigned long address) {
  page->dma_addr = address;
  // CHECK: :[[@LINE+2]]:16: warning: 'index' of struct page is read where 'dma_addr', another arm of the union, was written [memdesc-union-alias]
  // CHECK: :[[@LINE-2]]:9: note: written here
  return page->index;
}

void *later(struct page *page, int n) {
  page->_pp_mapping_pad = 0;
  while (n--)
    use(page);
  // CHECK: :[[@LINE+1]]:24: warning: 'mapping' of struct page is read where '_pp_mapping_pad'
  return (void *)page->mapping;
}

// What must stay silent.

unsigned long silent(struct page *page, struct page *other, int n) {
  if (n > 3)
    page->dma_addr = 3;
  else
    return page->index;
  other->index = 1;
  page = other;
  return page->index;
}

unsigned long set_again(struct page *page) {
  page->dma_addr = 3;
  page->index = 0;
  return page->index;
}

unsigned long other_page(struct page *page, struct page *other) {
  page->dma_addr = 3;
  return other->index + page->flags;
}

unsigned long apart(struct page *page) {
  page->dma_addr = 3;
  return page->compound_head;
}

unsigned long suppressed(struct page *page) {
  page->dma_addr = 3;
  return page->index; // NOLINT(memdesc-union-alias)
}
