// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Slabs, page tables, zsmalloc and page_pool.

#include <stdlib.h>
#include "layout.h"
#include "protocol.h"
#include "memdesc/kinds.h"

// A descriptor whose pages are not its own any more was freed before.
static void check_alive(const void *desc, u64 types, const char *call)
{
	struct page *page = pfn_to_page(memdesc_desc_pfn(desc));

	if (unlikely(page_desc_in(page, types) != desc))
		memdesc_bug(call, page, "double free");
}

// In the overlay this word is where others look for the head of a page.
static void set_cache(struct slab *slab, struct kmem_cache *cache)
{
	__atomic_store_n(&slab->slab_cache, cache, __ATOMIC_RELAXED);
}

struct slab *alloc_slab(gfp_t gfp, unsigned int order, struct kmem_cache *cache)
{
	struct page *page = memdesc_alloc_pages(gfp, order, MEMDESC_TYPE_SLAB);
	struct slab *slab;

	if (!page)
		return NULL;
	slab = page_slab(page);
	set_cache(slab, cache);
	return slab;
}

void free_slab(struct slab *slab)
{
	check_alive(slab, MEMDESC_TYPE_BIT(SLAB), __func__);
	set_cache(slab, NULL);
	free_page_desc(slab_page(slab));
}

struct ptdesc *pagetable_alloc(gfp_t gfp, unsigned int order)
{
	struct page *page =
		memdesc_alloc_pages(gfp, order, MEMDESC_TYPE_PTDESC);

	return page ? page_ptdesc(page) : NULL;
}

void pagetable_free(struct ptdesc *pt)
{
	check_alive(pt, MEMDESC_TYPE_BIT(PTDESC), __func__);
	if (unlikely(pt->ptl))
		memdesc_bug(__func__, ptdesc_page(pt),
			    "the destructor has not run");
	free_page_desc(ptdesc_page(pt));
}

bool pagetable_pte_ctor(struct ptdesc *pt)
{
	spinlock_t *lock;

	if (memdesc_should_fail())
		return false;
	lock = malloc(sizeof(*lock));
	if (!lock)
		return false;
	spin_lock_init(lock);
	pt->ptl = lock;
	return true;
}

void pagetable_pte_dtor(struct ptdesc *pt)
{
	if (unlikely(!pt->ptl))
		memdesc_bug(__func__, ptdesc_page(pt),
			    "the constructor has not run");
	free(pt->ptl);
	pt->ptl = NULL;
}

bool pagetable_pmd_ctor(struct ptdesc *pt)
{
	pt->pmd_huge_pte = NULL;
	return pagetable_pte_ctor(pt);
}

void pagetable_pmd_dtor(struct ptdesc *pt)
{
	if (unlikely(pt->pmd_huge_pte))
		memdesc_bug(__func__, ptdesc_page(pt),
			    "a deposited table is left");
	pagetable_pte_dtor(pt);
}

struct zpdesc *alloc_zpdesc(gfp_t gfp)
{
	struct page *page = memdesc_alloc_pages(gfp, 0, MEMDESC_TYPE_ZPDESC);

	return page ? page_zpdesc(page) : NULL;
}

void free_zpdesc(struct zpdesc *zpdesc)
{
	memdesc_put(zpdesc, __func__);
}

static void drop_zpdesc(void *desc)
{
	zpdesc_put((struct zpdesc *)desc);
}

struct zpdesc *zpdesc_lookup(const struct page *page)
{
	return lookup_inline(page, MEMDESC_TYPE_BIT(ZPDESC), drop_zpdesc);
}

struct netmem_desc *alloc_netmem_desc(gfp_t gfp, unsigned int order,
				      struct page_pool *pool)
{
	struct page *page =
		memdesc_alloc_pages(gfp, order, MEMDESC_TYPE_NETMEM);
	struct netmem_desc *netmem;

	if (!page)
		return NULL;
	netmem = page_netmem_desc(page);
	netmem->pp = pool;
	return netmem;
}

static void drop_netmem(void *desc)
{
	netmem_desc_put((struct netmem_desc *)desc);
}

struct netmem_desc *netmem_desc_lookup(const struct page *page)
{
	return lookup_inline(page, MEMDESC_TYPE_BIT(NETMEM), drop_netmem);
}
