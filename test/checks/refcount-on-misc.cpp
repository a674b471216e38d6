// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-refcount-on-misc", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

void by_origin(struct slab &slab) {
  // CHECK: :[[@LINE+1]]:12: warning: put_page() drops a reference to a slab page
  put_page(slab_page(&slab));
}

// What must stay silent.

void silent(struct folio &folio) { put_page(&folio.page); }
