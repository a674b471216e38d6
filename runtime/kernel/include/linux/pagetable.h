/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What there is to do with a struct ptdesc, for trees that have none.
 */
#ifndef _LINUX_PAGETABLE_H
#define _LINUX_PAGETABLE_H

#include <linux/version.h>
#include <linux/mm.h>
#include <linux/ptdesc.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 6, 0)

static inline struct ptdesc *virt_to_ptdesc(const void *x)
{
	return page_ptdesc(virt_to_page(x));
}

static inline void *ptdesc_to_virt(const struct ptdesc *pt)
{
	return page_to_virt(ptdesc_page(pt));
}

static inline void *ptdesc_address(const struct ptdesc *pt)
{
	return page_address(ptdesc_page(pt));
}

static inline bool pagetable_is_reserved(struct ptdesc *pt)
{
	return PageReserved(ptdesc_page(pt));
}

/**
 * pagetable_alloc - allocate the memory of page tables
 * @gfp: GFP flags
 * @order: desired order
 *
 * Pages of an order above 0 become one compound page.
 *
 * Return: the descriptor, or NULL.
 */
static inline struct ptdesc *pagetable_alloc(gfp_t gfp, unsigned int order)
{
	struct page *page = alloc_pages(gfp | __GFP_COMP, order);

	return page_ptdesc(page);
}

/**
 * pagetable_free - free what pagetable_alloc() gave
 * @pt: the descriptor
 *
 * The destructor of its level must have been called.
 */
static inline void pagetable_free(struct ptdesc *pt)
{
	struct page *page = ptdesc_page(pt);

	__free_pages(page, compound_order(page));
}

static inline bool pagetable_pte_ctor(struct ptdesc *pt)
{
	return pgtable_pte_page_ctor(ptdesc_page(pt));
}

static inline void pagetable_pte_dtor(struct ptdesc *pt)
{
	pgtable_pte_page_dtor(ptdesc_page(pt));
}

static inline bool pagetable_pmd_ctor(struct ptdesc *pt)
{
	return pgtable_pmd_page_ctor(ptdesc_page(pt));
}

static inline void pagetable_pmd_dtor(struct ptdesc *pt)
{
	pgtable_pmd_page_dtor(ptdesc_page(pt));
}

/* A macro, because asm/tlb.h comes after this file. */
#define tlb_remove_ptdesc(tlb, pt)	tlb_remove_table((tlb), (pt))

#endif /* LINUX_VERSION_CODE */
#endif /* _LINUX_PAGETABLE_H */
