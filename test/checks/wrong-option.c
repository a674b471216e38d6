// REQUIRES: clang-tidy
// An option that is neither yes nor no is said to be wrong, and counts as no.
//
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-arithmetic", CheckOptions: {memdesc.Layer: linux-6.12, memdesc-page-arithmetic.AllowPointers: perhaps}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'
// CHECK-DAG: warning: option 'AllowPointers' is 'perhaps', not 'true' or 'false' [clang-tidy-config]

#include "descriptors.h"

struct page *next(struct page *page) {
  // CHECK-DAG: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}struct page
  return page + 1;
}
