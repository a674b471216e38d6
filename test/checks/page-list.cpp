// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-list", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=c++20 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct pool {
  struct list_head pages;
};
void add(pool &pool, page &page) {
  // CHECK: :[[@LINE+1]]:3: warning: a list links pages by 'lru' of struct page
  list_add(&page.lru, &pool.pages);
}

// What must stay silent.

void silent(pool &pool, folio &folio) { list_add(&folio.lru, &pool.pages); }
