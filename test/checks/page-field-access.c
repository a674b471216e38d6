// REQUIRES: clang-tidy
// RUN: %clang-tidy -load %plugin --config='{Checks: "-*,memdesc-page-field-access"}' \
// RUN:   --header-filter=none %s -- -std=gnu11 -I%S/Inputs -isystem %S/Inputs/system \
// RUN:   | FileCheck %s --implicit-check-not='{{warning|error}}:'

#include "struct-page.h"
#include <system-page.h>

typedef struct page *pgtable_t;
struct vm_fault {
  struct page *page;
};
struct page *virt_to_page(void *address);
void *use(void *address);

// Through the arrow and the dot, arrays, calls, chains and typedefs.

void *forms(struct page *page, struct page **pages, struct vm_fault *vmf,
            pgtable_t table, void *p, int i) {
  struct page local;
  // CHECK: :[[@LINE+1]]:9: warning: access to field 'mapping' of struct page; it belongs to the page's descriptor [memdesc-page-field-access]
  page->mapping = NULL;
  // CHECK: :[[@LINE+1]]:13: warning: access to field 'index' of struct page
  pages[i]->index++;
  // CHECK: :[[@LINE+1]]:11: warning: access to field 'private_data'
  page[1].private_data = 0;
  // CHECK: :[[@LINE+1]]:20: warning: access to field 'index'
  virt_to_page(p)->index = 0;
  // CHECK: :[[@LINE+1]]:14: warning: access to field 'flags'
  vmf->page->flags |= 1;
  // CHECK: :[[@LINE+1]]:10: warning: access to field 'pp_magic'
  table->pp_magic = 0;
  // CHECK: :[[@LINE+1]]:9: warning: access to field '_refcount'
  local._refcount = 1;
  // CHECK: :[[@LINE+1]]:21: warning: access to field 'mapping'
  return use(&page->mapping);
}

// A field of a field is one access, to the field of struct page.

void nested(struct page *page) {
  // CHECK: :[[@LINE+1]]:9: warning: access to field 'lru'
  page->lru.next = NULL;
  // CHECK: :[[@LINE+1]]:9: warning: access to field 'mlock_count'
  page->mlock_count = 0;
}

// Fields that are named without an object.

struct page *unnamed(struct list_head *entry) {
  // CHECK: :[[@LINE+1]]:48: warning: access to field 'dma_addr'
  unsigned long offset = offsetof(struct page, dma_addr);
  // CHECK: :[[@LINE+2]]:25: warning: access to field 'flags'
  // CHECK: :[[@LINE+1]]:42: warning: access to field 'index'
  struct page given = {.flags = offset, .index = 0};
  use(&given);
  // CHECK: :[[@LINE+1]]:43: warning: access to field 'lru'
  return container_of(entry, struct page, lru);
}

// A macro is reported where it is used, also when its body has the access.

#define LOCAL_INDEX(page) ((page)->index)
unsigned long macros(struct page *page) {
  // CHECK: :[[@LINE+1]]:10: warning: access to field 'index'
  return page_offset_of(page)
  // CHECK: :[[@LINE+1]]:10: warning: access to field 'index'
       + LOCAL_INDEX(page);
}

// What must stay silent.

void silent(struct page *page, struct folio *folio) {
  page->mapping = NULL; // NOLINT
  page->mapping = NULL; // NOLINT(memdesc-page-field-access)
  // NOLINTNEXTLINE(memdesc-page-field-access)
  page->mapping = NULL;
  // NOLINTBEGIN(memdesc-page-field-access)
  page->mapping = NULL;
  page->index = 0;
  // NOLINTEND(memdesc-page-field-access)

  folio->mapping = NULL;
  page = &folio->page;
  page_mapping(page);
  system_index(page);
  SYSTEM_INDEX(page);
  use(page + 1);
  *page = folio->page;
}

struct other {
  struct {
    void *mapping;
  } page;
};
void *not_struct_page(struct other *other, struct vm_fault *page) {
  use(page->page);
  return other->page.mapping;
}

void inner_struct(void) {
  struct page_table {
    int index;
  } page, *pages = &page;
  pages->index = page.index;
}
