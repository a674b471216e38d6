// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* One of each kind of page, and what looks like it and is not. */
#include <linux/memremap.h>
#include <linux/pgalloc.h>
#include <linux/swap.h>
#include <net/page_pool/types.h>
#include "../../mm/slab.h"

void kind_folio(struct page *page) /* verdict(page): folio */
{
	mark_page_accessed(page);
}

/* Everybody may hold a reference; it does not say to what. */
void kind_not_folio(struct page *page) /* verdict(page): unknown, weak-evidence */
{
	get_page(page);
	put_page(page);
}

unsigned long kind_slab(struct page *page) /* verdict(page): slab */
{
	return page_slab(page)->inuse;
}

/* A test whose answer is thrown away has not proved anything. */
bool kind_not_slab(struct page *page) /* verdict(page): unknown */
{
	return PageSlab(page);
}

bool kind_ptdesc(struct page *page) /* verdict(page): ptdesc */
{
	return pagetable_pte_ctor(page_ptdesc(page));
}

void kind_ptdesc_alloc(struct mm_struct *mm)
{
	struct page *table = pte_alloc_one(mm); /* verdict(table): ptdesc */

	if (table)
		pte_free(mm, table);
}

/* On a list of page tables, for all that can be seen here. */
void kind_not_ptdesc(struct mm_struct *mm,
		     struct page *page) /* verdict(page): unknown */
{
	list_add(&page->lru, &mm->pgtables);
}

void kind_zsdesc(struct page *page) /* verdict(page): zsdesc */
{
	__SetPageZsmalloc(page);
	set_page_private(page, 0);
}

void kind_netmem(struct page_pool *pool,
		 struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(pool, page);
}

bool kind_netmem_field(struct page *page) /* verdict(page): netmem */
{
	return page->pp_magic == PP_SIGNATURE;
}

/* The same words under the name that any owner may use. */
bool kind_not_netmem(struct page *page) /* verdict(page): unknown */
{
	return page->lru.next == (void *)PP_SIGNATURE;
}

void kind_buddy(struct page *page, /* verdict(page): buddy */
		struct list_head *area)
{
	list_add(&page->buddy_list, area);
}

/* Whoever frees a page is not yet the buddy allocator. */
void kind_not_buddy(struct page *page) /* verdict(page): unknown */
{
	__free_page(page);
}

void kind_offline(struct page *page) /* verdict(page): offline */
{
	__SetPageOffline(page);
}

void kind_guard(struct page *page) /* verdict(page): guard */
{
	__SetPageGuard(page);
	set_page_private(page, 0);
}

void kind_unaccepted(struct page *page) /* verdict(page): unaccepted */
{
	__ClearPageUnaccepted(page);
}

/* Linux 7.3 has this test; the one before allocates and tells nobody. */
unsigned long kind_large_kmalloc(struct page *page) /* verdict(page): unknown */
{
	struct page *large = NULL; /* verdict(large): unknown ; linux-7.3 verdict(large): large-kmalloc */

	if (PageLargeKmalloc(page))
		large = page;
	return large ? large->private : 0; /* linux-7.3 access(private): large-kmalloc */
}

/* Memory of a device is a folio with a mark. */
static void kind_device_free(struct page *page) /* verdict(page): folio */
{
	page->zone_device_data = NULL;
}

const struct dev_pagemap_ops kind_device_ops = {
	.page_free = kind_device_free,
};

/* Taken, filled, given back: nobody has made anything of it. */
void kind_bare(void)
{
	struct page *page = alloc_page(GFP_KERNEL); /* verdict(page): page, bare */

	if (!page)
		return;
	memset(page_address(page), 0, PAGE_SIZE);
	__free_page(page);
}
