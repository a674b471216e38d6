// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Declarations that can hold a page, in C++.

#include "page.h"

namespace mm {
page *global; // entity: global global depth=1
class holder {
  page &reference;        // entity: member reference owner=mm::holder depth=0
  page *const pointer;    // entity: member pointer owner=mm::holder depth=1
  static page *shared;    // entity: global shared depth=1
  page *get(const page &p) const; // entity: return - owner=mm::holder::get depth=1 ; param p owner=mm::holder::get position=0 depth=0
  virtual void put(page *&p) = 0; // entity: param p owner=mm::holder::put position=0 depth=1
};
} // namespace mm

void function(page **p) { // entity: param p owner=function position=0 depth=2
  auto local = *p;        // entity: local local owner=function depth=1
  auto &first = *local;   // entity: local first owner=function depth=0
  using alias = page *;
  alias other;            // entity: local other depth=1 type=alias
}

// A template is listed as it is written.
template <typename T> T *same(T *p, page *q) { return p; } // entity: param q owner=same position=1 depth=1
