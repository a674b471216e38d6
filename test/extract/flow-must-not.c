// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// What moves no page.

#include "page.h"

struct pages { int page; struct page *head; };
struct list_head *links;
void sink(struct page *page);
struct page *make(void);
void take(struct folio *folio, struct list_head *link, int n);
int mapcount(const struct page *page);
typedef struct page *(*maker)(int n);

void nothing(struct page *page, struct folio *folio, struct pages *pages, int n) {
  struct page *other = NULL, *third;
  struct { int page; } local = {1};
  consume(sizeof(make()));
  consume(sizeof(*page) + _Alignof(struct page));
  typeof(make()) typed = NULL;
  consume(__builtin_choose_expr(0, mapcount(page), 1));
  consume(_Generic(page, struct page *: 1, default: mapcount(page)));
  consume(__builtin_constant_p(page));
  consume(pages->page + local.page);
  consume(page == other);
  consume(!page);
  take(folio, links, n);
  folio = NULL;
  sink((struct page *)0x100);
  sink((void *)~0ul);
  third = NULL;
  maker none = NULL;
  make();
}

void something(struct page *page) {
  sink(page); // flow: argument param:something#0 -> param:sink#0
}
