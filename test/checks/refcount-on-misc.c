// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-refcount-on-misc", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

void by_origin(const void *object, struct slab *slab, struct ptdesc *pt) {
  struct page *page = slab_page(slab);
  // CHECK: :[[@LINE+2]]:12: warning: get_page() takes a reference to a slab page, which has none [memdesc-refcount-on-misc]
  // CHECK: :[[@LINE-2]]:23: note: it comes from here
  get_page(page);
  // CHECK: :[[@LINE+1]]:12: warning: put_page() drops a reference to a ptdesc page, which has none
  put_page(ptdesc_page(pt));
}

void by_address(pmd_t *pmd) {
  // CHECK: :[[@LINE+1]]:12: warning: put_page() drops a reference to a ptdesc page
  put_page(virt_to_page(pmd));
}

void by_test(struct page *page) {
  if (PageSlab(page)) {
    // CHECK: :[[@LINE+2]]:14: warning: put_page() drops a reference to a slab page
    // CHECK: :[[@LINE+1]]:14: note: PageSlab() was true on every path to here
    put_page(page);
    return;
  }
  put_page(page);
}

// What must stay silent.

void silent(struct page *page, struct folio *folio, struct vm_fault *vmf,
            const void *object) {
  get_page(page);
  put_page(&folio->page);
  put_page(vmf->page);
  put_page(virt_to_page(object));
  if (!PageSlab(page))
    put_page(page);
  page = slab_page(page_slab(page));
  put_page(page); // NOLINT(memdesc-refcount-on-misc)
}

void either(struct page *page, struct slab *slab, bool is_slab) {
  if (is_slab)
    page = slab_page(slab);
  put_page(page);
}
