// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// A test of the head page says what every page of the allocation is; a field of
// the head page is not the page's own.

#include "page.h"

bool PageSlab(const struct page *page);
void sink(struct page *page);
struct page *_compound_head(const struct page *page);
struct page *next(struct page *page);
#define HeadSlab(page) PageSlab(compound_head(page))
#define compound_head(page) ((typeof(page))_compound_head(page))

void heads(struct page *p, struct page *q) {
  if (PageSlab(compound_head(p))) // flow: argument param:heads#0 -> param:_compound_head#0 ; argument param:heads#0 -> param:compound_head#0
    // flow: argument return:_compound_head -> param:PageSlab#0 ; argument return:compound_head -> param:PageSlab#0
    // flow: argument param:heads#0 -> param:PageSlab#0 through=_compound_head#0 ; argument param:heads#0 -> param:PageSlab#0 through=compound_head#0
    sink(p);                   // flow: argument param:heads#0 -> param:sink#0 guards=PageSlab
  if (PageSlab(next(q)))       // flow: argument param:heads#1 -> param:next#0 ; argument return:next -> param:PageSlab#0 ; argument param:heads#1 -> param:PageSlab#0 through=next#0
    sink(q);                   // flow: argument param:heads#1 -> param:sink#0
  if (compound_head(p)->mapping) // flow: argument param:heads#0 -> param:_compound_head#0 ; argument param:heads#0 -> param:compound_head#0
    // flow: use return:_compound_head -> field:mapping ; use return:compound_head -> field:mapping
    // flow: use param:heads#0 -> field:mapping through=_compound_head#0 ; use param:heads#0 -> field:mapping through=compound_head#0
    sink(p);                   // flow: argument param:heads#0 -> param:sink#0
}

// In the body of a macro the name of the macro says it.
void by_macro(struct page *p) {
  if (HeadSlab(p)) // flow: argument param:by_macro#0 -> param:HeadSlab#0 ; argument param:by_macro#0 -> param:compound_head#0 ; argument param:by_macro#0 -> param:_compound_head#0
    // flow: argument return:_compound_head -> param:PageSlab#0 ; argument return:compound_head -> param:PageSlab#0
    // flow: argument param:by_macro#0 -> param:PageSlab#0 through=_compound_head#0 ; argument param:by_macro#0 -> param:PageSlab#0 through=compound_head#0
    sink(p);                   // flow: argument param:by_macro#0 -> param:sink#0 guards=HeadSlab
}
