// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: a page behind the first has no index, mapping, private or list. */
#include <linux/pagemap.h>

/* The index of the folio plus n, not the word in the n-th page. */
pgoff_t tail_index(struct folio *folio, unsigned long n)
{
	struct page *page = folio_page(folio, n); /* verdict(page): folio */

	return page->index; /* access(index): folio */
}

/* The offset in the folio is lost with page_folio(). */
void *tail_offset_lost(struct page *page) /* verdict(page): folio */
{
	struct folio *folio = page_folio(page);
	struct page *first = &folio->page; /* verdict(first): folio ; headness(first): head */

	return page_address(first);
}

/* One lock for all of them: the second turn waits for ever. */
void tail_lock_each(struct folio *folio, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++) {
		struct page *page = folio_page(folio, i); /* verdict(page): folio */

		lock_page(page);
	}
}

/* One reference for all of them. */
void tail_put_each(struct page *page, unsigned int n) /* verdict(page): unknown */
{
	while (n--)
		put_page(page + n);
}

/* The one test looks at the first page, the other at this one. */
bool tail_redirect(struct page *page) /* verdict(page): folio */
{
	return PageDirty(page);
}

bool tail_no_redirect(struct page *page) /* verdict(page): unknown */
{
	return PagePrivate(page);
}

/* State of the one page, which no folio has. */
void tail_state(struct folio *folio, unsigned long n)
{
	struct page *page = folio_page(folio, n); /* verdict(page): folio */

	SetPageReserved(page);
}
