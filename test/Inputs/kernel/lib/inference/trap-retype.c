// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: words of the page that hold something else than their type says. */
#include <linux/pagemap.h>

/* private is a pointer for one owner, a number for the next. */
void *retype_private(struct page *page) /* verdict(page): unknown */
{
	return (void *)page->private;
}

/* index as the link to the next page. */
struct page *retype_next(struct page *page) /* verdict(page): unknown ; verdict(return): unknown */
{
	return (struct page *)page->index;
}

/* private as the link; where the chain goes on is not where it began. */
void *retype_chain(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */
	struct page *linked = (struct page *)page_private(page); /* verdict(linked): unknown */

	return page_address(linked);
}

/* An owner's word in mapping is not a mapping. */
void retype_mapping(struct page *page, void *owner) /* verdict(page): unknown */
{
	page->mapping = owner;
}
