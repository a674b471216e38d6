// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Today's calls about struct page, for clients that were not converted yet.
//
// They exist in the overlay layout alone, under the kernel's names. A call
// about a flag or the lock of a folio takes any page of it; the others take the
// first.
#ifndef MEMDESC_PAGE_CALLS_H
#define MEMDESC_PAGE_CALLS_H

#include "folio.h"
#include "kinds.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY

// PageDirty(), SetPageDirty(), ClearPageDirty() and so on. Atomic.
#define MEMDESC_PAGE_FLAG(Name, name)                          \
	static inline bool Page##Name(const struct page *page) \
	{                                                      \
		return folio_test_##name(page_folio(page));    \
	}                                                      \
	static inline void SetPage##Name(struct page *page)    \
	{                                                      \
		folio_set_##name(page_folio(page));            \
	}                                                      \
	static inline void ClearPage##Name(struct page *page)  \
	{                                                      \
		folio_clear_##name(page_folio(page));          \
	}

MEMDESC_PAGE_FLAG(Referenced, referenced)
MEMDESC_PAGE_FLAG(Uptodate, uptodate)
MEMDESC_PAGE_FLAG(Dirty, dirty)
MEMDESC_PAGE_FLAG(Workingset, workingset)
MEMDESC_PAGE_FLAG(Writeback, writeback)

static inline void lock_page(struct page *page)
{
	folio_lock(page_folio(page));
}

static inline bool trylock_page(struct page *page)
{
	return folio_trylock(page_folio(page));
}

static inline void unlock_page(struct page *page)
{
	folio_unlock(page_folio(page));
}

// A page of files with a count of 1, or NULL.
static inline struct page *__page_cache_alloc(gfp_t gfp)
{
	struct folio *folio = folio_alloc(gfp, 0);

	return folio ? &folio->page : NULL;
}

// The first page of the allocation that this address is in.
static inline struct page *virt_to_head_page(const void *address)
{
	return compound_head(virt_to_page(address));
}

// Gives a page of alloc_page() the lock of a page table. False when there is no
// memory for it.
static inline bool pgtable_pte_page_ctor(struct page *page)
{
	return pagetable_pte_ctor((struct ptdesc *)page);
}

static inline void pgtable_pte_page_dtor(struct page *page)
{
	pagetable_pte_dtor((struct ptdesc *)page);
}

// Makes a page of alloc_page() one of zsmalloc, with a count of 1.
static inline void __SetPageZsmalloc(struct page *page)
{
	atomic_set(&page->_refcount, 1);
	page->page_type = (MEMDESC_KIND_TYPE + MEMDESC_TYPE_ZPDESC) << 24;
}

#define page_private(page) ((page)->MEMDESC_PRIVATE)

static inline void set_page_private(struct page *page, unsigned long word)
{
	page->MEMDESC_PRIVATE = word;
}

#endif

#endif
