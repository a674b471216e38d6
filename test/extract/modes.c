// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// What happens to the field: read, write, both, or its address leaves.

#include "page.h"

unsigned long *keep;
struct list_head *head;

unsigned long reads(struct page *page, struct page *other, int which) {
  unsigned long local = page->index;      // access: member read index base=page
  page->index;                            // access: member read index
  (void)page->index;                      // access: member read index
  if (page->index)                        // access: member read index
    local = -page->index;                 // access: member read index
  while (!page->mapping)                  // access: member read mapping
    local += page->index;                 // access: member read index
  switch (page->page_type) {              // access: member read page_type
  default:
    break;
  }
  local = (unsigned int)page->flags;      // access: member read flags
  local = which ? page->index : 0;        // access: member read index
  local = page->index ?: 1;               // access: member read index
  local = (which, page->index);           // access: member read index
  local = ({ page->index; });             // access: member read index
  local = page->flags & page->index;      // access: member read flags ; member read index
  local = page->index == page->index;     // access: member read index x2
  local = *&page->index;                  // access: member read index
  local = *(which ? &page->index : keep); // access: member read index
  unknown(page->lru.next->next);          // access: member read lru.next
  return page->index;                     // access: member read index
}

void writes(struct page *page, struct page *other, int which) {
  page->index = 1;                               // access: member write index
  (page->index) = 1;                             // access: member write index
  *&page->index = 1;                             // access: member write index
  page->lru.next = NULL;                         // access: member write lru.next
  (&page->lru)->next = NULL;                     // access: member write lru@8
  page->mapping = other->mapping;                // access: member write mapping base=page ; member read mapping base=other
  page->index = other->index = 2;                // access: member write index base=page ; member write index base=other
  *(which ? &page->index : &page->private) = 3;  // access: member write index ; member write private
  ((unsigned int *)&page->flags)[1] = 4;         // access: member write flags
}

void both(struct page *page) {
  page->index++;             // access: member rmw index
  --page->index;             // access: member rmw index
  page->flags |= 1;          // access: member rmw flags
  page->private += 1;        // access: member rmw private
  page->page_type <<= 1;     // access: member rmw page_type
  (*&page->index)--;         // access: member rmw index
  page->index = page->index; // access: member write index col=9 ; member read index col=23
}

void leaves(struct page *page) {
  unsigned long *local = &page->flags;          // access: member address-of flags
  keep = &page->index;                          // access: member address-of index
  unknown(&page->lru);                          // access: member address-of lru via=unknown
  unknown((char *)&page->lru + 1);              // access: member address-of lru
  struct { unsigned long *word; } s = {&page->private}; // access: member address-of private
  if (&page->lru == head)                       // access: member address-of lru
    keep = local;
  head = &page->lru;                            // access: member address-of lru
}

unsigned long *returned(struct page *page) {
  return &page->memcg_data; // access: member address-of memcg_data
}

// What the callee does is known (knowledge/base.yaml).
void known_callees(struct page *page, struct list_head *list) {
  set_bit(1, &page->flags);                        // access: member rmw flags via=set_bit
  clear_bit(1, &page->flags);                      // access: member rmw flags via=clear_bit
  consume(test_and_set_bit(1, &page->flags));      // access: member rmw flags via=test_and_set_bit
  consume(test_bit(1, &page->flags));              // access: member read flags via=test_bit
  consume(atomic_read(&page->_refcount));          // access: member read _refcount via=atomic_read
  atomic_set(&page->_mapcount, -1);                // access: member write _mapcount via=atomic_set
  atomic_inc(&page->_refcount);                    // access: member rmw _refcount via=atomic_inc
  atomic_long_sub_return(1, &page->pp_ref_count);  // access: member rmw pp_ref_count via=atomic_long_sub_return
  list_add(&page->lru, list);                      // access: member write lru via=list_add
  list_add(list, &page->lru);                      // access: member rmw lru via=list_add
  list_del(&page->lru);                            // access: member rmw lru via=list_del
  memset(&page->lru, 0, sizeof(page->lru));        // access: member write lru via=memset ; member type-only lru
  __atomic_fetch_or(&page->flags, 1, 0);           // access: member rmw flags
  consume(__atomic_load_n(&page->flags, 0));       // access: member read flags
  __atomic_store_n(&page->flags, 1, 0);            // access: member write flags
  __sync_fetch_and_add(&page->index, 1);           // access: member rmw index
}

// READ_ONCE(), WRITE_ONCE(): the operand is named twice, and used once.
void once(struct page *page) {
  consume(READ_ONCE(page->index));   // access: member read index macros=READ_ONCE base=page
  WRITE_ONCE(page->index, 1);        // access: member write index macros=WRITE_ONCE
  WRITE_ONCE(page->lru.next, NULL);  // access: member write lru.next macros=WRITE_ONCE
  unknown(READ_ONCE(page->lru.next)); // access: member read lru.next
}

void assembly(struct page *page) {
  unsigned long out;
  asm("" : "=r"(out) : "r"(page->index));    // access: member read index via=
  asm("" : "=m"(page->index));               // access: member write index via=asm
  asm("" : "+m"(page->flags));               // access: member rmw flags via=asm
  asm("" : : "m"(page->flags));              // access: member read flags via=asm
  asm("" : : "r"(&page->flags) : "memory");  // access: member address-of flags via=asm
}
