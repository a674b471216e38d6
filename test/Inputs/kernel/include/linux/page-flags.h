/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_PAGE_FLAGS_H
#define _LINUX_PAGE_FLAGS_H

#include <linux/bitops.h>
#include <linux/mm_types.h>

enum pageflags {
	PG_locked,
	PG_writeback,
	PG_referenced,
	PG_uptodate,
	PG_dirty,
	PG_lru,
	PG_head,
	PG_active,
	PG_private,
	PG_reserved,
	PG_mte_tagged,
	__NR_PAGEFLAGS,
};

#ifndef __GENERATING_BOUNDS_H
#include <generated/bounds.h>

static_assert(NR_PAGEFLAGS == __NR_PAGEFLAGS);
#define PAGE_FLAGS_MASK (BIT(NR_PAGEFLAGS) - 1)
#endif

static __always_inline struct page *_compound_head(const struct page *page)
{
	unsigned long head = READ_ONCE(page->compound_head);

	if (unlikely(head & 1))
		return (struct page *)(head - 1);
	return (struct page *)page;
}

#define compound_head(page) _compound_head(page)
#define page_folio(page) ((struct folio *)_compound_head(page))

/* The pages of a compound page have one set of flags, in the first. */
#define PF_HEAD(page)	_compound_head(page)
#define PF_ANY(page)	(page)

#define PAGEFLAG(Name, name, policy)					\
static __always_inline bool Page##Name(const struct page *page)		\
{ return test_bit(PG_##name, &policy(page)->flags); }			\
static __always_inline void SetPage##Name(struct page *page)		\
{ set_bit(PG_##name, &policy(page)->flags); }				\
static __always_inline void ClearPage##Name(struct page *page)		\
{ clear_bit(PG_##name, &policy(page)->flags); }

PAGEFLAG(Locked, locked, PF_HEAD)
PAGEFLAG(Writeback, writeback, PF_HEAD)
PAGEFLAG(Uptodate, uptodate, PF_HEAD)
PAGEFLAG(Dirty, dirty, PF_HEAD)
PAGEFLAG(LRU, lru, PF_HEAD)
PAGEFLAG(Private, private, PF_ANY)
PAGEFLAG(Reserved, reserved, PF_ANY)

static inline bool folio_test_dirty(const struct folio *folio)
{
	return test_bit(PG_dirty, &folio->flags);
}

static inline void folio_set_dirty(struct folio *folio)
{
	set_bit(PG_dirty, &folio->flags);
}

/* Owners that never map their pages to user space write their name here. */
#define PAGE_TYPE_BUDDY		0xf0000000
#define PAGE_TYPE_OFFLINE	0xf1000000
#define PAGE_TYPE_TABLE		0xf2000000
#define PAGE_TYPE_GUARD		0xf3000000
#define PAGE_TYPE_SLAB		0xf5000000
#define PAGE_TYPE_ZSMALLOC	0xf6000000
#define PAGE_TYPE_UNACCEPTED	0xf7000000
#define PAGE_TYPE_LARGE_KMALLOC	0xf8000000

#define PAGE_TYPE_OPS(Name, NAME)					\
static __always_inline bool Page##Name(const struct page *page)		\
{ return (page->page_type & 0xff000000) == PAGE_TYPE_##NAME; }		\
static __always_inline void __SetPage##Name(struct page *page)		\
{ page->page_type = PAGE_TYPE_##NAME; }					\
static __always_inline void __ClearPage##Name(struct page *page)	\
{ page->page_type = ~0U; }

PAGE_TYPE_OPS(Buddy, BUDDY)
PAGE_TYPE_OPS(Offline, OFFLINE)
PAGE_TYPE_OPS(Table, TABLE)
PAGE_TYPE_OPS(Guard, GUARD)
PAGE_TYPE_OPS(Slab, SLAB)
PAGE_TYPE_OPS(Zsmalloc, ZSMALLOC)
PAGE_TYPE_OPS(Unaccepted, UNACCEPTED)
PAGE_TYPE_OPS(LargeKmalloc, LARGE_KMALLOC)

#endif
