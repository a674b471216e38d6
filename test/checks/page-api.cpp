// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-api", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

void by_call(struct page *page) {
  // CHECK: :[[@LINE+1]]:3: warning: lock_page() of a folio has the form folio_lock() [memdesc-page-api]
  lock_page(page);
}

// What must stay silent.

template <typename T> void silent(T *page) { get_page(page); }
void instance(struct page *page) { silent(page); }
namespace other {
void lock_page(int page);
}
void another() { other::lock_page(1); }
