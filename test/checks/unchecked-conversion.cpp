// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-unchecked-conversion", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

int unchecked(const void *object) {
  auto *slab = virt_to_slab(object);
  // CHECK: :[[@LINE+1]]:16: warning: 'slab' is used without a test
  return slab->__page_type;
}

// What must stay silent.

int silent(const void *object) {
  if (auto *slab = virt_to_slab(object))
    return slab->__page_type;
  return 0;
}
