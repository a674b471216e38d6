// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// From an expression to the places its value may come from.

#include "page.h"

struct cache {
  struct page *head;
  struct page **pages;
  struct page *inline_pages[4];
  struct { struct page *nested; } inner;
  union { struct page *anonymous; unsigned long word; };
};
struct page *global;
static struct page *file_global;
struct page array[4];
void sink(struct page *page);
void sinks(struct page **pages);
struct page *make(void);

void declarations(struct page *param, struct cache *cache) {
  struct page *local; // an empty declaration moves nothing
  static struct page *kept;
  sink(param);                 // flow: argument param:declarations#0 -> param:sink#0 function=declarations fromscope= toscope=
  sink(local);                 // flow: argument local:local -> param:sink#0
  sink(kept);                  // flow: argument local:kept -> param:sink#0
  sink(global);                // flow: argument global:global -> param:sink#0 fromscope=
  sink(file_global);           // flow: argument global:file_global -> param:sink#0 fromscope=flow-values.c
  sink(cache->head);           // flow: argument member:cache.head -> param:sink#0 fromscope=flow-values.c
  sink((*cache).head);         // flow: argument member:cache.head -> param:sink#0
  sink(cache->inner.nested);   // flow: argument member:cache.nested -> param:sink#0
  sink(cache->anonymous);      // flow: argument member:cache.anonymous -> param:sink#0
  sink(NULL);
  sink(0);
}

void elements(struct page **pages, struct cache *cache, struct page *row, int i) {
  struct page *local[2];
  sink(pages[i]);              // flow: argument param:elements#0 -> param:sink#0
  sink(*pages);                // flow: argument param:elements#0 -> param:sink#0
  sink(*pages++);              // flow: argument param:elements#0 -> param:sink#0
  sink(*(pages + i));          // flow: argument param:elements#0 -> param:sink#0
  sink(i[pages]);              // flow: argument param:elements#0 -> param:sink#0
  sink(cache->pages[i]);       // flow: argument member:cache.pages -> param:sink#0
  sink(cache->inline_pages[i]); // flow: argument member:cache.inline_pages -> param:sink#0
  sink(cache[1].pages[i]);     // flow: argument member:cache.pages -> param:sink#0
  sink(local[1]);              // flow: argument local:local -> param:sink#0
  sinks(pages + 1);            // flow: argument param:elements#0 -> param:sinks#0
  sinks(local);                // flow: argument local:local -> param:sinks#0
  sinks(&local[1]);            // flow: argument local:local -> param:sinks#0
  sinks(&pages[i]);            // flow: argument param:elements#0 -> param:sinks#0
  sinks(&row);                 // flow: argument param:elements#2 -> param:sinks#0 through=&
  sinks(&cache->head);         // flow: argument member:cache.head -> param:sinks#0 through=&
  sink(*&row);                 // flow: argument param:elements#2 -> param:sink#0
}

// One page of a row of them is another page.
void sums(struct page *page, int i) {
  sink(page + i);              // flow: argument param:sums#0 -> param:sink#0 through=+ ; use param:sums#0 -> field:*
  sink(i + page);              // flow: argument param:sums#0 -> param:sink#0 through=+ ; use param:sums#0 -> field:*
  sink(page - 1);              // flow: argument param:sums#0 -> param:sink#0 through=+ ; use param:sums#0 -> field:*
  sink(&page[i]);              // flow: argument param:sums#0 -> param:sink#0 through=+ ; use param:sums#0 -> field:*
  sink(&page[0]);              // flow: argument param:sums#0 -> param:sink#0 ; use param:sums#0 -> field:*
  sink(page++);                // flow: argument param:sums#0 -> param:sink#0
  // flow: assign param:sums#0 -> param:sums#0 through=+ ; use param:sums#0 -> field:*
  sink(--page);                // flow: argument param:sums#0 -> param:sink#0 through=+
  // flow: assign param:sums#0 -> param:sums#0 through=+ ; use param:sums#0 -> field:*
  sink(page += i);             // flow: argument param:sums#0 -> param:sink#0 through=+
  // flow: assign param:sums#0 -> param:sums#0 through=+ ; use param:sums#0 -> field:*
  sink(array);                 // flow: argument global:array -> param:sink#0
  sink(array + i);             // flow: argument global:array -> param:sink#0 through=+ ; use global:array -> field:*
  sink(&array[i]);             // flow: argument global:array -> param:sink#0 through=+ ; use global:array -> field:*
  consume(page - array);       // flow: use param:sums#0 -> field:*
}

