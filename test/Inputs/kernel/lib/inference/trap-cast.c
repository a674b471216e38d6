// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: pages under other types, and tags in their low bits. */
#include <linux/bvec.h>
#include <linux/pgalloc.h>
#include <linux/scatterlist.h>
#include <net/netmem.h>

/* Any number is a handle for somebody. */
void *cast_handle(unsigned long handle)
{
	struct page *page = (struct page *)handle; /* verdict(page): unknown */

	return page_address(page);
}

/* A table by the name of its type. */
void *cast_table(struct mm_struct *mm, pgtable_t table) /* verdict(table): ptdesc */
{
	return page_address(table);
}

/* A reference of the network is most often, not always, page_pool's. */
void *cast_netmem(netmem_ref netmem)
{
	struct page *page = netmem_to_page(netmem); /* verdict(page): unknown */

	return page ? page_address(page) : NULL;
}

netmem_ref cast_to_netmem(struct page_pool *pool)
{
	struct page *page = page_pool_alloc_pages(pool, GFP_KERNEL); /* verdict(page): netmem */

	return page_to_netmem(page);
}

/* Blocks come from any memory. */
void *cast_bvec(struct bio_vec *vec)
{
	struct page *page = vec->bv_page; /* verdict(page): unknown */

	return page_address(page) + vec->bv_offset;
}

/* So do scatterlists. */
void cast_scatter(struct scatterlist *sg, struct page *page) /* verdict(page): unknown */
{
	sg_set_page(sg, page, PAGE_SIZE, 0);
}

void *cast_scattered(struct scatterlist *sg)
{
	struct page *page = sg_page(sg); /* verdict(page): unknown */

	return page_address(page);
}

/* A tag of one's own, put on and taken off again. */
struct tagged {
	unsigned long word;
};

void cast_tag(struct tagged *tagged, struct page_pool *pool)
{
	tagged->word = (unsigned long)page_pool_alloc_pages(pool, 0) | 1;
}

void *cast_untag(struct tagged *tagged)
{
	struct page *page = (struct page *)(tagged->word & ~1UL); /* verdict(page): netmem */

	return page_address(page);
}
