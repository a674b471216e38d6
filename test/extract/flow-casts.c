// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Pages in other types: named by a struct, hidden in void * and integers, found
// by a member.

#include "page.h"

struct head { void *private; unsigned long word; struct slab *slab; struct page *page; };
struct ptdesc { unsigned long pt_flags; };
void *global_private;
unsigned long global_word;
void sink(struct page *page);
void *find(int i);
unsigned long find_word(int i);
struct slab *find_slab(int i);

void by_struct(struct page *page, struct slab *slab, void *any, const struct page *readonly) {
  struct slab *s = (struct slab *)page; // flow: cast param:by_struct#0 -> type:"struct slab" col=20 ; use param:by_struct#0 -> field:* col=20
  s = (void *)page;            // flow: cast param:by_struct#0 -> type:"struct slab" ; use param:by_struct#0 -> field:*
  struct ptdesc *p = (void *)page; // flow: cast param:by_struct#0 -> type:"struct ptdesc" ; use param:by_struct#0 -> field:*
  s = (struct slab *)(void *)page; // flow: cast param:by_struct#0 -> type:"struct slab" col=7 ; use param:by_struct#0 -> field:* col=22
  page = (struct page *)slab;  // flow: assign type:"struct slab" -> param:by_struct#0 ; use type:"struct slab" -> field:*
  sink((struct page *)slab);   // flow: argument type:"struct slab" -> param:sink#0 ; use type:"struct slab" -> field:*
  sink((void *)slab);          // flow: argument type:"struct slab" -> param:sink#0
  sink((struct page *)find_slab(1)); // flow: argument type:"struct slab" -> param:sink#0 ; use type:"struct slab" -> field:*
  sink((struct page *)readonly); // flow: argument param:by_struct#3 -> param:sink#0
  (void)page;
}

// A round trip goes through what it was kept in, if that belongs to somebody.
void hidden(struct page *page, struct head *head, void *data, unsigned long word) {
  void *local = page;          // flow: assign param:hidden#0 -> local:local
  sink(local);                 // flow: argument local:local -> param:sink#0
  page = data;                 // flow: assign param:hidden#2 -> param:hidden#0
  head->private = page;        // flow: assign param:hidden#0 -> member:head.private toscope=flow-casts.c
  sink(head->private);         // flow: argument member:head.private -> param:sink#0 fromscope=flow-casts.c
  head->word = (unsigned long)page; // flow: assign param:hidden#0 -> member:head.word ; use param:hidden#0 -> field:*
  sink((struct page *)head->word); // flow: argument member:head.word -> param:sink#0 ; use member:head.word -> field:*
  word = (unsigned long)page | 1; // flow: assign param:hidden#0 -> param:hidden#3 ; use param:hidden#0 -> field:*
  sink((void *)(word & ~3ul)); // flow: argument param:hidden#3 -> param:sink#0
  sink(find(1));               // flow: argument return:find -> param:sink#0
  sink((void *)find_word(1));  // flow: argument return:find_word -> param:sink#0
  global_private = page;       // flow: assign param:hidden#0 -> global:global_private
  sink(global_private);        // flow: argument opaque:"void *" -> param:sink#0
  sink((void *)global_word);   // flow: argument opaque:integer -> param:sink#0
  sink((void *)(word * 2));    // flow: argument opaque:integer -> param:sink#0
  sink((void *)(word + (unsigned long)local)); // flow: argument opaque:integer -> param:sink#0
  sink((void *)-1l);
  consume((unsigned long)page >> 3); // flow: use param:hidden#0 -> field:*
  page->private = (unsigned long)page; // flow: assign param:hidden#0 -> member:page.private toscope=flow-casts.c
  // flow: use param:hidden#0 -> field:* ; use param:hidden#0 -> field:private
}
void *kept(struct page *page) {
  return page;                 // flow: return param:kept#0 -> return:kept
}
// A short integer is no place for a pointer.
int short_word(struct page *page) { return (int)(unsigned long)page; } // flow: use param:short_word#0 -> field:*

// What a list leads to is followed (flow-lists.c); what another member leads to
// is not.
struct list_head pages;
void containers(struct list_head *entry, struct page *page, struct rcu_head *rcu) {
  page = list_entry(entry, struct page, lru); // flow: assign param:containers#0 -> param:containers#1 through=list
  // flow: use param:containers#1 -> field:lru col=10 ; assign return:list_entry -> param:containers#1
  // flow: assign return:container_of -> param:containers#1
  sink(container_of(rcu, struct page, rcu_head)); // flow: argument opaque:container_of -> param:sink#0
  // flow: use param:sink#0 -> field:rcu_head ; argument return:container_of -> param:sink#0
  list_for_each_entry(page, &pages, lru) // flow: argument param:containers#1 -> param:list_for_each_entry#0
  // flow: assign global:pages -> param:containers#1 through=list ; use param:containers#1 -> field:lru
  // flow: assign return:list_first_entry -> param:containers#1 ; assign return:list_next_entry -> param:containers#1
  // flow: assign return:list_entry -> param:containers#1 ; assign return:container_of -> param:containers#1
  // flow: argument param:containers#1 -> param:list_next_entry#0
    sink(page);                // flow: argument param:containers#1 -> param:sink#0
}

// A member that is a page: the struct around it is known.
#define page_holder(p) container_of(p, struct folio, page)
struct folio *folio_of(struct page *page) {
  consume(page_holder(page)->index); // flow: cast param:folio_of#0 -> type:"struct folio.page"
  // flow: argument param:folio_of#0 -> param:page_holder#0 ; argument param:folio_of#0 -> param:container_of#0
  // flow: assign param:folio_of#0 -> local:__inner ; use param:folio_of#0 -> field:*
  return container_of(page, struct folio, page); // flow: cast param:folio_of#0 -> type:"struct folio.page"
  // flow: argument param:folio_of#0 -> param:container_of#0
  // flow: assign param:folio_of#0 -> local:__inner ; use param:folio_of#0 -> field:*
}
