// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What callers make of a result. */
#include <linux/swap.h>
#include <net/page_pool/types.h>

/* All callers agree. */
struct page *result_agreed(int key); /* verdict(return): folio */

void result_first(void)
{
	struct page *page = result_agreed(1); /* verdict(page): folio */

	mark_page_accessed(page);
}

void result_second(void)
{
	mark_page_accessed(result_agreed(2));
}

/* They do not. */
struct page *result_disputed(int key); /* verdict(return): unknown */

void result_as_folio(void)
{
	mark_page_accessed(result_disputed(1));
}

void result_as_netmem(struct page_pool *pool)
{
	page_pool_put_page(pool, result_disputed(2));
}

/* Allocation stays bare, whatever somebody does with it. */
static struct page *result_new(void) /* verdict(return): page, bare */
{
	return alloc_page(GFP_KERNEL);
}

void result_used(void)
{
	struct page *page = result_new(); /* verdict(page): folio */

	if (page)
		mark_page_accessed(page);
}

void result_kept(void **where)
{
	struct page *page = result_new(); /* verdict(page): page, bare */

	*where = page ? page_address(page) : NULL;
}
