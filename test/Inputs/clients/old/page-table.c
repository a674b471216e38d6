// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Page tables of two levels.

#include "../client.h"

#define ENTRIES 512

struct mm_struct {
	unsigned long *pgd;
	unsigned long tables;
};

static LIST_HEAD(all_tables);

static struct page *new_table(struct mm_struct *mm)
{
	struct page *page = alloc_page(GFP_KERNEL | __GFP_ZERO);

	if (!page)
		return NULL;
	if (!pgtable_pte_page_ctor(page)) {
		__free_page(page);
		return NULL;
	}
	page->pt_mm = mm;
	list_add(&page->lru, &all_tables);
	mm->tables++;
	return page;
}

static void free_table(struct page *page)
{
	page->pt_mm->tables--;
	list_del_init(&page->lru);
	pgtable_pte_page_dtor(page);
	__free_page(page);
}

static void map(struct mm_struct *mm, unsigned long address, unsigned long to)
{
	unsigned long *entry = &mm->pgd[address / ENTRIES], *pte;
	struct page *page;

	if (!*entry)
		*entry = (unsigned long)page_address(new_table(mm));
	page = virt_to_page((void *)*entry);
	spin_lock(page->ptl);
	pte = (unsigned long *)page_address(page);
	pte[address % ENTRIES] = to;
	spin_unlock(page->ptl);
}

static unsigned long walk(struct mm_struct *mm)
{
	unsigned long sum = 0, i;
	struct page *page;

	list_for_each_entry (page, &all_tables, lru) {
		unsigned long *pte = page_address(page);

		if (page->pt_mm != mm || pte == mm->pgd)
			continue;
		for (i = 0; i < ENTRIES; i++)
			sum += pte[i];
	}
	return sum;
}

void client(void)
{
	struct mm_struct mm = {0}, other = {0};
	struct page *page, *next;
	unsigned long i;

	mm.pgd = page_address(new_table(&mm));
	other.pgd = page_address(new_table(&other));
	for (i = 0; i < 5000; i += 7)
		map(&mm, i, i + 1);
	map(&other, 3, 1000000);
	printf("page table: %lu and %lu tables\n", mm.tables, other.tables);
	printf("walk: %lu and %lu\n", walk(&mm), walk(&other));
	list_for_each_entry_safe (page, next, &all_tables, lru)
		free_table(page);
	printf("left: %lu\n", mm.tables + other.tables);
}
