// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// A list is a place: pages go in by a member of struct page, and come out by
// container_of().

#include "page.h"

void list_add_tail(struct list_head *entry, struct list_head *head);
void list_splice_init(struct list_head *list, struct list_head *head);
void list_bulk_move_tail(struct list_head *head, struct list_head *first, struct list_head *last);
static inline int list_empty(const struct list_head *head) { return head->next == head; }
static inline void INIT_LIST_HEAD(struct list_head *list) {
  WRITE_ONCE(list->next, list);
  list->prev = list;
}
// Written like the others, and known by name.
static inline void list_move(struct list_head *entry, struct list_head *head) {
  entry->next = head->next;
  head->next = entry;
}
#define LIST_HEAD_INIT(name) { &(name), &(name) }
#define LIST_HEAD(name) struct list_head name = LIST_HEAD_INIT(name)
#define list_first_entry_or_null(list, type, member) ({                        \
    struct list_head *head__ = (list);                                         \
    struct list_head *link__ = READ_ONCE(head__->next);                        \
    link__ != head__ ? list_entry(link__, type, member) : NULL;                \
  })
#define list_for_each(link, list) for (link = (list)->next; link != (list); link = link->next)
#define lru_to_page(list) list_entry((list)->prev, struct page, lru)

bool PageSlab(const struct page *page);
void sink(struct page *page);
void elsewhere(struct list_head *pages);
void otherwise(struct list_head *list);
void looks(const struct list_head *pages);
struct list_head *choose(int i);

struct other { struct list_head list; struct list_head children; };
struct cache {
  struct list_head pages;
  struct list_head free[4];
  struct list_head *current;
};
LIST_HEAD(global_pages);
static struct list_head file_pages;
LIST_HEAD(global_others);

void in(struct page *page, struct cache *cache, int i) {
  list_add(&page->lru, &global_pages); // flow: assign param:in#0 -> global:global_pages through=list function=in toscope= ; use param:in#0 -> field:lru
  list_add(&page->lru, &file_pages);   // flow: assign param:in#0 -> global:file_pages through=list toscope=flow-lists.c ; use param:in#0 -> field:lru
  list_add_tail(&page->buddy_list, &cache->pages); // flow: assign param:in#0 -> member:cache.pages through=list ; use param:in#0 -> field:buddy_list
  list_add(&(page)->lru, &cache->free[i]); // flow: assign param:in#0 -> member:cache.free through=list ; use param:in#0 -> field:lru
  list_add(&page->lru, cache->free + i); // flow: assign param:in#0 -> member:cache.free through=list ; use param:in#0 -> field:lru
  list_move(&page->lru, cache->current); // flow: assign param:in#0 -> member:cache.current through=list ; use param:in#0 -> field:lru
  list_add(&page[1].lru, choose(i)); // flow: assign param:in#0 -> return:choose through=+,list ; use param:in#0 -> field:lru through=+
  list_del(&page->lru); // flow: use param:in#0 -> field:lru
}

void out(struct list_head *list, struct cache *cache) {
  struct page *page, *after;

  list_for_each_entry(page, &global_pages, lru)
  // flow: assign global:global_pages -> local:page through=list ; argument local:page -> param:list_for_each_entry#0
  // flow: argument local:page -> param:list_next_entry#0 ; assign return:container_of -> local:page
  // flow: assign return:list_entry -> local:page ; assign return:list_first_entry -> local:page
  // flow: assign return:list_next_entry -> local:page ; use local:page -> field:lru
    sink(page); // flow: argument local:page -> param:sink#0
  for (page = list_first_entry(list, struct page, lru), after = list_next_entry(page, lru);
  // flow: assign local:page -> local:after through=list ; assign param:out#0 -> local:page through=list
  // flow: argument local:page -> param:list_next_entry#0 ; assign return:container_of -> local:after
  // flow: assign return:container_of -> local:page ; assign return:list_entry -> local:after
  // flow: assign return:list_entry -> local:page ; assign return:list_first_entry -> local:page
  // flow: assign return:list_next_entry -> local:after ; use local:after -> field:lru ; use local:page -> field:lru
  // flow: use local:page -> field:lru
       &page->lru != list; page = after, after = list_next_entry(after, lru))
       // flow: argument local:after -> param:list_next_entry#0 ; assign local:after -> local:page
       // flow: assign return:container_of -> local:after ; assign return:list_entry -> local:after
       // flow: assign return:list_next_entry -> local:after ; use local:after -> field:lru ; use local:page -> field:lru
    sink(page); // flow: argument local:page -> param:sink#0
  sink(list_entry(list->next, struct page, lru));
  // flow: argument param:out#0 -> param:sink#0 through=list ; argument return:container_of -> param:sink#0
  // flow: argument return:list_entry -> param:sink#0 ; use param:sink#0 -> field:lru
  sink(list_first_entry(&cache->pages, struct page, buddy_list));
  // flow: argument member:cache.pages -> param:sink#0 through=list ; argument return:container_of -> param:sink#0
  // flow: argument return:list_entry -> param:sink#0 ; argument return:list_first_entry -> param:sink#0
  // flow: use param:sink#0 -> field:buddy_list
  sink(list_first_entry(&cache->free[2], struct page, lru));
  // flow: argument member:cache.free -> param:sink#0 through=list ; argument return:container_of -> param:sink#0
  // flow: argument return:list_entry -> param:sink#0 ; argument return:list_first_entry -> param:sink#0
  // flow: use param:sink#0 -> field:lru
  sink(list_first_entry_or_null(&file_pages, struct page, lru));
  // flow: argument global:file_pages -> param:sink#0 through=list ; assign global:file_pages -> local:head__ through=list,&
  // flow: assign global:file_pages -> local:link__ through=list,& ; argument return:container_of -> param:sink#0
  // flow: argument return:list_entry -> param:sink#0 ; argument return:list_first_entry_or_null -> param:sink#0
  // flow: use param:sink#0 -> field:lru
  sink(lru_to_page(cache->current));
  // flow: argument member:cache.current -> param:sink#0 through=list ; argument return:container_of -> param:sink#0
  // flow: argument return:list_entry -> param:sink#0 ; argument return:lru_to_page -> param:sink#0
  // flow: use param:sink#0 -> field:lru
  list_entry(list, struct page, lru)->index = 1;
  // flow: use param:out#0 -> field:index through=list ; use return:container_of -> field:index
  // flow: use return:list_entry -> field:index
}

