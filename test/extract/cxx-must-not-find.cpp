// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// What C++ calls page and is not the kernel's.

#include "page.h"

namespace ui {
struct page {
  unsigned long index;
  unsigned long flags;
};
unsigned long count(page *p) { return p->index + sizeof(page); }
} // namespace ui

class book {
public:
  struct page {
    unsigned long index;
  };
  page pages[4];
  page *mapping;
  unsigned long index() const { return pages[0].index; }
};

template <typename page> unsigned long by_parameter(page *p) {
  return p->index;
}

unsigned long use(book &b, ui::page &p) {
  b.mapping->index = 1;
  p.index = p.flags;
  b.pages[1] = b.pages[2];
  return b.index() + by_parameter(&p) + by_parameter(b.mapping);
}

unsigned long one(page *p) {
  return p->index; // access: member read index@32
}
