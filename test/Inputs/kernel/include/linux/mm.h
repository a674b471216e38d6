/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_MM_H
#define _LINUX_MM_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/page-flags.h>
#include <linux/string.h>
#include <asm/page.h>

#define GFP_KERNEL 0xcc0u
#define __GFP_ZERO 0x100u
#define MAX_ORDER 10
#define VM_BUG_ON(cond) do { if (unlikely(cond)) __builtin_trap(); } while (0)

struct page *alloc_pages(gfp_t gfp, unsigned int order);
void __free_pages(struct page *page, unsigned int order);
#define alloc_page(gfp) alloc_pages(gfp, 0)
#define __free_page(page) __free_pages(page, 0)

void call_rcu(struct rcu_head *head, void (*func)(struct rcu_head *head));

static inline unsigned long page_to_section(const struct page *page)
{
	return page->flags >> 58;
}

static inline int page_ref_count(const struct page *page)
{
	return atomic_read(&page->_refcount);
}

static inline void set_page_count(struct page *page, int count)
{
	atomic_set(&page->_refcount, count);
}

static inline void get_page(struct page *page)
{
	atomic_inc(&page_folio(page)->_refcount);
}

static inline void put_page(struct page *page)
{
	struct folio *folio = page_folio(page);

	if (atomic_dec_and_test(&folio->_refcount))
		__free_page(&folio->page);
}

static inline bool page_mapped(const struct page *page)
{
	return atomic_read(&page->_mapcount) >= 0;
}

static inline unsigned long folio_nr_pages(const struct folio *folio)
{
	return test_bit(PG_head, &folio->flags) ? folio->_folio_nr_pages : 1;
}

static inline void *page_address(const struct page *page)
{
	return __va(page_to_pfn(page) << PAGE_SHIFT);
}

static inline struct ptdesc *virt_to_ptdesc(const void *address)
{
	return page_ptdesc(virt_to_page(address));
}

#endif
