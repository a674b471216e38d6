/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The functions of Linux 5.10 that descriptors call, as declarations. */
#ifndef STUB_MM_H
#define STUB_MM_H
#include <linux/mm_types.h>

#define __GFP_COMP 0x40000u
struct zone;
struct page *virt_to_page(const void *address);
void *page_to_virt(const struct page *page);
void *page_address(const struct page *page);
struct page *alloc_pages(gfp_t gfp, unsigned int order);
void __free_pages(struct page *page, unsigned int order);
#define alloc_page(gfp) alloc_pages(gfp, 0)
#define __free_page(page) __free_pages(page, 0)
unsigned int compound_order(struct page *page);
int PageReserved(struct page *page);
bool pgtable_pte_page_ctor(struct page *page);
void pgtable_pte_page_dtor(struct page *page);
bool pgtable_pmd_page_ctor(struct page *page);
void pgtable_pmd_page_dtor(struct page *page);
struct page *pfn_to_page(unsigned long pfn);
unsigned long page_to_pfn(const struct page *page);
struct zone *page_zone(const struct page *page);
void get_page(struct page *page);
void put_page(struct page *page);
int PagePrivate(struct page *page);
void SetPagePrivate(struct page *page);
void ClearPagePrivate(struct page *page);
int PageLocked(struct page *page);
#endif
