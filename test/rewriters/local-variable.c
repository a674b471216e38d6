// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is tested for NULL cannot be looked up.
// CHECK-DAG: may-be-null local-variable fs/test.c 33 15 page fs/test.c:33:22
// CHECK-DAG: needs-another local-variable fs/test.c 44 15 page fs/test.c:46:6: see
// CHECK-DAG: name-taken local-variable fs/test.c 55 15 page folio
// CHECK-DAG: not-covered local-variable fs/test.c 65 15 page fs/test.c:69:14: page
//--- before.c
#include "pages.h"

struct page *some_page(struct address_space *mapping);
void see(struct page **where);

/* All uses go; the name follows. */
pgoff_t all(struct address_space *mapping)
{
	struct page *page = some_page(mapping);

	mark_page_accessed(page);
	lock_page(page);
	set_page_dirty(page);
	unlock_page(page);
	return page->index;
}

/* One of a list. */
pgoff_t list(struct address_space *mapping, int n)
{
	struct page *cached_page = some_page(mapping), *other;

	other = some_page(mapping);
	see(&other);
	mark_page_accessed(cached_page);
	lock_page(cached_page);
	unlock_page(cached_page);
	return cached_page->index;
}

unsigned long may_be_null(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	if (!page)
		return 0;
	lock_page(page);
	unlock_page(page);
	return page->index;
}

unsigned long taken(struct address_space *mapping)
{
	struct page *page = some_page(mapping);

	see(&page);
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page->index;
}

pgoff_t name(struct address_space *mapping, int folio)
{
	struct page *page = some_page(mapping);

	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page->index + folio;
}

pgoff_t hidden(struct address_space *mapping)
{
	struct page *page = some_page(mapping);

	mark_page_accessed(page);
#ifdef CONFIG_NOBODY_HAS
	unlock_page(page);
#endif
	lock_page(page);
	return page->index;
}

/* The folio is there. */
static int read_folio(struct address_space *mapping, struct folio *folio)
{
	struct page *page = &folio->page;

	if (page->index > 5)
		unlock_page(page);
	return page_address(page) != 0;
}

int of_what_is_there(struct address_space *mapping, struct folio *folio)
{
	struct page *page = &folio->page;
	int ret = read_folio(mapping, folio);

	lock_page(page);
	folio = virt_to_folio(mapping);
	return ret + read_folio(mapping, folio);
}

/* "p" is short for "page". */
pgoff_t abbreviated(struct address_space *mapping)
{
	struct page *p = some_page(mapping);

	mark_page_accessed(p);
	lock_page(p);
	set_page_dirty(p);
	unlock_page(p);
	return p->index;
}

/* Not where the other name is wanted twice, or "p" is something else as well. */
pgoff_t twice(struct address_space *mapping, int folio)
{
	struct page *p = some_page(mapping);

	mark_page_accessed(p);
	lock_page(p);
	unlock_page(p);
	return p->index + folio;
}

pgoff_t other(struct address_space *mapping, int n)
{
	struct page *p = some_page(mapping);

	mark_page_accessed(p);
	lock_page(p);
	unlock_page(p);
	while (n) {
		int p = n--;

		n -= p;
	}
	return p->index;
}
//--- after.c
#include "pages.h"

struct page *some_page(struct address_space *mapping);
void see(struct page **where);

/* All uses go; the name follows. */
pgoff_t all(struct address_space *mapping)
{
	struct folio *folio = page_folio(some_page(mapping));

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_mark_dirty(folio);
	folio_unlock(folio);
	return folio->index;
}

/* One of a list. */
pgoff_t list(struct address_space *mapping, int n)
{
	struct folio *cached_folio = page_folio(some_page(mapping));
	struct page *other;

	other = some_page(mapping);
	see(&other);
	folio_mark_accessed(cached_folio);
	folio_lock(cached_folio);
	folio_unlock(cached_folio);
	return cached_folio->index;
}

unsigned long may_be_null(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);
	struct folio *folio;

	if (!page)
		return 0;
	folio = page_folio(page);
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index;
}

unsigned long taken(struct address_space *mapping)
{
	struct page *page = some_page(mapping);
	struct folio *folio;

	see(&page);
	folio = page_folio(page);
	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index;
}

pgoff_t name(struct address_space *mapping, int folio)
{
	struct page *page = some_page(mapping);

	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return page_folio(page)->index + folio;
}

pgoff_t hidden(struct address_space *mapping)
{
	struct page *page = some_page(mapping);
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
#ifdef CONFIG_NOBODY_HAS
	unlock_page(page);
#endif
	folio_lock(folio);
	return folio->index;
}

/* The folio is there. */
static int read_folio(struct address_space *mapping, struct folio *folio)
{
	if (folio->index > 5)
		folio_unlock(folio);
	return folio_address(folio) != 0;
}

int of_what_is_there(struct address_space *mapping, struct folio *folio)
{
	struct page *page = &folio->page;
	int ret = read_folio(mapping, folio);

	lock_page(page);
	folio = virt_to_folio(mapping);
	return ret + read_folio(mapping, folio);
}

/* "p" is short for "page". */
pgoff_t abbreviated(struct address_space *mapping)
{
	struct folio *folio = page_folio(some_page(mapping));

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_mark_dirty(folio);
	folio_unlock(folio);
	return folio->index;
}

/* Not where the other name is wanted twice, or "p" is something else as well. */
pgoff_t twice(struct address_space *mapping, int folio)
{
	struct folio *p = page_folio(some_page(mapping));

	folio_mark_accessed(p);
	folio_lock(p);
	folio_unlock(p);
	return p->index + folio;
}

pgoff_t other(struct address_space *mapping, int n)
{
	struct folio *p = page_folio(some_page(mapping));

	folio_mark_accessed(p);
	folio_lock(p);
	folio_unlock(p);
	while (n) {
		int p = n--;

		n -= p;
	}
	return p->index;
}