void by_link(void) {
  LIST_HEAD(pages);
  struct list_head *link;

  elsewhere(&pages); // flow: argument local:pages -> param:elsewhere#0 through=list,&
  list_for_each(link, &pages) // flow: assign local:pages -> local:link through=list,&
    sink(list_entry(link, struct page, lru));
    // flow: argument local:link -> param:sink#0 through=list ; argument return:container_of -> param:sink#0
    // flow: argument return:list_entry -> param:sink#0 ; use param:sink#0 -> field:lru
}

// Handed to others.
void handed(struct cache *cache, struct page *page, int i) {
  struct list_head mine = LIST_HEAD_INIT(mine), *mine_too = &mine;
  // flow: assign local:mine -> local:mine_too through=list,&

  INIT_LIST_HEAD(&cache->pages);
  list_add(&page->lru, mine_too);
  // flow: assign param:handed#1 -> local:mine_too through=list ; use param:handed#1 -> field:lru
  elsewhere(&mine); // flow: argument local:mine -> param:elsewhere#0 through=list,&
  looks(&cache->pages); // flow: argument member:cache.pages -> param:looks#0 through=list
  cache->current = &cache->free[i]; // flow: assign member:cache.free -> member:cache.current through=list,&
  list_splice_init(&mine, &cache->pages); // flow: assign local:mine -> member:cache.pages through=list
  list_bulk_move_tail(&global_pages, &page->lru, cache->pages.prev);
  // flow: assign param:handed#1 -> global:global_pages through=list ; use param:handed#1 -> field:lru
  if (!list_empty(&cache->pages))
    elsewhere(&page->lru);
    // flow: argument param:handed#1 -> param:elsewhere#0 through=list ; use param:handed#1 -> field:lru
}

struct list_head *of_cache(struct cache *cache, int i) {
  return i ? &cache->free[i] : NULL; // flow: return member:cache.free -> return:of_cache through=list,&
}

// A test of the page goes along; a test of one says nothing of the next.
void tested(struct page *page, struct list_head *list) {
  if (PageSlab(page)) { // flow: argument param:tested#0 -> param:PageSlab#0
    list_add(&page->lru, list);
    // flow: assign param:tested#0 -> param:tested#1 through=list guards=PageSlab ; use param:tested#0 -> field:lru guards=PageSlab
    sink(list_next_entry(page, lru));
    // flow: argument param:tested#0 -> param:sink#0 through=list
    // flow: argument param:tested#0 -> param:list_next_entry#0 guards=PageSlab ; argument return:container_of -> param:sink#0
    // flow: argument return:list_entry -> param:sink#0 ; argument return:list_next_entry -> param:sink#0
    // flow: use param:sink#0 -> field:lru ; use param:tested#0 -> field:lru guards=PageSlab
  }
}

// A page beside which another is put is still the same.
void beside(struct page *page, struct page *next) {
  list_add(&page->lru, &next->lru); // flow: use param:beside#0 -> field:lru ; use param:beside#1 -> field:lru
  INIT_LIST_HEAD(&page->lru); // flow: use param:beside#0 -> field:lru
  page->lru.next = NULL; // flow: use param:beside#0 -> field:lru
}

// A folio is a page, and may be linked and taken as one.
void folios(struct folio *folio) {
  struct page *page;

  list_add(&folio->lru, &file_pages); // flow: assign type:"struct folio.lru" -> global:file_pages through=list
  list_for_each_entry(folio, &file_pages, lru) // flow: cast global:file_pages -> type:"struct folio" through=list
    consume(folio->index);
}

// Lists of others.
LIST_HEAD(folios_only);
void others(struct other *other, struct list_head *list, struct folio *folio) {
  struct other *child;

  list_add(&other->list, &global_others);
  list_add(&other->list, list);
  otherwise(&other->children);
  list_for_each_entry(child, &other->children, list)
    consume(1);
  list_splice_init(list, &global_others);
  list_add(&folio->lru, &folios_only);
}
