// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t -- -std=gnu89
//
// Functions without a prototype, and without any declaration.

#include "page.h"

void sink(struct page *page);
struct page *old_style();
int old_definition(page, n) struct page *page; int n; {
  return sink(page), n;        // flow: argument param:old_definition#0 -> param:sink#0
}
void no_prototype(struct page *page) {
  page = old_style(1, page);   // flow: assign return:old_style -> param:no_prototype#0
  // flow: assign param:no_prototype#0 -> param:no_prototype#0 through=old_style#1
  // flow: argument param:no_prototype#0 -> param:old_style#1
  old_definition(page, 1);     // flow: argument param:no_prototype#0 -> param:old_definition#0
  never_declared(page);        // flow: argument param:no_prototype#0 -> param:never_declared#0 toscope=
  page = (struct page *)never_declared(1); // flow: assign return:never_declared -> param:no_prototype#0
  // flow: use return:never_declared -> field:*
}