void choices(struct page *a, struct page *b, int c) {
  sink(c ? a : b);             // flow: argument param:choices#0 -> param:sink#0 ; argument param:choices#1 -> param:sink#0
  sink(a ?: b);                // flow: argument param:choices#0 -> param:sink#0 ; argument param:choices#1 -> param:sink#0
  sink(c ? a : NULL);          // flow: argument param:choices#0 -> param:sink#0
  sink((c, a));                // flow: argument param:choices#0 -> param:sink#0
  sink(a = b);                 // flow: argument param:choices#1 -> param:sink#0 ; assign param:choices#1 -> param:choices#0
  sink(({ consume(c); b; }));  // flow: argument param:choices#1 -> param:sink#0
  sink(({ struct page *t = b; t; })); // flow: argument param:choices#1 -> param:sink#0 ; assign param:choices#1 -> local:t
  sink(({ struct page *t = b; t = a; t; })); // flow: argument local:t -> param:sink#0
  // flow: assign param:choices#1 -> local:t ; assign param:choices#0 -> local:t
  sink(__builtin_choose_expr(1, a, b)); // flow: argument param:choices#0 -> param:sink#0
  sink(_Generic(c, int: a, default: b)); // flow: argument param:choices#0 -> param:sink#0
  sink(__extension__ a);       // flow: argument param:choices#0 -> param:sink#0
  sink(__builtin_expect(1, c) ? a : b); // flow: argument param:choices#0 -> param:sink#0 ; argument param:choices#1 -> param:sink#0
}

// A page that lies in something.
struct holder { struct page inner; struct page row[2]; struct folio *folio; };
void embedded(struct folio *folio, struct holder *holder, struct page tmp) {
  struct page local;
  sink(&folio->page);          // flow: argument type:"struct folio.page" -> param:sink#0 ; use type:"struct folio.page" -> field:*
  sink(&(folio)->__page_1);    // flow: argument type:"struct folio.__page_1" -> param:sink#0 ; use type:"struct folio.__page_1" -> field:*
  sink(&holder->inner);        // flow: argument type:"struct holder.inner" -> param:sink#0 ; use type:"struct holder.inner" -> field:*
  sink(&holder->folio->page);  // flow: argument type:"struct folio.page" -> param:sink#0 ; use type:"struct folio.page" -> field:*
  sink(holder->row);           // flow: argument member:holder.row -> param:sink#0
  sink(&local);                // flow: argument local:local -> param:sink#0
  sink(&tmp);                  // flow: argument param:embedded#2 -> param:sink#0
}

void builtins(struct page *page, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, page); // flow: argument param:builtins#0 -> param:__builtin_va_start#-1
  sink(__builtin_va_arg(list, struct page *)); // flow: argument opaque:va_arg -> param:sink#0
  sink(__builtin_assume_aligned(page, 64)); // flow: argument param:builtins#0 -> param:sink#0 ; argument param:builtins#0 -> param:__builtin_assume_aligned#0
  struct page *out;
  asm("" : "=r"(out) : "r"(page)); // flow: assign param:builtins#0 -> opaque:asm ; assign opaque:asm -> local:out
  sink(__atomic_load_n(&file_global, 0)); // flow: argument global:file_global -> param:sink#0
  __atomic_store_n(&file_global, page, 0); // flow: assign param:builtins#0 -> global:file_global
  sink(__atomic_exchange_n(&file_global, page, 0)); // flow: argument global:file_global -> param:sink#0 ; assign param:builtins#0 -> global:file_global
}
