// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// C++: references, members of classes, constructors, operators.

#include "page.h"

void sink(page *p);
void look(page *const &p);
void look_at(const page &p);
page *&slot_of(int n);
void variadic(int n, ...);

void references(page *p, page *&out, page &object, page **row) {
  page *&alias = p;       // flow: assign param:references#0 -> local:alias through=&
  page &same = *p;        // flow: assign param:references#0 -> local:same
  alias = row[1];         // flow: assign param:references#3 -> local:alias
  out = p;                // flow: assign param:references#0 -> param:references#1
  sink(out);              // flow: argument param:references#1 -> param:sink#0
  sink(&object);          // flow: argument param:references#2 -> param:sink#0
  sink(&same);            // flow: argument local:same -> param:sink#0
  look(p);                // flow: argument param:references#0 -> param:look#0
  look_at(*p);            // flow: argument param:references#0 -> param:look_at#0
  look_at(object);        // flow: argument param:references#2 -> param:look_at#0
  object.index = 1;       // flow: use param:references#2 -> field:index
  slot_of(1) = p;         // flow: assign param:references#0 -> return:slot_of
  references(p, p, *p, &p); // flow: argument param:references#0 -> param:references#0 ; argument param:references#0 -> param:references#1 through=&
  // flow: argument param:references#0 -> param:references#2 ; argument param:references#0 -> param:references#3 through=&
  sink(static_cast<page *>(p)); // flow: argument param:references#0 -> param:sink#0
  sink(reinterpret_cast<page *>(row)); // flow: argument param:references#3 -> param:sink#0 ; use param:references#3 -> field:*
  sink(nullptr);
  variadic(1, p);         // flow: argument param:references#0 -> param:variadic#-1
}

namespace mm {
class cache {
public:
  cache(page *p, page *q) : head(p), other{q} { // flow: assign param:mm::cache::cache#0 -> member:mm::cache.head ; assign param:mm::cache::cache#1 -> member:mm::cache.other
    sink(head);           // flow: argument member:mm::cache.head -> param:sink#0 function=mm::cache::cache
  }
  explicit cache(page *p) : cache(p, p) {} // flow: argument param:mm::cache::cache#0 -> param:mm::cache::cache#0 ; argument param:mm::cache::cache#0 -> param:mm::cache::cache#1
  page *get(int n) const { return n ? head : this->other; } // flow: return member:mm::cache.head -> return:mm::cache::get ; return member:mm::cache.other -> return:mm::cache::get
  virtual void put(page *p);
  static page *shared;
  page *operator[](int n);
  cache &operator+=(page *p);
  static void add(page *p) { shared = p; } // flow: assign param:mm::cache::add#0 -> global:shared
private:
  page *head;
  page *other = make();   // flow: assign return:mm::cache::make -> member:mm::cache.other
  static page *make();
};
} // namespace mm

void mm::cache::put(page *p) {
  head = p;               // flow: assign param:mm::cache::put#0 -> member:mm::cache.head
}

void methods(mm::cache &cache, page *p) {
  cache.put(p);           // flow: argument param:methods#1 -> param:mm::cache::put#0
  sink(cache.get(1));     // flow: argument return:mm::cache::get -> param:sink#0
  sink(mm::cache::shared); // flow: argument global:shared -> param:sink#0
  sink(cache[1]);         // flow: argument return:"mm::cache::operator[]" -> param:sink#0
  cache += p;             // flow: argument param:methods#1 -> param:mm::cache::operator+=#0
  mm::cache other(p);     // flow: argument param:methods#1 -> param:mm::cache::cache#0
  mm::cache *made = new mm::cache(p, nullptr); // flow: argument param:methods#1 -> param:mm::cache::cache#0
  made->add(p);           // flow: argument param:methods#1 -> param:mm::cache::add#0
}

struct ops { void (*run)(page *p); };
bool slab(const page *p);
void statements(page *p, page *(&row)[4]) {
  for (page *each : row)  // flow: assign param:statements#1 -> local:each
    sink(each);           // flow: argument local:each -> param:sink#0
  if (page *found = row[0]; slab(found)) // flow: assign param:statements#1 -> local:found ; argument local:found -> param:slab#0
    sink(found);          // flow: argument local:found -> param:sink#0 guards=slab
  if (page *found = row[1]) // flow: assign param:statements#1 -> local:found
    sink(found);          // flow: argument local:found -> param:sink#0
  if (!slab(p))           // flow: argument param:statements#0 -> param:slab#0
    return;
  try {
    sink(p);              // flow: argument param:statements#0 -> param:sink#0 guards=slab
    p = row[2];           // flow: assign param:statements#1 -> param:statements#0
  } catch (...) {
    sink(p);              // flow: argument param:statements#0 -> param:sink#0
  }
  ops table = {.run = sink}; // flow: store function:sink -> slot:"struct ops.run"
  table.run(p);           // flow: argument param:statements#0 -> param:"struct ops.run#0"
}
