// REQUIRES: clang-tidy
// What is found in a mapping may be a tail where large folios are.
//
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-tail-page-field", CheckOptions: {memdesc.Layer: linux-6.12, memdesc-tail-page-field.Lookups: true}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long found(struct address_space *mapping) {
  struct page *page = find_get_page(mapping, 3);
  // CHECK: :[[@LINE+1]]:16: warning: 'index' of a page that may be a tail: find_get_page() gives the very page that was asked for
  return page->index;
}
