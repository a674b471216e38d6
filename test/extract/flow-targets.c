// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Where a value can be put, and what is used of it.

#include "page.h"

struct cache {
  struct page *head;
  struct page *ring[4];
  struct vm_fault fault;
  struct { struct page *left, *right; } pair;
  int count;
};
struct page *global;
static struct page *file_global;

void assignments(struct page *page, struct page **out, struct cache *cache, int i) {
  struct page *local = page;   // flow: assign param:assignments#0 -> local:local function=assignments
  struct page *two[2], *none;
  none = NULL;
  local = page;                // flow: assign param:assignments#0 -> local:local
  page = local;                // flow: assign local:local -> param:assignments#0
  global = page;               // flow: assign param:assignments#0 -> global:global
  file_global = page;          // flow: assign param:assignments#0 -> global:file_global toscope=flow-targets.c
  *out = page;                 // flow: assign param:assignments#0 -> param:assignments#1
  out[i] = page;               // flow: assign param:assignments#0 -> param:assignments#1
  *out++ = page;               // flow: assign param:assignments#0 -> param:assignments#1
  two[i] = page;               // flow: assign param:assignments#0 -> local:two
  cache->head = page;          // flow: assign param:assignments#0 -> member:cache.head toscope=flow-targets.c
  cache->ring[i] = page;       // flow: assign param:assignments#0 -> member:cache.ring
  cache->fault.page = page;    // flow: assign param:assignments#0 -> member:vm_fault.page toscope=Inputs/page.h
  cache->pair.left = page;     // flow: assign param:assignments#0 -> member:cache.left
  local = two[0] = page;       // flow: assign param:assignments#0 -> local:local ; assign param:assignments#0 -> local:two
  *(i ? out : two) = page;     // flow: assign param:assignments#0 -> param:assignments#1 ; assign param:assignments#0 -> local:two
  *&local = page;              // flow: assign param:assignments#0 -> local:local
  WRITE_ONCE(cache->head, page); // flow: assign param:assignments#0 -> member:cache.head
  // flow: argument param:assignments#0 -> param:WRITE_ONCE#1 ; argument member:cache.head -> param:WRITE_ONCE#0
}

static struct page initialised_page;
struct cache initialised = {
  .head = &initialised_page,   // flow: assign global:initialised_page -> member:cache.head function=initialised
  .ring = {NULL, &initialised_page}, // flow: assign global:initialised_page -> member:cache.ring
  .pair.right = &initialised_page, // flow: assign global:initialised_page -> member:cache.right
};

void initialisers(struct page *page) {
  struct page *row[] = {page, NULL, page}; // flow: assign param:initialisers#0 -> local:row col=25 ; assign param:initialisers#0 -> local:row col=37
  struct cache designated = {.head = page, .fault = {.page = page}}; // flow: assign param:initialisers#0 -> member:cache.head ; assign param:initialisers#0 -> member:vm_fault.page
  struct cache positional = {page, {page}}; // flow: assign param:initialisers#0 -> member:cache.head ; assign param:initialisers#0 -> member:cache.ring
  struct cache nested[] = {[1].head = page}; // flow: assign param:initialisers#0 -> member:cache.head
  unknown(&(struct cache){.head = page}); // flow: assign param:initialisers#0 -> member:cache.head
  struct page *braced = {page}; // flow: assign param:initialisers#0 -> local:braced
  static struct page *kept = &initialised_page; // flow: assign global:initialised_page -> local:kept
}

struct page *returns(struct page *page, struct cache *cache, int i) {
  if (i)
    return page;               // flow: return param:returns#0 -> return:returns function=returns
  if (i > 1)
    return NULL;
  return i ? cache->head : global; // flow: return member:cache.head -> return:returns ; return global:global -> return:returns
}
static struct page **returns_row(struct cache *cache) {
  return cache->ring;          // flow: return member:cache.ring -> return:returns_row toscope=flow-targets.c
}

// Fields stand where the access stands.
void uses(struct page *page, struct cache *cache, struct page **pages, struct folio *folio) {
  struct page copy;
  page->index = 1;             // flow: use param:uses#0 -> field:index col=3
  consume(page->index);        // flow: use param:uses#0 -> field:index col=11
  list_add(&page->lru, &cache->head->lru); // flow: use param:uses#0 -> field:lru col=13 ; use member:cache.head -> field:lru col=25
  page->lru.next = NULL;       // flow: use param:uses#0 -> field:lru col=3
  consume((*page).index);      // flow: use param:uses#0 -> field:index col=11
  consume(pages[1]->index);    // flow: use param:uses#2 -> field:index
  consume(page[1].index);      // flow: use param:uses#0 -> field:index through=+
  consume(folio->page.index);  // flow: use type:"struct folio.page" -> field:index
  consume(returns(page, 0, 0)->index); // flow: use return:returns -> field:index
  // flow: use param:uses#0 -> field:index through=returns#0 ; argument param:uses#0 -> param:returns#0
  copy.index = 1;              // flow: use local:copy -> field:index
  *page = copy;                // flow: use param:uses#0 -> field:* ; use local:copy -> field:*
  consume(folio->index);       // not struct page's
  consume(sizeof(page->index)); // not evaluated
}
