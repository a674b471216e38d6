// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Pages that go round between a network card and its driver. */
#include <net/page_pool/types.h>

static void page_pool_set_pp_info(struct page_pool *pool, struct page *page)
{
	page->pp = pool;
	page->pp_magic |= PP_SIGNATURE;
	atomic_long_set(&page->pp_ref_count, 1);
}

static void page_pool_clear_pp_info(struct page *page)
{
	page->pp_magic = 0;
	page->pp = NULL;
}

struct page *page_pool_alloc_pages(struct page_pool *pool, gfp_t gfp)
{
	struct page *page;

	if (pool->count)
		return pool->cache[--pool->count];
	page = alloc_pages(gfp, pool->order);
	if (!page)
		return NULL;
	page->dma_addr = pool->map(pool, page);
	page_pool_set_pp_info(pool, page);
	return page;
}

void page_pool_put_page(struct page_pool *pool, struct page *page)
{
	if ((page->pp_magic & ~3UL) != PP_SIGNATURE || page->pp != pool)
		return;
	if (atomic_long_sub_return(1, &page->pp_ref_count))
		return;
	if (pool->count < 16) {
		pool->cache[pool->count++] = page;
		return;
	}
	page_pool_clear_pp_info(page);
	put_page(page);
}
