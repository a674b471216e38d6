// RUN: %S/check-rewriter %s %t %clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

//--- before.c
#include "pages.h"

#define container_of(at, type, member)                                        \
	((type *)((char *)(at) - __builtin_offsetof(type, member)))
#define list_first_entry(list, type, member)                                  \
	container_of((list)->next, type, member)
#define list_for_each_entry(at, list, member)                                 \
	for (at = list_first_entry(list, __typeof__(*at), member);            \
	     &at->member != (list);                                           \
	     at = list_first_entry(&at->member, __typeof__(*at), member))
#define list_for_each_entry_safe(at, n, list, member)                         \
	for (at = list_first_entry(list, __typeof__(*at), member),            \
	    n = list_first_entry(&at->member, __typeof__(*n), member);        \
	     &at->member != (list);                                           \
	     at = n, n = list_first_entry(&n->member, __typeof__(*n), member))

void walk(struct list_head *pages)
{
	struct page *page;

	list_for_each_entry(page, pages, lru) {
		mark_page_accessed(page);
		lock_page(page);
		unlock_page(page);
	}
}

pgoff_t first(struct list_head *pages)
{
	struct page *page = list_first_entry(pages, struct page, lru);

	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page->index;
}

void walk_and_take(struct list_head *pages)
{
	struct page *page, *next;

	list_for_each_entry_safe(page, next, pages, lru) {
		mark_page_accessed(page);
		lock_page(page);
		unlock_page(page);
	}
}
//--- after.c
#include "pages.h"

#define container_of(at, type, member)                                        \
	((type *)((char *)(at) - __builtin_offsetof(type, member)))
#define list_first_entry(list, type, member)                                  \
	container_of((list)->next, type, member)
#define list_for_each_entry(at, list, member)                                 \
	for (at = list_first_entry(list, __typeof__(*at), member);            \
	     &at->member != (list);                                           \
	     at = list_first_entry(&at->member, __typeof__(*at), member))
#define list_for_each_entry_safe(at, n, list, member)                         \
	for (at = list_first_entry(list, __typeof__(*at), member),            \
	    n = list_first_entry(&at->member, __typeof__(*n), member);        \
	     &at->member != (list);                                           \
	     at = n, n = list_first_entry(&n->member, __typeof__(*n), member))

void walk(struct list_head *pages)
{
	struct folio *folio;

	list_for_each_entry(folio, pages, lru) {
		folio_mark_accessed(folio);
		folio_lock(folio);
		folio_unlock(folio);
	}
}

pgoff_t first(struct list_head *pages)
{
	struct folio *folio = list_first_entry(pages, struct folio, lru);

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index;
}

void walk_and_take(struct list_head *pages)
{
	struct folio *folio, *next;

	list_for_each_entry_safe(folio, next, pages, lru) {
		folio_mark_accessed(folio);
		folio_lock(folio);
		folio_unlock(folio);
	}
}
