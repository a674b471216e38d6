// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// unit: partial. What cannot be understood hides nothing around it.

#include "page.h"

bool PageSlab(const struct page *page);
struct page *make(void);
void sink(struct page *page);
#include "broken.h"

void around(struct page *page) {
  sink(page);                  // flow: argument param:around#0 -> param:sink#0
  sink(undeclared);
  if (PageSlab(page))          // flow: argument param:around#0 -> param:PageSlab#0
    sink(page);                // flow: argument param:around#0 -> param:sink#0 guards=PageSlab
  undeclared = 1;
  struct page *second = page;  // flow: assign param:around#0 -> local:second
}
