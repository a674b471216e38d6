// REQUIRES: clang-tidy
// A plugin that a clang-tidy loads in vain is silent; this is the warning that
// has to be there.
//
// RUN: %clang-tidy -load %plugin --list-checks --checks='-*,memdesc-*' \
// RUN:   | FileCheck %s --check-prefix=LIST
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-*"}' %s -- \
// RUN:   | FileCheck %s
// RUN: not %clang-tidy -load %plugin --checks='-*,memdesc-*' \
// RUN:   --warnings-as-errors='*' %s --
//
// LIST: memdesc-page-field-access

struct page {
  void *mapping;
};

// CHECK: canary.c:[[@LINE+1]]:48: warning: {{.*}}[memdesc-page-field-access]
void *canary(struct page *page) { return page->mapping; }
