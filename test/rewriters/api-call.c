// RUN: %S/check-rewriter %s %t %clang --rewriter api-call
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What sees the flags of one page stays when the page may be a tail.
// CHECK: exact-page{{.*}}fs/test.c{{.*}}PagePrivate
//--- before.c
#include "pages.h"

void one(struct page *page)
{
	mark_page_accessed(page);
}

int several(struct page *page)
{
	lock_page(page);
	mark_page_accessed(page);
	end_page_writeback(page);
	unlock_page(page);
	return PageDirty(page);
}

/* What takes the place of a call may be made of it. */
void folio_mark_accessed(struct folio *folio)
{
	struct page *page = &folio->page;

	mark_page_accessed(page);
}

/* The argument is not the variable alone. */
void *other(struct page *page, bool yes)
{
	mark_page_accessed(yes ? page : NULL);
	mark_page_accessed(page);
	return PagePrivate(page) ? page_address(page) : NULL;
}
//--- after.c
#include "pages.h"

void one(struct page *page)
{
	folio_mark_accessed(page_folio(page));
}

int several(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_lock(folio);
	folio_mark_accessed(folio);
	folio_end_writeback(folio);
	folio_unlock(folio);
	return folio_test_dirty(folio);
}

/* What takes the place of a call may be made of it. */
void folio_mark_accessed(struct folio *folio)
{
	struct page *page = &folio->page;

	mark_page_accessed(page);
}

/* The argument is not the variable alone. */
void *other(struct page *page, bool yes)
{
	mark_page_accessed(yes ? page : NULL);
	folio_mark_accessed(page_folio(page));
	return PagePrivate(page) ? page_address(page) : NULL;
}
