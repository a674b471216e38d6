// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* One of several values. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

/* Both are folios. */
void *choice_same(struct address_space *mapping, struct folio *folio)
{
	struct page *page = mapping ? find_get_page(mapping, 0) : &folio->page; /* verdict(page): folio */

	return page_address(page);
}

/* The first when there is one. */
void *choice_short(struct address_space *mapping, struct folio *folio)
{
	struct page *page = find_get_page(mapping, 0) ?: &folio->page; /* verdict(page): folio */

	return page_address(page);
}

/* They differ. */
void *choice_differs(struct folio *folio, struct ptdesc *ptdesc)
{
	struct page *page = folio ? &folio->page : ptdesc_page(ptdesc); /* verdict(page): mixed, origins-differ */

	return page_address(page);
}

/* One of them is nobody's yet. */
void *choice_bare(struct folio *folio)
{
	struct page *page = folio ? &folio->page : alloc_page(GFP_KERNEL); /* verdict(page): mixed */

	return page_address(page);
}

/* No page is no kind of page. */
void *choice_null(struct folio *folio)
{
	struct page *page = folio ? &folio->page : NULL; /* verdict(page): folio */

	return page ? page_address(page) : NULL;
}

/* The last value of a statement expression; a read that happens once. */
void *choice_once(struct page **where, struct folio *folio) /* verdict(where): unknown */
{
	struct page *page = ({ barrier(); &folio->page; }); /* verdict(page): folio */
	struct page *seen = READ_ONCE(*where); /* verdict(seen): unknown */

	return page == seen ? page_address(page) : NULL;
}
