// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A static function of which same-name-a.c has a namesake. */
#include <net/page_pool/types.h>

static void finish(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

static struct page *current_page; /* verdict(current_page): netmem */

void same_name_b(struct page *page) /* verdict(page): netmem */
{
	current_page = page;
	finish(page);
}

/* Not the one of the page cache, whose header is not here. */
static void lock_page(struct page *page) /* verdict(page): unknown */
{
	barrier();
	page_address(page);
}

void same_name_lock(struct page *page) /* verdict(page): unknown */
{
	lock_page(page);
}
