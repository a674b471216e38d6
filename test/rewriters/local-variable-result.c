// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A call that gives a page becomes one that gives the descriptor, with other
// arguments, and may be tested; what is called on its result changes as well.
// CHECK-NOT: {{^[a-z-]+ local-variable}}
//--- before.c
#include "pages.h"

static struct page *make(struct address_space *mapping)
{
	struct page *page = __page_cache_alloc(mapping ? 1 : (2));

	if (!page)
		return NULL;
	lock_page(page);
	page->mapping = mapping;
	return page;
}

void make_and_drop(struct address_space *mapping)
{
	unlock_page(make(mapping));
}

pgoff_t at_address(const void *address)
{
	struct page *page = virt_to_head_page(address);

	set_page_dirty(page);
	unlock_page(page);
	return page->index;
}

pgoff_t found(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 3);
	pgoff_t index;

	if (!page)
		return 0;
	lock_page(page);
	index = page->index;
	unlock_page(page);
	put_page(page);
	return index;
}
//--- after.c
#include "pages.h"

static struct folio *make(struct address_space *mapping)
{
	struct folio *folio = filemap_alloc_folio(mapping ? 1 : (2), 0);

	if (!folio)
		return NULL;
	folio_lock(folio);
	folio->mapping = mapping;
	return folio;
}

void make_and_drop(struct address_space *mapping)
{
	folio_unlock(make(mapping));
}

pgoff_t at_address(const void *address)
{
	struct folio *folio = virt_to_folio(address);

	folio_mark_dirty(folio);
	folio_unlock(folio);
	return folio->index;
}

pgoff_t found(struct address_space *mapping)
{
	struct folio *folio = filemap_get_folio(mapping, 3);
	pgoff_t index;

	if (!folio)
		return 0;
	folio_lock(folio);
	index = folio->index;
	folio_unlock(folio);
	folio_put(folio);
	return index;
}
