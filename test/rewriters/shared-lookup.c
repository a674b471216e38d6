// RUN: %S/check-rewriter %s %t %clang --rewriter field-access --rewriter api-call
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A lookup that serves several uses is made once, before the first of them that
// is reached in any case.
//--- before.c
#include "pages.h"

int split_huge_page(struct page *page);
int busy(void);

struct page *next_page(struct page *page);

int after_a_test(struct address_space *mapping)
{
	struct page *page;
	int err = busy();

	page = grab_cache_page(mapping, 0);
	if (!page)
		return -1;
	err = busy();
	if (err)
		goto out;

	/* Only now: somebody may have been faster. */
	if (page->mapping != mapping)
		err = busy();
	page->index = 0;
out:
	unlock_page(page);
	return err;
}

void in_one_branch(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	if (page) {
		lock_page(page);
		page->index = 0;
		unlock_page(page);
	}
	busy();
}

void one_each(struct address_space *mapping, int n)
{
	struct page *page;

	while (n--) {
		page = grab_cache_page(mapping, n);
		if (!page)
			continue;
		page->index = 0;
		unlock_page(page);
	}
}

void walks(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	lock_page(page);
	while (busy()) {
		unlock_page(page);
		page = next_page(page);
		lock_page(page);
	}
	unlock_page(page);
}

/* The page may be in another folio behind it. */
static int splits(struct page *page)
{
	return split_huge_page(page);
}

void behind_a_split(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	lock_page(page);
	mark_page_accessed(page);
	if (busy())
		splits(page);
	unlock_page(page);
	put_page(page);
}

void conditions(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	if (busy() && page->index)
		busy();
	if (page->index == 5 || page->index == 6)
		unlock_page(page);
}

void not_everywhere(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	busy();
#ifdef CONFIG_FAST
#else
	lock_page(page);
#endif
	if (busy())
		unlock_page(page);
}

void cases(struct address_space *mapping, int n)
{
	struct page *page = grab_cache_page(mapping, 0);

	switch (n) {
	case 1:
		lock_page(page);
		unlock_page(page);
		break;
	case 2:
		lock_page(page);
	default:
		unlock_page(page);
	}
}

void two(struct address_space *mapping, struct page *old_page)
{
	struct page *page = grab_cache_page(mapping, 0);

	if (!old_page)
		return;
	lock_page(page);
	lock_page(old_page);
	page->index = old_page->index;
	unlock_page(old_page);
	unlock_page(page);
}

void again(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	lock_page(page);
retry:
	unlock_page(page);
	if (busy()) {
		page = grab_cache_page(mapping, 1);
		goto retry;
	}
}
//--- after.c
#include "pages.h"

int split_huge_page(struct page *page);
int busy(void);

struct page *next_page(struct page *page);

int after_a_test(struct address_space *mapping)
{
	struct page *page;
	struct folio *folio;
	int err = busy();

	page = grab_cache_page(mapping, 0);
	if (!page)
		return -1;
	folio = page_folio(page);
	err = busy();
	if (err)
		goto out;

	/* Only now: somebody may have been faster. */
	if (folio->mapping != mapping)
		err = busy();
	folio->index = 0;
out:
	folio_unlock(folio);
	return err;
}

void in_one_branch(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	if (page) {
		struct folio *folio = page_folio(page);

		folio_lock(folio);
		folio->index = 0;
		folio_unlock(folio);
	}
	busy();
}

void one_each(struct address_space *mapping, int n)
{
	struct page *page;
	struct folio *folio;

	while (n--) {
		page = grab_cache_page(mapping, n);
		if (!page)
			continue;
		folio = page_folio(page);
		folio->index = 0;
		folio_unlock(folio);
	}
}

void walks(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	folio_lock(page_folio(page));
	while (busy()) {
		folio_unlock(page_folio(page));
		page = next_page(page);
		folio_lock(page_folio(page));
	}
	folio_unlock(page_folio(page));
}

/* The page may be in another folio behind it. */
static int splits(struct page *page)
{
	return split_huge_page(page);
}

void behind_a_split(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);
	struct folio *folio = page_folio(page);

	folio_lock(folio);
	folio_mark_accessed(folio);
	if (busy())
		splits(page);
	folio = page_folio(page);
	folio_unlock(folio);
	folio_put(folio);
}

void conditions(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);
	struct folio *folio;

	if (busy() && page_folio(page)->index)
		busy();
	folio = page_folio(page);
	if (folio->index == 5 || folio->index == 6)
		folio_unlock(folio);
}

void not_everywhere(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	busy();
#ifdef CONFIG_FAST
#else
	folio_lock(page_folio(page));
#endif
	if (busy())
		folio_unlock(page_folio(page));
}

void cases(struct address_space *mapping, int n)
{
	struct page *page = grab_cache_page(mapping, 0);
	struct folio *folio;

	switch (n) {
	case 1:
		folio = page_folio(page);
		folio_lock(folio);
		folio_unlock(folio);
		break;
	case 2:
		folio_lock(page_folio(page));
	default:
		folio_unlock(page_folio(page));
	}
}

void two(struct address_space *mapping, struct page *old_page)
{
	struct folio *old_folio;
	struct page *page = grab_cache_page(mapping, 0);
	struct folio *folio;

	if (!old_page)
		return;
	folio = page_folio(page);
	old_folio = page_folio(old_page);
	folio_lock(folio);
	folio_lock(old_folio);
	folio->index = old_folio->index;
	folio_unlock(old_folio);
	folio_unlock(folio);
}

void again(struct address_space *mapping)
{
	struct page *page = grab_cache_page(mapping, 0);

	folio_lock(page_folio(page));
retry:
	folio_unlock(page_folio(page));
	if (busy()) {
		page = grab_cache_page(mapping, 1);
		goto retry;
	}
}
