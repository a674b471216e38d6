// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* To the descriptor and back. */
#include <linux/pagemap.h>
#include <net/netmem.h>
#include "../../mm/slab.h"

unsigned long convert_to_folio(struct page *page) /* verdict(page): folio */
{
	struct folio *folio = page_folio(page);

	return folio_nr_pages(folio);
}

void *convert_from_folio(struct folio *folio)
{
	struct page *page = &folio->page; /* verdict(page): folio */

	return page_address(page);
}

/* There and back: the same memory, its first page. */
struct page *convert_round(struct page *page) /* verdict(page): folio ; verdict(return): folio */
{
	struct folio *folio = page_folio(page);
	struct page *head = &folio->page; /* verdict(head): folio */

	return head;
}

void *convert_nth(struct folio *folio, unsigned long n)
{
	struct page *page = folio_page(folio, n); /* verdict(page): folio */

	return page_address(page);
}

void *convert_slab(struct slab *slab)
{
	struct page *page = slab_page(slab); /* verdict(page): slab */

	return page_address(page);
}

void *convert_ptdesc(struct ptdesc *ptdesc)
{
	struct page *page = ptdesc_page(ptdesc); /* verdict(page): ptdesc */

	return page_address(page);
}

/* A cast that says so itself. */
struct ptdesc *convert_cast(struct page *page) /* verdict(page): ptdesc */
{
	return (struct ptdesc *)page;
}

/* Any pointer may become a number. */
unsigned long convert_number(struct page *page) /* verdict(page): unknown */
{
	return (unsigned long)page >> 6;
}
