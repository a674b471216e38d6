// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Who steps through the pages of a folio means each of them, not the first.
// CHECK-DAG: exact-page field-access fs/test.c {{[0-9]+}} {{[0-9]+}} mapping
// CHECK-DAG: exact-page field-access fs/test.c {{[0-9]+}} {{[0-9]+}} index
//--- before.c
#include "pages.h"

struct page *next_page(struct page *page);

void by_sum(struct page *head, int n)
{
	while (--n) {
		struct page *tail = head + n;

		tail->mapping = NULL;
		lock_page(tail);
		unlock_page(tail);
	}
}

void by_step(struct page *page, int n)
{
	lock_page(page);
	for (; n--; page++)
		page->index = 0;
}

static void clear(struct page *page)
{
	lock_page(page);
	page->mapping = NULL;
	unlock_page(page);
}

void by_argument(struct page *head, int n)
{
	while (n--)
		clear(&head[n]);
}

/* No step. */
void by_call(struct page *page, int n)
{
	struct page *other = next_page(page);

	other->mapping = NULL;
	other->index = n + 1;
	lock_page(other);
	unlock_page(other);
}

/* Nor is this: the field changes, not the page. */
pgoff_t counts(struct page *page)
{
	lock_page(page);
	unlock_page(page);
	return ++page->index;
}
//--- after.c
#include "pages.h"

struct page *next_page(struct page *page);

void by_sum(struct page *head, int n)
{
	while (--n) {
		struct page *tail = head + n;
		struct folio *folio;

		tail->mapping = NULL;
		folio = page_folio(tail);
		folio_lock(folio);
		folio_unlock(folio);
	}
}

void by_step(struct page *page, int n)
{
	lock_page(page);
	for (; n--; page++)
		page->index = 0;
}

static void clear(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_lock(folio);
	page->mapping = NULL;
	folio_unlock(folio);
}

void by_argument(struct page *head, int n)
{
	while (n--)
		clear(&head[n]);
}

/* No step. */
void by_call(struct page *page, int n)
{
	struct folio *other = page_folio(next_page(page));

	other->mapping = NULL;
	other->index = n + 1;
	folio_lock(other);
	folio_unlock(other);
}

/* Nor is this: the field changes, not the page. */
pgoff_t counts(struct folio *folio)
{
	folio_lock(folio);
	folio_unlock(folio);
	return ++folio->index;
}
