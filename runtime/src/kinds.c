// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Slabs, page tables, zsmalloc and page_pool.

#include <stdlib.h>
#include <unistd.h>
#include "layout.h"
#include "protocol.h"
#include "memdesc/kinds.h"
#include "memdesc/rcu.h"

// Set in the flags of a descriptor that is freed after a grace period. Above
// the flags of folios and below the place.
#define FREED_LATER (1UL << 31)

MEMDESC_STATIC_ASSERT(sizeof(struct memdesc_rcu_words) ==
			      sizeof(struct rcu_head),
		      "descriptors have what liburcu wants");

static unsigned long freed_later;

// A descriptor whose pages are not its own any more was freed before.
static void check_alive(const void *desc, u64 types, const char *call)
{
	struct page *page = pfn_to_page(memdesc_desc_pfn(desc));

	if (unlikely(page_desc_in(page, types) != desc) ||
	    unlikely(*(const unsigned long *)desc & FREED_LATER))
		memdesc_bug(call, page, "double free");
}

// The words are where the descriptor had its lists; in the overlay also where
// others look for the head of a page, of which the queue leaves bit 0 clear.
static void free_later(void *desc, struct memdesc_rcu_words *words,
		       void (*then)(struct rcu_head *head))
{
	*(unsigned long *)desc |= FREED_LATER;
	__atomic_fetch_add(&freed_later, 1, __ATOMIC_RELAXED);
	memdesc_mark_reader_done();
	call_rcu((struct rcu_head *)words, then);
}

static void release(struct page *page)
{
	free_page_desc(page);
	__atomic_fetch_sub(&freed_later, 1, __ATOMIC_RELEASE);
}

// rcu_barrier() starts a thread, so it is not called in vain. ThreadSanitizer
// does not see that it waits, but what is counted.
void memdesc_rcu_barrier(void)
{
	while (__atomic_load_n(&freed_later, __ATOMIC_ACQUIRE))
#ifdef MEMDESC_TSAN
		usleep(100);
#else
		rcu_barrier();
#endif
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

static void slab_grace_period_over(struct rcu_head *head)
{
	struct slab *slab = container_of(head, struct slab, rcu_head);

	memdesc_mark_grace_period();
	set_cache(slab, NULL);
	release(slab_page(slab));
}

void free_slab_rcu(struct slab *slab)
{
	check_alive(slab, MEMDESC_TYPE_BIT(SLAB), __func__);
	free_later(slab, &slab->rcu_head, slab_grace_period_over);
}

struct ptdesc *pagetable_alloc(gfp_t gfp, unsigned int order)
{
	struct page *page =
		memdesc_alloc_pages(gfp, order, MEMDESC_TYPE_PTDESC);

	return page ? page_ptdesc(page) : NULL;
}

static void check_table(const struct ptdesc *pt, const char *call)
{
	check_alive(pt, MEMDESC_TYPE_BIT(PTDESC), call);
	if (unlikely(pt->ptl))
		memdesc_bug(call, ptdesc_page(pt),
			    "the destructor has not run");
}

void pagetable_free(struct ptdesc *pt)
{
	check_table(pt, __func__);
	free_page_desc(ptdesc_page(pt));
}

static void ptdesc_grace_period_over(struct rcu_head *head)
{
	memdesc_mark_grace_period();
	release(ptdesc_page(container_of(head, struct ptdesc, pt_rcu_head)));
}

void pagetable_free_rcu(struct ptdesc *pt)
{
	check_table(pt, __func__);
	free_later(pt, &pt->pt_rcu_head, ptdesc_grace_period_over);
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
