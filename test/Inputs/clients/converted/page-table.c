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

static struct ptdesc *new_table(struct mm_struct *mm)
{
	struct ptdesc *ptdesc = pagetable_alloc(GFP_KERNEL | __GFP_ZERO, 0);

	if (!ptdesc)
		return NULL;
	if (!pagetable_pte_ctor(ptdesc)) {
		pagetable_free(ptdesc);
		return NULL;
	}
	ptdesc->pt_mm = mm;
	list_add(&ptdesc->pt_list, &all_tables);
	mm->tables++;
	return ptdesc;
}

static void free_table(struct ptdesc *ptdesc)
{
	ptdesc->pt_mm->tables--;
	list_del_init(&ptdesc->pt_list);
	pagetable_pte_dtor(ptdesc);
	pagetable_free(ptdesc);
}

static void map(struct mm_struct *mm, unsigned long address, unsigned long to)
{
	unsigned long *entry = &mm->pgd[address / ENTRIES], *pte;
	struct ptdesc *ptdesc;

	if (!*entry)
		*entry = (unsigned long)ptdesc_address(new_table(mm));
	ptdesc = virt_to_ptdesc((void *)*entry);
	spin_lock(ptdesc->ptl);
	pte = (unsigned long *)ptdesc_address(ptdesc);
	pte[address % ENTRIES] = to;
	spin_unlock(ptdesc->ptl);
}

static unsigned long walk(struct mm_struct *mm)
{
	unsigned long sum = 0, i;
	struct ptdesc *ptdesc;

	list_for_each_entry (ptdesc, &all_tables, pt_list) {
		unsigned long *pte = ptdesc_address(ptdesc);

		if (ptdesc->pt_mm != mm || pte == mm->pgd)
			continue;
		for (i = 0; i < ENTRIES; i++)
			sum += pte[i];
	}
	return sum;
}

void client(void)
{
	struct mm_struct mm = {0}, other = {0};
	struct ptdesc *ptdesc, *next;
	unsigned long i;

	mm.pgd = ptdesc_address(new_table(&mm));
	other.pgd = ptdesc_address(new_table(&other));
	for (i = 0; i < 5000; i += 7)
		map(&mm, i, i + 1);
	map(&other, 3, 1000000);
	printf("page table: %lu and %lu tables\n", mm.tables, other.tables);
	printf("walk: %lu and %lu\n", walk(&mm), walk(&other));
	list_for_each_entry_safe (ptdesc, next, &all_tables, pt_list)
		free_table(ptdesc);
	printf("left: %lu\n", mm.tables + other.tables);
}
