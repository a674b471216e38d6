// REQUIRES: clang-tidy
// Pointers may be allowed; sizes stay.
//
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-arithmetic", CheckOptions: {memdesc.Layer: linux-6.12, memdesc-page-arithmetic.AllowPointers: true}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long both(struct page *page) {
  use(page + 1);
  // CHECK: :[[@LINE+1]]:10: warning: the size of struct page
  return sizeof(struct page);
}
