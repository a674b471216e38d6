// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-tail-page-field", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

unsigned long counted(struct page *page, int i) {
  // CHECK: :[[@LINE+1]]:35: warning: 'index' of a page that may be a tail: it was counted on from another page; in a tail, nobody has set it [memdesc-tail-page-field]
  unsigned long sum = (page + i)->index;
  struct page *next = page + 1;
  // CHECK: :[[@LINE+1]]:23: warning: 'mapping' of a page that may be a tail: it was counted on from another page; in a tail, it is poisoned
  return sum + !next->mapping;
}

unsigned long found(struct address_space *mapping) {
  struct page *page = vm_normal_page(mapping, 3);
  // CHECK: :[[@LINE+1]]:16: warning: 'private' of a page that may be a tail: vm_normal_page() gives the very page that was asked for
  return page->private;
}

void linked(struct address_space *mapping, struct list_head *list) {
  struct page *page = vm_normal_page(mapping, 3);
  // CHECK: :[[@LINE+1]]:19: warning: 'lru' of a page that may be a tail
  list_add(&page->lru, list);
}

unsigned long numbered(struct folio *folio, int n) {
  struct page *page = folio_page(folio, n);
  page->mapping = NULL;
  // CHECK: :[[@LINE+1]]:16: warning: 'index' of a page that may be a tail: folio_page() gives the very page
  return page->index;
}

// What must stay silent.

unsigned long silent(struct page *page, struct folio *folio) {
  unsigned long sum = page->index + folio->index + folio->page.index;
  page = compound_head(page + 1);
  sum += page->index;
  page = alloc_page(0);
  sum += page->index;
  page = find_get_page(folio->mapping, 3);
  sum += page->index;
  page = slab_page((struct slab *)folio);
  sum += page->index;
  return sum + page->flags + page->_refcount;
}

unsigned long suppressed(struct page *page) {
  page = page + 1;
  return page->index; // NOLINT(memdesc-tail-page-field)
}

void set_up(struct page *page, struct list_head *list, int n) {
  while (n--) {
    page++;
    page->mapping = NULL;
    list_add(&page->lru, list);
  }
}

unsigned long tested(struct page *head, int i) {
  struct page *page = head + i;
  if (PageTail(page))
    return 0;
  return page->index;
}
