// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The first page of an allocation, the only one, or one behind it. */
#include <linux/pagemap.h>

/* Asked for, of any size. */
void *head_allocated(unsigned int order)
{
	struct page *page = alloc_pages(GFP_KERNEL, order); /* verdict(page): page ; headness(page): head */

	return page ? page_address(page) : NULL;
}

/* A folio begins with its first page. */
void *head_of_folio(struct folio *folio)
{
	struct page *page = &folio->page; /* verdict(page): folio ; headness(page): head */

	return page_address(page);
}

/* One behind it. */
void *head_next(unsigned int order)
{
	struct page *page = alloc_pages(GFP_KERNEL, order); /* verdict(page): page ; headness(page): head */
	struct page *next = page + 1; /* verdict(next): page */

	return page ? page_address(next) : NULL;
}

/* One behind the first is not the folio's first. */
void *head_behind_folio(struct folio *folio, unsigned long n)
{
	struct page *page = &folio->page + n; /* verdict(page): folio */
	struct page *first = &folio->page; /* verdict(first): folio ; headness(first): head */

	return page == first ? NULL : page_address(page);
}

static void *head_behind_either(struct page *page) /* verdict(page): folio */
{
	return page_address(page);
}

void *head_behind_call(struct folio *folio, bool tail)
{
	if (tail)
		return head_behind_either(&folio->page + 1);
	return head_behind_either(&folio->page);
}

/* Whatever was asked about, this is the first; the next is not. */
void *head_compound(struct page *page) /* verdict(page): unknown */
{
	struct page *first = compound_head(page); /* verdict(first): unknown ; headness(first): head */
	struct page *next = compound_head(page) + 1; /* verdict(next): unknown */

	return page == first ? page_address(next) : page_address(first);
}

/* The first page of whatever comes: not of what is asked about. */
void *head_asked(struct page *page) /* verdict(page): unknown */
{
	return page_address(compound_head(page));
}

/* All that are seen to call give the first page. */
static void *head_only(struct page *page) /* verdict(page): folio ; headness(page): head */
{
	return page_address(page);
}

void *head_call(struct folio *folio)
{
	return head_only(&folio->page);
}

/* One of them does not. */
static void *head_or_tail(struct page *page) /* verdict(page): page */
{
	return page_address(page);
}

void *head_call_both(unsigned int order, bool tail)
{
	struct page *page = alloc_pages(GFP_KERNEL, order); /* verdict(page): page ; headness(page): head */

	if (!page)
		return NULL;
	if (tail)
		return head_or_tail(page + 1);
	return head_or_tail(page);
}

/* Once around the loop it is another page. */
unsigned int head_walk(struct folio *folio, unsigned int n)
{
	unsigned int dirty = 0;
	struct page *page = &folio->page; /* verdict(page): folio */

	for (; n--; page++)
		dirty += PageDirty(page);
	return dirty;
}
