// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The other descriptors: slab, page table, zsmalloc, network, and the small
// ones.
//
// For each: from page to descriptor (NULL when the page is of another type),
// from descriptor to first page, allocation and free. All belong to the caller;
// none of them is looked up without something that keeps it, except zpdesc and
// netmem by their _lookup().
#ifndef MEMDESC_KINDS_H
#define MEMDESC_KINDS_H

#include "alloc.h"

#define MEMDESC_CASTS(type, name, TYPE)                                     \
	static inline struct type *page_##name(const struct page *page)     \
	{                                                                   \
		return (struct type *)page_desc_in(page,                    \
						   MEMDESC_TYPE_BIT(TYPE)); \
	}                                                                   \
	static inline unsigned long name##_pfn(const struct type *desc)     \
	{                                                                   \
		return memdesc_desc_pfn(desc);                              \
	}                                                                   \
	static inline struct page *name##_page(const struct type *desc)     \
	{                                                                   \
		return memdesc_machine.map +                                \
		       (memdesc_desc_pfn(desc) - memdesc_machine.min_pfn);  \
	}                                                                   \
	static inline void *name##_address(const struct type *desc)         \
	{                                                                   \
		return page_address(name##_page(desc));                     \
	}

MEMDESC_CASTS(slab, slab, SLAB)
MEMDESC_CASTS(ptdesc, ptdesc, PTDESC)
MEMDESC_CASTS(zpdesc, zpdesc, ZPDESC)
MEMDESC_CASTS(netmem_desc, netmem_desc, NETMEM)
MEMDESC_CASTS(movable_desc, movable_desc, MOVABLE)
MEMDESC_CASTS(pcpudesc, pcpudesc, PERCPU)
MEMDESC_CASTS(acctmem, acctmem, ACCTMEM)
MEMDESC_CASTS(mgdesc, mgdesc, MANAGED)

MEMDESC_BEGIN

// A slab of 2^order pages for this cache, or NULL. It has no reference count:
// get_page() and put_page() of its pages are errors.
struct slab *alloc_slab(gfp_t gfp, unsigned int order,
			struct kmem_cache *cache);
// Errors: a slab that is free already, or given to free_slab_rcu().
void free_slab(struct slab *slab);
// Frees it after a grace period: until then whoever is under RCU may read its
// memory, and its pages are still those of a slab. Nobody else uses the slab,
// whose members are RCU's. Errors: as above.
void free_slab_rcu(struct slab *slab);

// A page table of 2^order pages, or NULL. It has no reference count.
struct ptdesc *pagetable_alloc(gfp_t gfp, unsigned int order);
// The destructor must have run, if the constructor did. Errors: a page table
// that is free already, or still has a lock.
void pagetable_free(struct ptdesc *pt);
// Frees it after a grace period, as free_slab_rcu() does a slab. The lock goes
// at once: the destructor has run. Errors: those of pagetable_free().
void pagetable_free_rcu(struct ptdesc *pt);
// Gives the table its lock. False when there is no memory for it.
bool pagetable_pte_ctor(struct ptdesc *pt);
void pagetable_pte_dtor(struct ptdesc *pt);
// As above; also no deposited table yet, and none left at the end.
bool pagetable_pmd_ctor(struct ptdesc *pt);
void pagetable_pmd_dtor(struct ptdesc *pt);

// One page of zsmalloc with a count of 1, or NULL.
struct zpdesc *alloc_zpdesc(gfp_t gfp);
// Drops the caller's reference, as zpdesc_put() does.
void free_zpdesc(struct zpdesc *zpdesc);
struct zpdesc *zpdesc_lookup(const struct page *page);

// Pages of a page_pool with a count and a pp_ref_count of 1, or NULL.
struct netmem_desc *alloc_netmem_desc(gfp_t gfp, unsigned int order,
				      struct page_pool *pool);
struct netmem_desc *netmem_desc_lookup(const struct page *page);

// All that was given to free_slab_rcu() and pagetable_free_rcu() before is
// free. Not under RCU.
void memdesc_rcu_barrier(void);

MEMDESC_END

static inline struct slab *virt_to_slab(const void *address)
{
	return page_slab(virt_to_page(address));
}

static inline unsigned int slab_order(const struct slab *slab)
{
	return memdesc_desc_order(slab);
}

static inline size_t slab_size(const struct slab *slab)
{
	return PAGE_SIZE << memdesc_desc_order(slab);
}

static inline int slab_nid(const struct slab *slab)
{
	return memdesc_nid(slab->flags);
}

static inline struct ptdesc *virt_to_ptdesc(const void *address)
{
	return page_ptdesc(virt_to_page(address));
}

static inline void *ptdesc_to_virt(const struct ptdesc *pt)
{
	return ptdesc_address(pt);
}

static inline unsigned int ptdesc_order(const struct ptdesc *pt)
{
	return memdesc_desc_order(pt);
}

// The lock of a table whose constructor ran.
static inline spinlock_t *ptlock_ptr(struct ptdesc *pt)
{
	return pt->ptl;
}

static inline struct zpdesc *pfn_zpdesc(unsigned long pfn)
{
	return page_zpdesc(pfn_to_page(pfn));
}

// Says that this is a page of zsmalloc, which in this library it is from the
// start.
static inline void __zpdesc_set_zsmalloc(struct zpdesc *zpdesc)
{
	(void)zpdesc;
}

static inline void zpdesc_get(struct zpdesc *zpdesc)
{
	memdesc_get(zpdesc, __func__);
}

static inline void zpdesc_put(struct zpdesc *zpdesc)
{
	memdesc_put(zpdesc, __func__);
}

// The low 24 bits of a word whose others say in the overlay what the page is.
static inline unsigned int get_first_obj_offset(const struct zpdesc *zpdesc)
{
	return zpdesc->first_obj_offset & 0xffffff;
}

static inline void set_first_obj_offset(struct zpdesc *zpdesc,
					unsigned int offset)
{
	zpdesc->first_obj_offset &= ~0xffffffu;
	zpdesc->first_obj_offset |= offset & 0xffffff;
}

static inline void netmem_desc_get(struct netmem_desc *netmem)
{
	memdesc_get(netmem, __func__);
}

static inline void netmem_desc_put(struct netmem_desc *netmem)
{
	memdesc_put(netmem, __func__);
}

// One more and one less user of a part of a page_pool's page; the second says
// how many are left. Independent of the count.
static inline void page_pool_ref_netmem(struct netmem_desc *netmem)
{
	__atomic_add_fetch(&netmem->pp_ref_count, 1, __ATOMIC_RELAXED);
}

static inline long page_pool_unref_netmem(struct netmem_desc *netmem)
{
	return __atomic_sub_fetch(&netmem->pp_ref_count, 1, __ATOMIC_ACQ_REL);
}

// The names of the series of 2023.
#define zsdesc	       zpdesc
#define page_zsdesc    page_zpdesc
#define zsdesc_page    zpdesc_page
#define zsdesc_pfn     zpdesc_pfn
#define zsdesc_address zpdesc_address
#define alloc_zsdesc   alloc_zpdesc
#define free_zsdesc    free_zpdesc
#define zsdesc_get     zpdesc_get
#define zsdesc_put     zpdesc_put

#endif
