// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// offsetof(), container_of(), list_entry(): the field is named, not touched.

#include "page.h"

unsigned long offsets[] = {
    offsetof(struct page, lru),       // access: offsetof type-only lru@8 function=offsets macros=offsetof arm=8#0/8#0
    offsetof(struct page, lru.prev),  // access: offsetof type-only lru.prev@16 field=lru
    offsetof(struct page, _refcount), // access: offsetof type-only _refcount@52 size=4
    offsetof(typeof(struct page), index), // access: offsetof type-only index@32
    __builtin_offsetof(struct page, index), // access: offsetof type-only index@32
    offsetof(struct folio, page.index), // access: offsetof type-only index@32
};
_Static_assert(offsetof(struct page, index) == 32, ""); // access: offsetof type-only index@32

struct page *from_rcu(struct rcu_head *head) {
  return container_of(head, struct page, rcu_head); // access: container type-only rcu_head@8 function=from_rcu macros=container_of,offsetof
}

struct page *from_list(struct list_head *head) {
  struct page *page = list_first_entry(head, struct page, lru); // access: container type-only lru@8
  return list_entry(page->lru.prev, struct page, buddy_list); // access: member read lru.prev@16 base=page ; container type-only buddy_list@8
}

struct page *next(struct page *page) {
  return list_next_entry(page, lru); // access: member read lru.next@8 base=page ; container type-only lru@8
}

// The address of the field less the place of the field is the page again.
struct page *back(unsigned long *flags) {
  return (struct page *)((char *)flags - offsetof(struct page, flags)); // access: container type-only flags@0
}

// The old way to write offsetof().
unsigned long old = (unsigned long)&((struct page *)0)->index; // access: member address-of index@32 function=old
