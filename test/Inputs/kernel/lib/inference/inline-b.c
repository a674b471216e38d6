// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Calls the functions of inline.h; inline-a.c does too. */
#include <net/page_pool/types.h>
#include "inline.h"

void inline_b(struct page *page) /* verdict(page): folio */
{
	inline_unlock(page);
}

void *inline_b_either(struct page_pool *pool)
{
	struct page *page = page_pool_alloc_pages(pool, GFP_KERNEL); /* verdict(page): netmem */

	return page ? inline_either(page) : NULL;
}
