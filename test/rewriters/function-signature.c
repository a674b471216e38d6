// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK-DAG: not-covered function-signature fs/test.c 56 40 page fs/test.c:66:2: uncompiled
// CHECK-DAG: exact-page function-signature fs/test.c 72 33 page fs/test.c:77:22: page_address
// CHECK-DAG: address-taken function-signature fs/test.c 38 36 page fs/test.c:46:19
//--- before.c
#include "pages.h"

static pgoff_t index_of(struct page *page, int n);

/**
 * index_of - where a page of the cache is
 * @page: the page
 * @n: how far behind it
 *
 * Takes the lock of @page for no reason.
 */
static pgoff_t index_of(struct page *page, int n)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page->index + n;
}

/* It has the folio already. */
static pgoff_t has_it(struct page *page)
{
	struct folio *folio = page_folio(page);

	mark_page_accessed(page);
	folio_lock(folio);
	folio_unlock(folio);
	return page->index;
}

pgoff_t caller(struct page *page, struct folio *folio)
{
	return index_of(page, 1) + index_of(&folio->page, 2) + has_it(page) +
	       has_it(&folio->page);
}

/* Called through a pointer that is no member. */
static pgoff_t stored(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	return page->index;
}

typedef pgoff_t (*op)(struct page *page);
const op the_op = stored;

/* Known outside of this file, where nobody names it. */
pgoff_t everywhere(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	return page->index;
}

static pgoff_t uncompiled(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	return page->index;
}

pgoff_t calls(struct page *page)
{
#ifdef CONFIG_NOBODY_HAS
	uncompiled(page, 5);
#endif
	return uncompiled(page);
}

/* The address is that of this very page. */
static void *exact(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page_address(page);
}

void *calls_exact(struct page *page)
{
	return exact(page);
}

/* The pages behind it stay pages. */
static pgoff_t pages_behind(struct page *page, int i)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page[i].index;
}

pgoff_t calls_pages_behind(struct folio *folio)
{
	return pages_behind(&folio->page, 1);
}

/* Prototypes that call the parameter otherwise, or not at all. */
pgoff_t no_name(struct page *, int n);
pgoff_t another_name(struct page *p);

pgoff_t no_name(struct page *page, int n)
{
	mark_page_accessed(page);
	return page->index + n;
}

pgoff_t another_name(struct page *page)
{
	mark_page_accessed(page);
	return page->index;
}
//--- after.c
#include "pages.h"

static pgoff_t index_of(struct folio *folio, int n);

/**
 * index_of - where a page of the cache is
 * @folio: the page
 * @n: how far behind it
 *
 * Takes the lock of @folio for no reason.
 */
static pgoff_t index_of(struct folio *folio, int n)
{
	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index + n;
}

/* It has the folio already. */
static pgoff_t has_it(struct folio *folio)
{
	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index;
}

pgoff_t caller(struct page *page, struct folio *folio)
{
	return index_of(page_folio(page), 1) + index_of(folio, 2) + has_it(page_folio(page)) +
	       has_it(folio);
}

/* Called through a pointer that is no member. */
static pgoff_t stored(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	return folio->index;
}

typedef pgoff_t (*op)(struct page *page);
const op the_op = stored;

/* Known outside of this file, where nobody names it. */
pgoff_t everywhere(struct folio *folio)
{
	folio_mark_accessed(folio);
	folio_lock(folio);
	return folio->index;
}

static pgoff_t uncompiled(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	return folio->index;
}

pgoff_t calls(struct page *page)
{
#ifdef CONFIG_NOBODY_HAS
	uncompiled(page, 5);
#endif
	return uncompiled(page);
}

/* The address is that of this very page. */
static void *exact(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return page_address(page);
}

void *calls_exact(struct page *page)
{
	return exact(page);
}

/* The pages behind it stay pages. */
static pgoff_t pages_behind(struct folio *folio, int i)
{
	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return (&folio->page)[i].index;
}

pgoff_t calls_pages_behind(struct folio *folio)
{
	return pages_behind(folio, 1);
}

/* Prototypes that call the parameter otherwise, or not at all. */
pgoff_t no_name(struct folio *, int n);
pgoff_t another_name(struct folio *p);

pgoff_t no_name(struct folio *folio, int n)
{
	folio_mark_accessed(folio);
	return folio->index + n;
}

pgoff_t another_name(struct folio *folio)
{
	folio_mark_accessed(folio);
	return folio->index;
}
