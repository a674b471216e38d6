// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-descriptor-cast", CheckOptions: {memdesc.Layer: linux-6.12}}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "descriptors.h"

struct own {
  unsigned long flags;
  void *next;
};

struct folio *casts(struct page *page, struct slab *slab, struct ptdesc *pt) {
  // CHECK: :[[@LINE+1]]:23: warning: cast between struct page and 'struct ptdesc'; a conversion says which page is meant, and stays right when the two are apart [memdesc-descriptor-cast]
  struct ptdesc *to = (struct ptdesc *)page;
  // CHECK: :[[@LINE+1]]:24: warning: cast between struct page and 'struct slab'
  struct page *first = (struct page *)slab;
  // CHECK: :[[@LINE+1]]:8: warning: struct page is taken for 'struct own', which lies over it unseen
  use(((struct own *)page)->next);
  use(to);
  use(first);
  // CHECK: :[[@LINE+1]]:10: warning: cast between struct page and 'struct folio'
  return (struct folio *)page;
}

struct holder {
  int n;
  struct page page;
};

struct holder *contained(struct page *page) {
  // CHECK: :[[@LINE+1]]:10: warning: container_of() makes 'struct holder' of a struct page
  return container_of(page, struct holder, page);
}

// CHECK: :[[@LINE+1]]:7: warning: union 'overlay' lays members of its own over struct page
union overlay {
  struct page page;
  struct own own;
};

// What must stay silent.

struct page *slab_page(struct slab *slab) { return (struct page *)slab; }

void *silent(struct page *page, void *pointer, struct folio *folio) {
  use((const void *)page);
  use((struct page *)pointer);
  use((void *)(unsigned long)page);
  use((struct page *)NULL);
  use(&folio->page);
  use(page_ptdesc(page));
  use((struct ptdesc *)page); // NOLINT(memdesc-descriptor-cast)
  return list_entry(pointer, struct page, lru);
}
