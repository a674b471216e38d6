// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// The list walkers over struct page: one list-walk for the field they walk by,
// and the link they read.

#include "page.h"

void walk(struct list_head *list) {
  struct page *page;

  list_for_each_entry(page, list, lru) // access: list-walk type-only lru@8 function=walk ; member read lru.next@8 ; member address-of lru@8
    consume(page->index);              // access: member read index@32
}

// Written out, it is a container in a loop of the programmer's own.
void by_hand(struct list_head *list) {
  struct list_head *link;

  for (link = list->next; link != list; link = link->next) {
    struct page *page = list_entry(link, struct page, lru); // access: container type-only lru@8

    consume(page->index); // access: member read index@32
  }
}

// The same walker over another struct is no business of ours.
void other(struct list_head *list) {
  struct folio *folio;

  list_for_each_entry(folio, list, lru)
    consume(folio->index);
}
