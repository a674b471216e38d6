// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-list", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct pool {
  struct list_head pages;
};

void add(struct pool *pool, struct page *page, struct vm_fault *vmf,
         struct ptdesc *pt) {
  // CHECK: :[[@LINE+1]]:3: warning: a list links pages by 'lru' of struct page; what is listed needs a node of its own [memdesc-page-list]
  list_add(&page->lru, &pool->pages);
  // CHECK: :[[@LINE+1]]:3: warning: a list links pages by 'lru' of struct page; for a folio page there is 'lru' of struct folio
  list_add(&vmf->page->lru, &pool->pages);
  // CHECK: :[[@LINE+1]]:3: warning: a list links pages by 'lru' of struct page; for a ptdesc page there is 'pt_list' of struct ptdesc
  list_add(&ptdesc_page(pt)->lru, &pool->pages);
}

unsigned long walk(struct pool *pool) {
  struct page *page;
  unsigned long sum = 0;
  // CHECK: :[[@LINE+1]]:43: warning: a list of pages is walked by 'lru' of struct page; the type changes together with the field
  list_for_each_entry(page, &pool->pages, lru)
    sum += page->flags;
  return sum;
}

// What must stay silent.

void silent(struct pool *pool, struct page *page, struct folio *folio) {
  list_add(&folio->lru, &pool->pages);
  list_add(&page->buddy_list, &pool->pages);
  list_del(&page->lru);
  list_add(&page->lru, &pool->pages); // NOLINT(memdesc-page-list)
  list_for_each_entry(folio, &pool->pages, lru)
    use(folio);
}
