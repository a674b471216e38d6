// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Top-level page tables, on a list so that all can be updated. */
#include <linux/mm.h>

static LIST_HEAD(pgd_list);

void pgd_ctor(struct mm_struct *mm, void *pgd)
{
	struct ptdesc *ptdesc = virt_to_ptdesc(pgd);

	ptdesc->pt_mm = mm;
	list_add(&ptdesc->pt_list, &pgd_list);
}

struct mm_struct *pgd_page_get_mm(struct page *page)
{
	return page_ptdesc(page)->pt_mm;
}

void sync_global_pgds(unsigned long entry)
{
	struct page *page;

	list_for_each_entry(page, &pgd_list, lru) {
		unsigned long *pgd = page_address(page);

		if (page->index)
			pgd[511] = entry;
	}
}
