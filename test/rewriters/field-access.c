// RUN: %S/check-rewriter %s %t %clang --rewriter field-access
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Each page has flags of its own; where the page may be a tail they stay.
// CHECK: exact-page{{.*}}fs/test.c{{.*}}private
// CHECK: exact-page{{.*}}fs/test.c{{.*}}flags
//--- before.c
#include "pages.h"

/* One access: a conversion where it stands. */
pgoff_t one(struct page *page)
{
	mark_page_accessed(page);
	return page->index;
}

/* Several: a variable. */
unsigned long several(struct page *page)
{
	struct inode *inode = page->mapping->host;

	mark_page_accessed(page);
	return inode->i_ino + page->index;
}

unsigned long no_declarations(struct page *page)
{
	mark_page_accessed(page);
	page->index = 5;
	return page->index;
}

/* A variable that is there already. */
unsigned long is_there(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	return page->index + page->mapping->host->i_ino;
}

/* It may be NULL: not at the top. */
pgoff_t may_be_null(struct page *page)
{
	if (!page)
		return 0;
	mark_page_accessed(page);
	page->index++;
	return page->index;
}

/* The variable stands for two pages in turn. */
pgoff_t two_pages(struct page *page, struct page *other)
{
	pgoff_t sum;

	mark_page_accessed(page);
	sum = page->index;
	page = other;
	mark_page_accessed(page);
	return sum + page->index;
}

/* A tail of a page in the swap cache has a word of its own. */
unsigned long own_word(struct page *page)
{
	mark_page_accessed(page);
	return page->private;
}

/* A word there, a pointer here; of a head. */
static void *words(struct page *page, void *object)
{
	mark_page_accessed(page);
	page->private = (unsigned long)object;
	return (void *)page->private;
}

/* A macro that is nothing but the access. */
static void *by_macro(struct page *page)
{
	mark_page_accessed(page);
	return (void *)page_private(page);
}

void *of_heads(struct folio *folio, void *object)
{
	by_macro(&folio->page);
	return words(&folio->page, object);
}

/* The name is taken. */
pgoff_t taken(struct page *page, int folio)
{
	mark_page_accessed(page);
	return page->index + page->index + folio;
}

unsigned long flags(struct page *page)
{
	mark_page_accessed(page);
	return page->flags;
}

/* Nothing says what this is. */
pgoff_t unknown(struct page *page)
{
	return page->index;
}
//--- after.c
#include "pages.h"

/* One access: a conversion where it stands. */
pgoff_t one(struct page *page)
{
	mark_page_accessed(page);
	return page_folio(page)->index;
}

/* Several: a variable. */
unsigned long several(struct page *page)
{
	struct folio *folio = page_folio(page);
	struct inode *inode = folio->mapping->host;

	mark_page_accessed(page);
	return inode->i_ino + folio->index;
}

unsigned long no_declarations(struct page *page)
{
	struct folio *folio = page_folio(page);

	mark_page_accessed(page);
	folio->index = 5;
	return folio->index;
}

/* A variable that is there already. */
unsigned long is_there(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	return folio->index + folio->mapping->host->i_ino;
}

/* It may be NULL: not at the top. */
pgoff_t may_be_null(struct page *page)
{
	struct folio *folio;

	if (!page)
		return 0;
	folio = page_folio(page);
	mark_page_accessed(page);
	folio->index++;
	return folio->index;
}

/* The variable stands for two pages in turn. */
pgoff_t two_pages(struct page *page, struct page *other)
{
	pgoff_t sum;

	mark_page_accessed(page);
	sum = page_folio(page)->index;
	page = other;
	mark_page_accessed(page);
	return sum + page_folio(page)->index;
}

/* A tail of a page in the swap cache has a word of its own. */
unsigned long own_word(struct page *page)
{
	mark_page_accessed(page);
	return page->private;
}

/* A word there, a pointer here; of a head. */
static void *words(struct page *page, void *object)
{
	struct folio *folio = page_folio(page);

	mark_page_accessed(page);
	folio->private = object;
	return folio->private;
}

/* A macro that is nothing but the access. */
static void *by_macro(struct page *page)
{
	mark_page_accessed(page);
	return page_folio(page)->private;
}

void *of_heads(struct folio *folio, void *object)
{
	by_macro(&folio->page);
	return words(&folio->page, object);
}

/* The name is taken. */
pgoff_t taken(struct page *page, int folio)
{
	mark_page_accessed(page);
	return page_folio(page)->index + page_folio(page)->index + folio;
}

unsigned long flags(struct page *page)
{
	mark_page_accessed(page);
	return page->flags;
}

/* Nothing says what this is. */
pgoff_t unknown(struct page *page)
{
	return page->index;
}
