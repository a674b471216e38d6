// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Templates: what their instances do, told once where it is written.

#include "page.h"

void sink(page *p);

template <typename T> T *same(T *p, int n) {
  if (n)
    return same(p, n - 1); // flow: return return:same -> return:same ; argument param:same#0 -> param:same#0
    // flow: return param:same#0 -> return:same through=same#0
  return p;                // flow: return param:same#0 -> return:same
}
template <typename T> void never_used(T *p) { sink(p); }
template <typename T> void of_others(T *p) { consume(*p); }

template <typename T> class box {
public:
  explicit box(T *t) : content(t) {} // flow: assign param:box::box#0 -> member:box.content
  T *get() { return content; }       // flow: return member:box.content -> return:box::get
  T *content;
};

void use(page *p, unsigned long *n) {
  sink(same(p, 2));        // flow: argument return:same -> param:sink#0 ; argument param:use#0 -> param:sink#0 through=same#0
  // flow: argument param:use#0 -> param:same#0
  sink(same<page>(p, 3));  // flow: argument return:same -> param:sink#0 ; argument param:use#0 -> param:sink#0 through=same#0
  // flow: argument param:use#0 -> param:same#0
  of_others(n);
  same(n, 1);
  box<page> b(p);          // flow: argument param:use#0 -> param:box::box#0
  sink(b.get());           // flow: argument return:box::get -> param:sink#0
  box<unsigned long> c(n);
  consume(*c.get());
}
