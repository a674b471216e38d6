// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// The same in C++: references, methods, namespaces, copies, designators.

#include "page.h"

namespace mm {
struct owner {
  page *first;
  page own;
  page *pages[4];

  owner(page *p, unsigned long i) : first(p), own{.index = i} { // access: designator write index@32 function=mm::owner::owner
    first->index = i; // access: member write index@32 base=first function=mm::owner::owner
  }
  unsigned long read() const { return first->index; } // access: member read index@32 base=first function=mm::owner::read
  unsigned long mine() { return this->own.flags; }    // access: member read flags@0 base=this->own function=mm::owner::mine
  static void write(page &p) { p.index = 1; }         // access: member write index@32 base=p function=mm::owner::write
  page *get() { return first; }
  operator page *() { return first; }
};

inline namespace v1 {
unsigned long nested(const page &p) { return p.index; } // access: member read index@32 base=p function=mm::nested
} // namespace v1
} // namespace mm

void references(page &p, const page &c, page *&pp, page &&moved) {
  auto &same = p;
  auto pointer = &p;
  const auto *constant = &c;
  p.index = c.index;           // access: member write index@32 base=p ; member read index@32 base=c
  pp->index++;                 // access: member rmw index@32 base=pp
  moved.index = 1;             // access: member write index@32 base=moved
  same.flags |= 1;             // access: member rmw flags@0 base=same
  pointer->index = 2;          // access: member write index@32 base=pointer
  consume(constant->index);    // access: member read index@32 base=constant
  (&p)->index = 3;             // access: member write index@32 base=&p
  p.page::index = 4;           // access: member write index@32 base=p
  (p.index = 5) += 1;          // access: member write index@32 base=p
  unsigned long &leaves = p.index; // access: member address-of index@32 base=p
  const auto &also = p.index;  // access: member address-of index@32 base=p
  unsigned long copied = p.index; // access: member read index@32 base=p
}

unsigned long calls(mm::owner &o, const void *address) {
  o.get()->index = 1;                 // access: member write index@32 base=o.get()
  static_cast<page *>(o)->index = 2;  // access: member write index@32
  return virt_to_page(address)->index // access: member read index@32 base=virt_to_page(address)
         + o.pages[1]->index;         // access: member read index@32 base=o.pages[1]
}

page copies(page &to, const page &from) {
  page local = from;      // access: copy read * base=from
  to = from;              // access: copy write * base=to ; copy read * base=from
  memcpy(&to, &from, sizeof(page)); // access: memory-call rmw * via=memcpy ; sizeof type-only *
  return local;           // access: copy read * base=local
}

void casts(page *p, void *opaque, unsigned long word) {
  opaque = static_cast<void *>(p);             // access: cast type-only * base=p via="to void *"
  p = static_cast<page *>(opaque);             // access: cast type-only * base=opaque via="from void *"
  p = reinterpret_cast<page *>(word);          // access: cast type-only * base=word via="from unsigned long"
  word = reinterpret_cast<unsigned long>(p);   // access: cast type-only * base=p via="to unsigned long"
  slab *s = reinterpret_cast<slab *>(p);       // access: cast type-only * base=p via="to struct slab *"
  p = (page *)s;                               // access: cast type-only * base=s via="from struct slab *"
  const page *c = const_cast<const page *>(p);
}

unsigned long page::*which = &page::index; // access: member address-of index@32 function=which
unsigned long named_only = offsetof(page, index); // access: offsetof type-only index@32

unsigned long unevaluated(page *p) {
  decltype(p->index) a = 1;         // access: member type-only index@32
  bool b = noexcept(p->index);      // access: member type-only index@32
  return sizeof(p->flags) + a + b;  // access: member type-only flags@0
}

void range_for(page (&pages)[4], page *(&pointers)[4]) {
  for (page &p : pages)
    p.index = 1;         // access: member write index@32 base=p
  for (auto *p : pointers)
    p->index = 1;        // access: member write index@32 base=p
  for (page p : pages)   // access: copy read *
    consume(p.index);    // access: member read index@32 base=p
}

// Inheritance: a member of the base is still a member of struct page.
struct derived : page {
  unsigned long more;
  unsigned long sum() { return index + more; } // access: member read index@32 function=derived::sum
};
unsigned long use_derived(derived *d) {
  return d->index + d->more; // access: member read index@32 base=d
}
