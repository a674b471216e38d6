// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Pointers that are kept in words of a page: to what struct they point.

#include "page.h"

struct pool { int n; struct list_head link; };
struct heap;
typedef struct { int n; } counter_t;
void set_page_private(struct page *page, unsigned long private);
void attach_page_private(struct page *page, void *data);
void *detach_page_private(struct page *page);
void folio_attach_private(struct folio *folio, void *data);
bool PagePrivate(struct page *page);
void use(struct pool *pool);
void *make(void);

void put(struct page *page, struct pool *pool, struct heap *heap, void *any) {
  page->private = (unsigned long)pool; // flow: put param:put#0 -> field:private="struct pool" toscope=flow-words.c col=3 ; use param:put#0 -> field:private
  page->private = (unsigned long)heap; // flow: put param:put#0 -> field:private="struct heap" toscope="" ; use param:put#0 -> field:private
  page->private = (unsigned long)pool | 1; // flow: put param:put#0 -> field:private="struct pool" ; use param:put#0 -> field:private
  page->mapping = (void *)((unsigned long)pool + 1); // flow: put param:put#0 -> field:mapping="struct pool" ; use param:put#0 -> field:mapping
  page->mapping = (struct address_space *)pool; // flow: put param:put#0 -> field:mapping="struct pool" ; use param:put#0 -> field:mapping
  page->private = pool ? (unsigned long)pool : (unsigned long)heap; // flow: put param:put#0 -> field:private="struct pool" ; put param:put#0 -> field:private="struct heap" ; use param:put#0 -> field:private
  WRITE_ONCE(page->private, (unsigned long)pool); // flow: put param:put#0 -> field:private="struct pool" ; use param:put#0 -> field:private
  page->private = (unsigned long)(struct pool *)make(); // flow: put param:put#0 -> field:private="struct pool" ; use param:put#0 -> field:private
  page->private = (unsigned long)container_of(any, struct pool, link); // flow: put param:put#0 -> field:private="struct pool" ; use param:put#0 -> field:private
}

void put_by_call(struct page *page, struct folio *folio, struct pool *pool) {
  set_page_private(page, (unsigned long)pool); // flow: argument param:put_by_call#0 -> param:set_page_private#0 ; put param:put_by_call#0 -> field:private="struct pool"
  attach_page_private(page, pool); // flow: argument param:put_by_call#0 -> param:attach_page_private#0 ; put param:put_by_call#0 -> field:private="struct pool"
  attach_page_private(&folio->page, pool); // flow: argument type:"struct folio.page" -> param:attach_page_private#0 ; use type:"struct folio.page" -> field:* ; put type:"struct folio.page" -> field:private="struct pool"
  folio_attach_private(folio, pool); // flow: put type:"struct folio" -> field:private="struct pool"
  folio->mapping = (void *)pool; // flow: put type:"struct folio" -> field:mapping="struct pool"
}

void put_nothing(struct page *page, struct page *other, struct folio *folio, struct list_head *list, struct slab *slab, struct pool **pools, counter_t *counter, unsigned long word, void *any) {
  page->private = 0; // flow: use param:put_nothing#0 -> field:private
  page->private = word; // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)any; // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)list; // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)folio; // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)pools; // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)other; // flow: use param:put_nothing#0 -> field:private ; assign param:put_nothing#1 -> member:page.private ; use param:put_nothing#1 -> field:*
  page->private = (unsigned long)make(); // flow: use param:put_nothing#0 -> field:private
  page->private = (unsigned long)(struct pool *)0; // flow: use param:put_nothing#0 -> field:private
  slab->freelist = pools[0];
  set_page_private(page, word); // flow: argument param:put_nothing#0 -> param:set_page_private#0
  page->private = (unsigned long)counter; // flow: use param:put_nothing#0 -> field:private ; put param:put_nothing#0 -> field:private=counter_t
}

struct pool *take(struct page *page, struct folio *folio) {
  struct pool *pool = (struct pool *)page->private; // flow: take param:take#0 -> field:private="struct pool" col=23 ; use param:take#0 -> field:private
  pool = (struct pool *)page_private(page); // flow: argument param:take#0 -> param:page_private#0 ; take param:take#0 -> field:private="struct pool" ; use param:take#0 -> field:private
  pool = (void *)(READ_ONCE(page->private) & ~3UL); // flow: take param:take#0 -> field:private="struct pool" ; use param:take#0 -> field:private
  pool = detach_page_private(page); // flow: argument param:take#0 -> param:detach_page_private#0 ; take param:take#0 -> field:private="struct pool"
  use((struct pool *)page->mapping); // flow: take param:take#0 -> field:mapping="struct pool" ; use param:take#0 -> field:mapping
  use((void *)folio->page.private); // flow: take type:"struct folio.page" -> field:private="struct pool" ; use type:"struct folio.page" -> field:private
  if (PagePrivate(page)) // flow: argument param:take#0 -> param:PagePrivate#0
    return (struct pool *)page->private; // flow: take param:take#0 -> field:private="struct pool" guards=PagePrivate ; use param:take#0 -> field:private guards=PagePrivate
  return pool;
}

void take_nothing(struct page *page, struct folio *folio, struct pool *pool) {
  void *any = (void *)page->private; // flow: use param:take_nothing#0 -> field:private
  unsigned long word = page->private; // flow: use param:take_nothing#0 -> field:private
  struct address_space *mapping = page->mapping; // flow: use param:take_nothing#0 -> field:mapping
  mapping = (struct address_space *)page->mapping; // flow: use param:take_nothing#0 -> field:mapping
  struct list_head *list = (struct list_head *)page->private; // flow: use param:take_nothing#0 -> field:private
  struct folio *other = (struct folio *)page->private; // flow: use param:take_nothing#0 -> field:private
  pool = (struct pool *)&page->private; // flow: use param:take_nothing#0 -> field:private
  pool = (struct pool *)folio->mapping;
  pool = (struct pool *)word;
  consume(sizeof((struct pool *)page->private));
}
