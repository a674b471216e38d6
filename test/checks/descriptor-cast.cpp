// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-descriptor-cast", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct ptdesc *casts(struct page *page) {
  // CHECK: :[[@LINE+1]]:10: warning: cast between struct page and 'struct ptdesc'
  return reinterpret_cast<struct ptdesc *>(page);
}

// What must stay silent.

const struct page *silent(struct page *page) {
  return const_cast<const struct page *>(page);
}
