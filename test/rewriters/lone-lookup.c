// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A call that would bring a lookup of its own stays, unless the call is asked
// for by name; an access goes.
// CHECK-DAG: frontier-cost{{.*}}api-call{{.*}}lock_page
// CHECK-DAG: frontier-cost{{.*}}api-call{{.*}}unlock_page
//--- before.c
#include "pages.h"

int busy(void);
int get_page_unless_zero(struct page *page);

/* The name that a variable would have is something else's. */
unsigned long taken(struct page *page, struct inode *folio)
{
	lock_page(page);
	page->index = folio->i_ino;
	unlock_page(page);
	return page->private;
}

/* What is looked up already is what a variable is for. */
unsigned long looked_up(struct page *page)
{
	lock_page(page);
	folio_mark_dirty(page_folio(page));
	if (busy())
		folio_mark_accessed(page_folio(page));
	return page->private;
}

/* Until there is a reference, it may be another page. */
unsigned long behind_the_first_reference(struct page *page)
{
	if (PageUptodate(page) && PageDirty(page))
		busy();
	if (!get_page_unless_zero(page))
		return 0;
	lock_page(page);
	unlock_page(page);
	return page->private;
}
//--- after.c
#include "pages.h"

int busy(void);
int get_page_unless_zero(struct page *page);

/* The name that a variable would have is something else's. */
unsigned long taken(struct page *page, struct inode *folio)
{
	lock_page(page);
	page_folio(page)->index = folio->i_ino;
	unlock_page(page);
	return page->private;
}

/* What is looked up already is what a variable is for. */
unsigned long looked_up(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_lock(folio);
	folio_mark_dirty(folio);
	if (busy())
		folio_mark_accessed(folio);
	return page->private;
}

/* Until there is a reference, it may be another page. */
unsigned long behind_the_first_reference(struct page *page)
{
	struct folio *folio;

	folio = page_folio(page);
	if (folio_test_uptodate(folio) && folio_test_dirty(folio))
		busy();
	if (!get_page_unless_zero(page))
		return 0;
	folio = page_folio(page);
	folio_lock(folio);
	folio_unlock(folio);
	return page->private;
}
