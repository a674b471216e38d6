// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-raw-flags", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long raw(struct page &page) {
  // CHECK: :[[@LINE+1]]:15: warning: 'flags' of struct page is read by hand
  return page.flags;
}

// What must stay silent.

struct options {
  unsigned long flags;
};
unsigned long silent(const options &page) { return page.flags; }
