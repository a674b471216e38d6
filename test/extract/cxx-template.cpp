// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Templates: an access is found once, where it is written, whether the type is
// known in the template or only in an instantiation.

#include "page.h"

// The type is known: instantiated or not, there is one access.
template <int N> unsigned long known(page *p) {
  return p->index + N; // access: member read index@32 base=p function=known
}
template unsigned long known<1>(page *);
template unsigned long known<2>(page *);
template <int N> void never_instantiated(page *p) {
  p->index = N; // access: member write index@32 base=p function=never_instantiated
}

// The type is known in an instantiation only.
template <typename T> unsigned long index_of(T *p) {
  return p->index; // access: member read index@32 base=p function=index_of
}
struct other {
  unsigned long index;
};
unsigned long use(page *p, other *o) { return index_of(p) + index_of(o); }

// Never with a page.
template <typename T> unsigned long never_a_page(T *p) { return p->index; }
unsigned long use_other(other *o) { return never_a_page(o); }

template <typename T> class Ref {
  T *Pointer;

public:
  explicit Ref(T *P) : Pointer(P) {}
  T *operator->() const { return Pointer; }
  T &operator*() const { return *Pointer; }
  unsigned long index() const { return Pointer->index; } // access: member read index@32 base=Pointer function=Ref::index
};

unsigned long smart(page *p) {
  Ref<page> ref(p);
  ref->flags = 1;               // access: member write flags@0 base=ref
  (*ref).flags = 2;             // access: member write flags@0 base=*ref
  return ref.index();
}

template <typename T> struct Trait {
  static constexpr unsigned long size = sizeof(T); // access: sizeof type-only * function=Trait::size
};
static_assert(Trait<page>::size == 64);
