// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A struct that carries pages from this file to member-use.c. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>
#include "member.h"

void request_fill(struct request *request, struct address_space *mapping,
		  struct page_pool *pool)
{
	unsigned int i;

	request->page = find_get_page(mapping, 0);
	for (i = 0; i < 4; i++)
		request->pages[i] = page_pool_alloc_pages(pool, GFP_KERNEL);
	request->scratch = alloc_page(GFP_KERNEL);
	if (mapping)
		request->either = find_get_page(mapping, 1);
	else
		request->either = page_pool_alloc_pages(pool, GFP_KERNEL);
}

/* Designated and by position. */
void *request_on_stack(struct page *page) /* verdict(page): unknown */
{
	struct request local = { .unset = page };

	return page_address(local.unset);
}
