// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// The same access through macros: where the name of the field stands, where
// the macro is used, and the macros between.

#include "page.h"

#define INDEX(p) ((p)->index) // here: INDEX
#define FIELD(p, f) ((p)->f)
#define TWICE(x) ((x) + (x))
#define OUTER(p) (INDEX(p) + 1)
#define PASTED(p, f) ((p)->in##f)
#define SET(p, v) do { (p)->index = (v); } while (0) // here: SET
#define THE_PAGE page
#define FIELD_NAME private // here: FIELD_NAME
#define GLOBAL_INDEX (vmf->page->index) // here: GLOBAL_INDEX
#define DEFINE_GETTER(name)                                                    \
  static inline unsigned long get_##name(struct page *page) {                  \
    return page->name;                                                         \
  }

void use(struct page *page, struct vm_fault *vmf) {
  consume(page_private(page));     // access: member read private macros=page_private base=page spelled=@page_private
  consume(INDEX(vmf->page));       // access: member read index macros=INDEX base=vmf->page spelled=@INDEX function=use
  consume(FIELD(page, index));     // access: member read index macros=FIELD base=page spelled=macros.c col=23
  unknown(FIELD(page, lru.next));  // access: member read lru.next macros=FIELD base=page col=23
  consume(OUTER(page));            // access: member read index macros=OUTER,INDEX spelled=@INDEX
  consume(TWICE(page->index));     // access: member read index macros=TWICE spelled=macros.c
  consume(TWICE(INDEX(page)));     // access: member read index macros=TWICE,INDEX spelled=@INDEX
  consume(PASTED(page, dex));      // access: member read index macros=PASTED spelled=macros.c col=11
  SET(page, 1);                    // access: member write index macros=SET spelled=@SET
  SET(page, page->private);        // access: member write index macros=SET spelled=@SET ; member read private macros=SET col=19
  consume(THE_PAGE->index);        // access: member read index base=THE_PAGE col=21
  consume(page->FIELD_NAME);       // access: member read private macros=FIELD_NAME base=page spelled=@FIELD_NAME
  consume(GLOBAL_INDEX);           // access: member read index macros=GLOBAL_INDEX base=vmf->page spelled=@GLOBAL_INDEX
  page_private(page) = 1;          // access: member write private macros=page_private
  consume(READ_ONCE(INDEX(page))); // access: member read index macros=READ_ONCE,INDEX
}

DEFINE_GETTER(share) // access: member read share macros=DEFINE_GETTER base=page function=get_share col=15
DEFINE_GETTER(memcg_data) // access: member read memcg_data macros=DEFINE_GETTER function=get_memcg_data
