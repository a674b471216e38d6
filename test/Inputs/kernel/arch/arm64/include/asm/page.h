/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _ASM_PAGE_H
#define _ASM_PAGE_H

#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define PAGE_OFFSET 0xffff000000000000UL

#define __pa(address) ((unsigned long)(address) - PAGE_OFFSET)
#define __va(physical) ((void *)((unsigned long)(physical) + PAGE_OFFSET))

/* The memory map: one array of struct page, at a place of its own. */
#define vmemmap ((struct page *)0xfffffdffc0000000UL)
#define pfn_to_page(pfn) (vmemmap + (pfn))
#define page_to_pfn(page) ((unsigned long)((page) - vmemmap))
#define virt_to_page(address) pfn_to_page(__pa(address) >> PAGE_SHIFT)

typedef struct page *pgtable_t;

#endif
