/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_PGALLOC_H
#define _LINUX_PGALLOC_H

#include <linux/mm.h>

pgtable_t pte_alloc_one(struct mm_struct *mm);
void pte_free(struct mm_struct *mm, pgtable_t pte);
bool pagetable_pte_ctor(struct ptdesc *ptdesc);

#endif
