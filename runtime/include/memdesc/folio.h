// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Folios: memory of files, anonymous memory, and what KSM shares.
//
// In the overlay a folio is its first page and moves when it is migrated. When
// split it is where its descriptor is. In both, page_folio() of a page that
// belongs to no folio is NULL.
#ifndef MEMDESC_FOLIO_H
#define MEMDESC_FOLIO_H

#include "alloc.h"

// Flags of folios, below bit 32 of folio->flags. Those of a page are apart.
enum memdesc_folio_flag {
	FL_locked = 0,
	FL_waiters = 1,
	FL_referenced = 2,
	FL_uptodate = 3,
	FL_dirty = 4,
	FL_lru = 5,
	// 6 says in the overlay that there are more pages.
	FL_active = 7,
	FL_workingset = 8,
	FL_writeback = 9,
	FL_owner_1 = 10,
	FL_owner_2 = 11,
	FL_reclaim = 12,
	FL_swapbacked = 13,
	FL_unevictable = 14,
	FL_dropbehind = 15,
	FL_mlocked = 16,
	FL_young = 17,
	FL_idle = 18,
	FL_has_hwpoisoned = 19,
	FL_private = 20
};

// Those that a part of a split folio, or the copy of a migrated one, has too.
#define MEMDESC_FLAGS_INHERITED                                             \
	(1UL << FL_referenced | 1UL << FL_uptodate | 1UL << FL_dirty |      \
	 1UL << FL_active | 1UL << FL_workingset | 1UL << FL_owner_1 |      \
	 1UL << FL_owner_2 | 1UL << FL_swapbacked | 1UL << FL_unevictable | \
	 1UL << FL_dropbehind | 1UL << FL_mlocked | 1UL << FL_young |       \
	 1UL << FL_idle | 1UL << FL_private)

// The folio of a page, or NULL. The caller has something that keeps it.
static inline struct folio *page_folio(const struct page *page)
{
	return (struct folio *)page_desc_in(page, MEMDESC_FOLIO_TYPES);
}

static inline unsigned long folio_pfn(const struct folio *folio)
{
	return memdesc_desc_pfn(folio);
}

static inline unsigned int folio_order(const struct folio *folio)
{
	return memdesc_desc_order(folio);
}

static inline unsigned long folio_nr_pages(const struct folio *folio)
{
	return 1UL << folio_order(folio);
}

static inline size_t folio_size(const struct folio *folio)
{
	return PAGE_SIZE << folio_order(folio);
}

static inline bool folio_test_large(const struct folio *folio)
{
	return folio_order(folio) != 0;
}

// The n-th page; n must be below folio_nr_pages().
static inline struct page *folio_page(const struct folio *folio,
				      unsigned long n)
{
	return memdesc_machine.map +
	       (memdesc_desc_pfn(folio) - memdesc_machine.min_pfn + n);
}

// Which page of the folio this is.
static inline unsigned long folio_page_idx(const struct folio *folio,
					   const struct page *page)
{
	return page_to_pfn(page) - folio_pfn(folio);
}

static inline void *folio_address(const struct folio *folio)
{
	return page_address(folio_page(folio, 0));
}

static inline int folio_nid(const struct folio *folio)
{
	return memdesc_nid(folio->flags);
}

static inline unsigned int folio_zonenum(const struct folio *folio)
{
	return memdesc_zonenum(folio->flags);
}

static inline int folio_ref_count(const struct folio *folio)
{
	return memdesc_ref_count(folio);
}

static inline void folio_get(struct folio *folio)
{
	memdesc_get(folio, __func__);
}

// False when the count is 0: the folio is being freed, split, merged or moved.
static inline bool folio_try_get(struct folio *folio)
{
	return atomic_inc_not_zero(memdesc_count(folio));
}

static inline void folio_put(struct folio *folio)
{
	memdesc_put(folio, __func__);
}

// Makes a count that is exactly this 0; until it is unfrozen nobody gets one.
static inline bool folio_ref_freeze(struct folio *folio, int count)
{
	return atomic_cas(memdesc_count(folio), count, 0);
}

static inline void folio_ref_unfreeze(struct folio *folio, int count)
{
	atomic_set_release(memdesc_count(folio), count);
}

MEMDESC_BEGIN

// A folio of files with a count of 1, or NULL.
struct folio *folio_alloc(gfp_t gfp, unsigned int order);

// The folio of any page, with a reference, whatever others do to it meanwhile;
// NULL when it has none now, or is frozen.
struct folio *folio_lookup(const struct page *page);

