/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _NET_PAGE_POOL_TYPES_H
#define _NET_PAGE_POOL_TYPES_H

#include <linux/mm.h>

#define PP_SIGNATURE (0x40 + 0xdead000000000000UL)

struct page_pool {
	unsigned int order;
	unsigned int count;
	struct page *cache[16];
	dma_addr_t (*map)(struct page_pool *pool, struct page *page);
};

struct page *page_pool_alloc_pages(struct page_pool *pool, gfp_t gfp);
void page_pool_put_page(struct page_pool *pool, struct page *page);

#endif
