// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-unchecked-conversion", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct kmem_cache *at_once(const void *object) {
  // CHECK: :[[@LINE+1]]:32: warning: the result of virt_to_slab() is used without a test; it may be NULL [memdesc-unchecked-conversion]
  return virt_to_slab(object)->slab_cache;
}

unsigned long unchecked(struct address_space *mapping) {
  struct page *page = find_get_page(mapping, 1);
  // CHECK: :[[@LINE+2]]:16: warning: 'page' is used without a test; find_get_page() may have given NULL
  // CHECK: :[[@LINE-2]]:3: note: it comes from here
  return page->index;
}

void in_a_call(struct address_space *mapping) {
  struct page *page;
  page = read_mapping_page(mapping, 1, NULL);
  // CHECK: :[[@LINE+1]]:3: warning: 'page' is used without a test; read_mapping_page() may have given an error code
  lock_page(page);
}

int on_one_path(const void *object, int n) {
  struct slab *slab = virt_to_slab(object);
  if (n && !slab)
    return 0;
  // CHECK: :[[@LINE+1]]:16: warning: 'slab' is used without a test
  return slab->__page_type;
}

int wrong_test(struct address_space *mapping) {
  struct folio *folio = filemap_get_folio(mapping, 1);
  // CHECK: :[[@LINE+1]]:7: warning: filemap_get_folio() gives an error code, never NULL; this test of 'folio' finds nothing
  if (!folio)
    return 0;
  return folio->_refcount;
}

// What must stay silent.

int either(struct address_space *mapping, struct folio *given) {
  struct folio *folio = given;
  if (!folio)
    folio = filemap_get_folio(mapping, 1);
  return 0;
}

int silent(struct address_space *mapping, const void *object) {
  struct page *page = find_get_page(mapping, 1);
  struct folio *folio = filemap_get_folio(mapping, 1);
  struct slab *slab = virt_to_slab(object), *copy;
  if (!page || IS_ERR(folio))
    return 0;
  copy = slab;
  if (copy)
    return slab->__page_type;
  page = alloc_page(__GFP_NOFAIL | 1);
  page->index = 0;
  page = alloc_page(0);
  use(page);
  page = find_get_page(mapping, 2);
  use(&page);
  return page->_refcount + folio->_refcount;
}

struct page *page_of(struct address_space *mapping) {
  struct folio *folio = filemap_get_folio(mapping, 1);
  return &folio->page;
}

int suppressed(const void *object) {
  struct slab *slab = virt_to_slab(object);
  return slab->__page_type; // NOLINT(memdesc-unchecked-conversion)
}

int loops(struct address_space *mapping) {
  struct page *page;
  int n = 0;
  while ((page = find_get_page(mapping, n)))
    n += page->_refcount;
  return n;
}
