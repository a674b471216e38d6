// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Diamonds: two ways between the same ends. */
#include <linux/swap.h>
#include <net/page_pool/types.h>

static void diamond_end(struct page *page) /* verdict(page): folio */
{
	unlock_page(page);
}

static void diamond_left(struct page *page) /* verdict(page): folio */
{
	diamond_end(page);
}

static void diamond_right(struct page *page) /* verdict(page): folio */
{
	diamond_end(page);
}

void diamond(struct page *page, bool left) /* verdict(page): folio */
{
	if (left)
		diamond_left(page);
	else
		diamond_right(page);
}

/* The ways end at two kinds: whoever enters cannot be both. */
static void fork_left(struct page *page) /* verdict(page): folio */
{
	mark_page_accessed(page);
}

static void fork_right(struct page_pool *pool,
		       struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(pool, page);
}

void diamond_fork(struct page_pool *pool,
		  struct page *page) /* verdict(page): mixed, uses-differ */
{
	if (pool)
		fork_right(pool, page);
	else
		fork_left(page);
}
