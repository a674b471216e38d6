// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-tail-page-field", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long counted(struct page &page) {
  // CHECK: :[[@LINE+1]]:23: warning: 'index' of a page that may be a tail
  return (&page + 1)->index;
}

// What must stay silent.

unsigned long silent(struct page &page) { return page.index; }
