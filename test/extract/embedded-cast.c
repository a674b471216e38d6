// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// The struct page inside another struct, and casts to and from struct page.

#include "page.h"

struct page *embedded(struct folio *folio, struct folio value, int n) {
  unknown(&folio->page);           // access: embedded address-of * base=folio via="struct folio.page"
  unknown(&folio->page + n);       // access: embedded address-of * ; arithmetic type-only * base=&folio->page
  consume(folio->page.index);      // access: member read index@32 base=folio->page
  consume(value.__page_1.flags);   // access: member read flags@0 base=value.__page_1
  consume((&folio->page)->index);  // access: member read index@32 base=&folio->page ; embedded read *
  folio->__page_1 = *&folio->page; // access: embedded write * via="struct folio.__page_1" ; embedded read * via="struct folio.page" ; copy write * base=folio->__page_1 ; copy read *
  consume(folio->index);
  return &folio->page; // access: embedded address-of * via="struct folio.page"
}

void casts(struct page *page, struct page **pages, void *pointer,
           unsigned long word, struct slab *slab, struct folio *folio) {
  struct page *to;

  unknown((struct slab *)page);        // access: cast type-only * base=page via="to struct slab *"
  unknown((struct folio *)page);       // access: cast type-only * base=page via="to struct folio *"
  unknown((void *)page);               // access: cast type-only * base=page via="to void *"
  consume((unsigned long)page);        // access: cast type-only * base=page via="to unsigned long"
  consume((unsigned long)page | 1);    // access: cast type-only * base=page via="to unsigned long"
  unknown((char *)page);               // access: cast type-only * base=page via="to char *"
  to = (struct page *)slab;            // access: cast type-only * base=slab via="from struct slab *"
  to = (struct page *)folio;           // access: cast type-only * base=folio via="from struct folio *"
  to = (struct page *)word;            // access: cast type-only * base=word via="from unsigned long"
  to = (struct page *)(word - 1);      // access: cast type-only * base="word - 1" via="from unsigned long"
  to = (struct page *)pointer;         // access: cast type-only * base=pointer via="from void *"
  pages = (struct page **)page;        // access: cast type-only * base=page via="to struct page **"
  consume(((struct slab *)page)->flags); // access: cast type-only * base=page via="to struct slab *"
}

// Not a conversion between two types of memory.
void no_casts(struct page *page, void *pointer, const struct page *constant) {
  struct page *to = pointer;

  pointer = page;
  to = (struct page *)constant;
  to = (struct page *)0;
  to = NULL;
  (void)page;
}
