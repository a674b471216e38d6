// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK: not-covered struct-member fs/test.c 5 15 spare_page fs/test.c:22:20: spare_page
//--- before.c
#include "pages.h"

struct cursor {
	struct page *first_page;
	struct page *spare_page;
	int n;
};

void start(struct cursor *cursor, struct folio *folio)
{
	cursor->first_page = &folio->page;
	cursor->spare_page = &folio->page;
}

pgoff_t look(struct cursor *cursor)
{
	mark_page_accessed(cursor->first_page);
	mark_page_accessed(cursor->spare_page);
	lock_page(cursor->first_page);
	unlock_page(cursor->first_page);
#ifdef CONFIG_NOBODY_HAS
	lock_page(cursor->spare_page);
#endif
	return cursor->first_page->index + cursor->spare_page->index;
}
//--- after.c
#include "pages.h"

struct cursor {
	struct folio *first_folio;
	struct page *spare_page;
	int n;
};

void start(struct cursor *cursor, struct folio *folio)
{
	cursor->first_folio = folio;
	cursor->spare_page = &folio->page;
}

pgoff_t look(struct cursor *cursor)
{
	folio_mark_accessed(cursor->first_folio);
	mark_page_accessed(cursor->spare_page);
	folio_lock(cursor->first_folio);
	folio_unlock(cursor->first_folio);
#ifdef CONFIG_NOBODY_HAS
	lock_page(cursor->spare_page);
#endif
	return cursor->first_folio->index + page_folio(cursor->spare_page)->index;
}
