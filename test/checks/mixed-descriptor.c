// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-mixed-descriptor", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct page *mixed(struct slab *slab, struct folio *folio, bool is_slab) {
  // CHECK: :[[@LINE+1]]:16: warning: 'page' holds a slab page and a folio page; each needs a variable of its own [memdesc-mixed-descriptor]
  struct page *page = slab_page(slab);
  // CHECK: :[[@LINE-1]]:23: note: slab: from slab_page
  if (!is_slab)
    // CHECK: :[[@LINE+1]]:12: note: folio: from struct folio
    page = &folio->page;
  return page;
}

// What must stay silent.

struct page *silent(struct folio *folio, struct vm_fault *vmf, const void *p) {
  struct page *page = &folio->page;
  if (!p)
    page = vmf->page;
  else
    page = virt_to_page(p);
  return page;
}

struct page *suppressed(struct slab *slab, struct folio *folio) {
  struct page *page = slab_page(slab); // NOLINT(memdesc-mixed-descriptor)
  if (!page)
    page = &folio->page;
  return page;
}
