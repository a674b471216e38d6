// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// One use of each name in the overlay headers, with its type written out.

#include <linux/pagetable.h>
#include "zsdesc.h"

void every_name_of_ptdesc(struct page *page, const struct page *fixed);
void every_name_of_zpdesc(struct page *page, const struct page *fixed);
void every_name_of_zsdesc(struct page *page);

void every_name_of_ptdesc(struct page *page, const struct page *fixed)
{
	struct ptdesc *pt = page_ptdesc(page);
	const struct ptdesc *fixed_pt = page_ptdesc(fixed);
	struct page *back = ptdesc_page(pt);
	const struct page *fixed_back = ptdesc_page(fixed_pt);
	void *address = ptdesc_address(fixed_pt);
	bool made;

	pt = virt_to_ptdesc(ptdesc_to_virt(pt));
	made = !pagetable_is_reserved(pt) && pagetable_pte_ctor(pt);
	if (made)
		pagetable_pte_dtor(pt);
	if (pagetable_pmd_ctor(pt))
		pagetable_pmd_dtor(pt);
	pt->pt_mm = NULL;
	pt->pmd_huge_pte = NULL;
	pt->pt_index = 1;
	pagetable_free(pagetable_alloc(0, 1));
	(void)back;
	(void)fixed_back;
	(void)address;
}

void every_name_of_zpdesc(struct page *page, const struct page *fixed)
{
	struct zpdesc *zp = page_zpdesc(page);
	const struct zpdesc *fixed_zp = page_zpdesc(fixed);
	struct page *back = zpdesc_page(zp);
	const struct page *fixed_back = zpdesc_page(fixed_zp);
	struct zone *zone = zpdesc_zone(fixed_zp);

	zp = pfn_zpdesc(zpdesc_pfn(fixed_zp));
	zpdesc_lock(zp);
	zpdesc_unlock(zp);
	zpdesc_wait_locked(zp);
	if (zpdesc_trylock(zp) && zpdesc_is_locked(zp))
		zpdesc_unlock(zp);
	zpdesc_get(zp);
	zpdesc_put(zp);
	zpdesc_set_first(zp);
	if (is_first_zpdesc(zp))
		zpdesc_clear_first(zp);
	zp->next = alloc_zpdesc(0);
	zp->zspage = NULL;
	zp->first_obj_offset = 16;
	free_zpdesc(zp->next);
	(void)back;
	(void)fixed_back;
	(void)zone;
}

void every_name_of_zsdesc(struct page *page)
{
	struct zsdesc *zs = page_zsdesc(page);

	zs->next = alloc_zsdesc(0);
	lock_zsdesc(zs->next);
	unlock_zsdesc(zs->next);
	if (trylock_zsdesc(zs->next) && zsdesc_is_locked(zs->next))
		wait_on_zsdesc_locked(zs->next);
	zsdesc_get(zs->next);
	zsdesc_put(zs->next);
	free_zsdesc(pfn_zsdesc(zsdesc_pfn(zs->next)));
	(void)zsdesc_page(zs);
	(void)zsdesc_zone(zs);
}

#ifdef WRONG_TYPE
struct ptdesc *wrong(struct list_head *list)
{
	return page_ptdesc(list);
}
#endif
#ifdef CONST_LOST
struct ptdesc *lost(const struct page *page)
{
	return page_ptdesc(page);
}
#endif
#ifdef CONST_LOST_ZPDESC
struct page *lost_too(const struct zpdesc *zpdesc)
{
	return zpdesc_page(zpdesc);
}
#endif
