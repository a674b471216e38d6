// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Page faults and page tables. */
#include <linux/mm.h>

pgtable_t pte_alloc_one(struct mm_struct *mm)
{
	struct page *page = alloc_page(GFP_KERNEL | __GFP_ZERO);

	if (!page)
		return NULL;
	__SetPageTable(page);
	page_ptdesc(page)->pt_mm = mm;
	list_add(&page->lru, &mm->pgtables);
	return page;
}

void pte_free(struct mm_struct *mm, pgtable_t pte)
{
	list_del(&pte->lru);
	__ClearPageTable(pte);
	__free_page(pte);
}

static int do_cow_fault(struct vm_fault *vmf)
{
	int ret = vmf->vma->vm_ops->fault(vmf);

	if (ret)
		return ret;
	vmf->cow_page = alloc_page(GFP_KERNEL);
	if (!vmf->cow_page)
		return -1;
	vmf->cow_page->index = vmf->page->index;
	memcpy(page_address(vmf->cow_page), page_address(vmf->page), PAGE_SIZE);
	put_page(vmf->page);
	return 0;
}

int handle_mm_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;
	int ret = do_cow_fault(vmf);

	if (!ret && vma->vm_ops->page_mkwrite)
		ret = vma->vm_ops->page_mkwrite(vma, vmf->cow_page);
	vma->vm_mm->total_vm++;
	return ret;
}
