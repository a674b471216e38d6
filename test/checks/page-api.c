// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-api", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

// A call that says itself what its page is.

void by_call(struct page *page, struct page *other) {
  // CHECK: :[[@LINE+1]]:3: warning: lock_page() of a folio has the form folio_lock() [memdesc-page-api]
  lock_page(page);
  // CHECK: :[[@LINE+1]]:7: warning: trylock_page() of a folio has the form folio_trylock()
  if (trylock_page(other))
    // CHECK: :[[@LINE+1]]:5: warning: unlock_page() of a folio has the form folio_unlock()
    unlock_page(other);
  // CHECK: :[[@LINE+1]]:3: warning: SetPageUptodate() of a folio has the form folio_mark_uptodate(), which is not the same: shim
  SetPageUptodate(page);
}

// A call that takes any page, where the unit shows what it is.

void by_origin(struct vm_fault *vmf, struct folio *folio) {
  struct page *page = vmf->page;
  // CHECK: :[[@LINE+1]]:3: warning: get_page() of a folio has the form folio_get()
  get_page(page);
  // CHECK: :[[@LINE+1]]:3: warning: put_page() of a folio has the form folio_put()
  put_page(&folio->page);
}

void by_test(struct page *page) {
  // CHECK: :[[@LINE+1]]:7: warning: PageDirty() of a folio has
  if (PageDirty(page))
    // CHECK: :[[@LINE+1]]:5: warning: put_page() of a folio has
    put_page(page);
}

// Another order of the arguments.

int reordered(void *wbc, struct folio *folio) {
  // CHECK: :[[@LINE+1]]:10: warning: redirty_page_for_writepage() of a folio has the form folio_redirty_for_writepage()
  return redirty_page_for_writepage(wbc, &folio->page);
}

// What must stay silent.

void silent(struct page *page, struct slab *slab, struct folio *folio) {
  get_page(page);
  put_page(page);
  put_page(slab_page(slab));
  folio_lock(folio);
  kmap_local_page(&folio->page);
  PageTail(&folio->page);
  lock_page(page); // NOLINT
  lock_page(page); // NOLINT(memdesc-page-api)
  // NOLINTNEXTLINE(memdesc-page-api)
  lock_page(page);
}

// The form itself, and a test behind itself.

void folio_lock(struct folio *folio) { lock_page(&folio->page); }

bool PageHuge(struct page *page);
bool again(struct page *page) {
  if (!PageHuge(page))
    return 0;
  kmap_local_page(page);
  return PageHuge(page);
}

bool both(struct page *page, bool slab) {
  struct page *local = page;
  if (slab)
    local = virt_to_page(page);
  put_page(local);
  return PageTail(local);
}
