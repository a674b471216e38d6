// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// unit: partial
//
// After an error the rest of the file still counts.

#include "page.h"

void before(struct page *page) {
  page->index = 1; // access: member write index@32
}

void broken(struct page *page) {
  no_such_type x;
  page->flags = 2; // access: member write flags@0
}

void after(struct page *page) {
  page->private = 3; // access: member write private@40
}
