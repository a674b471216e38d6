// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Two claims on one page, and who is to blame. */
#include <linux/swap.h>
#include <net/page_pool/types.h>
#include "../../mm/slab.h"

/* Used as two things. */
unsigned long claims_uses(struct page *page) /* verdict(page): mixed, uses-differ */
{
	mark_page_accessed(page);
	return page_slab(page)->inuse;
}

/* Everybody may lock a page; that does not contradict what marks it. */
void claims_locked(struct page *page) /* verdict(page): zsdesc */
{
	lock_page(page);
	__SetPageZsmalloc(page);
}

/* Comes from two places. */
void *claims_origins(struct address_space *mapping, struct page_pool *pool)
{
	struct page *page; /* verdict(page): mixed, origins-differ */

	if (mapping)
		page = find_get_page(mapping, 0);
	else
		page = page_pool_alloc_pages(pool, GFP_KERNEL);
	return page ? page_address(page) : NULL;
}

/* The caller is wrong; the callee stays what its body makes of it. */
static void claims_accessed(struct page *page) /* verdict(page): folio */
{
	mark_page_accessed(page);
}

void claims_wrong_caller(struct page_pool *pool)
{
	struct page *page = page_pool_alloc_pages(pool, GFP_KERNEL); /* verdict(page): mixed, conflict */

	claims_accessed(page);
}

void claims_right_caller(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	claims_accessed(page);
}

/* Two callers with two kinds; the body asks for neither. */
static void *claims_any(struct page *page) /* verdict(page): mixed, origins-differ */
{
	return page_address(page);
}

void *claims_first(struct address_space *mapping)
{
	return claims_any(find_get_page(mapping, 0));
}

void *claims_second(struct page_pool *pool)
{
	return claims_any(page_pool_alloc_pages(pool, GFP_KERNEL));
}
