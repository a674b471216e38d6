// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// What looks like struct page and is not. The one access at the end shows that
// the rest is silent because it was understood.

#include "page.h"

struct not_page {
  struct address_space *mapping;
  unsigned long index, private, flags;
  struct list_head lru;
  struct page *page;
};
union pages {
  unsigned long index;
};
struct buffer {
  struct {
    unsigned long index;
  } page;
};
typedef struct not_page page_like;

// mapping, index, page: words that other structs use too
void other_structs(struct not_page *page, struct folio *folio,
                   struct slab *slab, struct buffer *buffer, page_like *p) {
  page->mapping = NULL;
  page->index = page->private + folio->index;
  set_bit(1, &page->flags);
  set_bit(1, &folio->flags);
  list_add(&page->lru, &folio->lru);
  unknown(page->page);
  slab->flags = offsetof(struct not_page, index);
  buffer->page.index = sizeof(struct not_page);
  *page = *p;
  page++;
}

// A struct page of a function's own hides the kernel's.
unsigned long shadow(void) {
  struct page {
    unsigned long index;
  } page = {.index = 1};
  struct page *p = &page;

  p->index++;
  return p->index + sizeof(*p) + offsetof(struct page, index);
}

// A variable called page, a member called page, a label called page
int page;
int names(union pages *index) {
  page = index->index;
  goto page;
page:
  return page;
}

// Pointers pass through; nothing of the page is touched.
struct page *passes(struct page *page, struct vm_fault *vmf,
                    struct page **pages) {
  struct page *local = page;

  vmf->page = local;
  vmf->pages = pages;
  pages[0] = vmf->page;
  unknown(page);
  if (!page || page == local)
    return NULL;
  return *pages;
}

unsigned long one(struct page *page) {
  return page->index; // access: member read index@32
}