// Waits for the lock bit. Only its holder unlocks: anything else is an error.
void folio_lock(struct folio *folio);
bool folio_trylock(struct folio *folio);
void folio_unlock(struct folio *folio);

// Data of the owner; a reference belongs to it. Attaching to a folio that has
// data, and detaching from one without, are errors.
void folio_attach_private(struct folio *folio, void *data);
void *folio_detach_private(struct folio *folio);

// Makes a new folio of files anonymous. anon_vma is aligned to 4.
void folio_set_anon(struct folio *folio, void *anon_vma);

// Makes folios of new_order out of a larger one. The caller's must be the only
// reference; it has one of each part afterwards. The first part is folio, the
// others are found by page_folio(). Mapping and flags are inherited, the index
// goes on. Returns 0; -EINVAL for an order that is not smaller; -EBUSY for
// other references or a broken page; -ENOMEM. Without 0 nothing has changed.
int folio_split(struct folio *folio, unsigned int new_order);

// Makes one folio out of all that lie in the 2^order pages that begin with
// folio's, which is aligned to that. The caller's must be the only reference of
// each. The new one has the mapping, index, flags and private data of the first
// and a count of 1; the others are gone. Returns it, or NULL when there is
// another reference, something that is no folio of the same type, a broken
// page, or no memory. Without it nothing has changed.
struct folio *folio_merge(struct folio *folio, unsigned int order);

// Moves a folio to other pages. The caller's must be the only reference.
// Returns the folio in its new place, with a count of 1, while src and its
// pages are gone; or NULL, when there is another reference, a broken page or no
// memory, and nothing has changed.
struct folio *folio_migrate(struct folio *src);

MEMDESC_END

// folio_test_dirty(), folio_set_dirty(), folio_clear_dirty() and so on. Atomic.
#define MEMDESC_FOLIO_FLAG(name)                                             \
	static inline bool folio_test_##name(const struct folio *folio)      \
	{                                                                    \
		return __atomic_load_n(&folio->flags.f, __ATOMIC_ACQUIRE) >> \
			       FL_##name &                                   \
		       1;                                                    \
	}                                                                    \
	static inline void folio_set_##name(struct folio *folio)             \
	{                                                                    \
		__atomic_fetch_or(&folio->flags.f, 1UL << FL_##name,         \
				  __ATOMIC_RELEASE);                         \
	}                                                                    \
	static inline void folio_clear_##name(struct folio *folio)           \
	{                                                                    \
		__atomic_fetch_and(&folio->flags.f, ~(1UL << FL_##name),     \
				   __ATOMIC_RELEASE);                        \
	}

MEMDESC_FOLIO_FLAG(referenced)
MEMDESC_FOLIO_FLAG(uptodate)
MEMDESC_FOLIO_FLAG(dirty)
MEMDESC_FOLIO_FLAG(lru)
MEMDESC_FOLIO_FLAG(active)
MEMDESC_FOLIO_FLAG(workingset)
MEMDESC_FOLIO_FLAG(writeback)
MEMDESC_FOLIO_FLAG(owner_1)
MEMDESC_FOLIO_FLAG(owner_2)
MEMDESC_FOLIO_FLAG(reclaim)
MEMDESC_FOLIO_FLAG(swapbacked)
MEMDESC_FOLIO_FLAG(unevictable)
MEMDESC_FOLIO_FLAG(dropbehind)
MEMDESC_FOLIO_FLAG(mlocked)
MEMDESC_FOLIO_FLAG(young)
MEMDESC_FOLIO_FLAG(idle)
MEMDESC_FOLIO_FLAG(has_hwpoisoned)

static inline bool folio_test_locked(const struct folio *folio)
{
	return __atomic_load_n(&folio->flags.f, __ATOMIC_ACQUIRE) >> FL_locked &
	       1;
}

static inline bool folio_test_private(const struct folio *folio)
{
	return folio->flags.f >> FL_private & 1;
}

static inline void *folio_get_private(const struct folio *folio)
{
	return folio->MEMDESC_PRIVATE;
}

// The low two bits of mapping: 1 anonymous, 3 KSM, 0 a file.
static inline bool folio_test_anon(const struct folio *folio)
{
	return (uintptr_t)folio->mapping & 1;
}

static inline bool folio_test_ksm(const struct folio *folio)
{
	return ((uintptr_t)folio->mapping & 3) == 3;
}

// The address_space of a folio of files, or NULL.
static inline struct address_space *folio_mapping(const struct folio *folio)
{
	return (uintptr_t)folio->mapping & 3 ? NULL : folio->mapping;
}

#endif
