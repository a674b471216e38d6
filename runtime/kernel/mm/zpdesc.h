/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * struct zpdesc for trees that have none: Linux 5.10 to 6.13.
 *
 * zsmalloc's view of its struct page. It lies over struct page, member over
 * member; the assertions below hold each in its place.
 */
#ifndef __MM_ZPDESC_H__
#define __MM_ZPDESC_H__

#include <linux/version.h>
#include <linux/build_bug.h>
#include <linux/highmem.h>
#include <linux/migrate.h>
#include <linux/mm.h>
#include <linux/mm_types.h>
#include <linux/pagemap.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 0)
#error "this tree has a struct zpdesc of its own"
#endif

struct zspage;

/**
 * struct zpdesc - memory descriptor of a page of zsmalloc
 * @flags: page flags; PG_private marks the first page of a zspage
 * @lru: used by page migration
 * @movable_ops: used by page migration
 * @next: the next page of the zspage
 * @handle: of the only object, in a zspage of one huge object
 * @zspage: the zspage this page belongs to
 * @first_obj_offset: where the first object begins
 * @_refcount: the page's reference count
 *
 * What follows in struct page is the allocator's and not to be touched.
 */
struct zpdesc {
	unsigned long flags;
	struct list_head lru;
	unsigned long movable_ops;
	union {
		struct zpdesc *next;
		unsigned long handle;
	};
	struct zspage *zspage;
	unsigned int first_obj_offset;
	atomic_t _refcount;
};

#define ZPDESC_MATCH(pg, zp)						\
	static_assert(offsetof(struct page, pg) ==			\
		      offsetof(struct zpdesc, zp) &&			\
		      sizeof(((struct page *)0)->pg) ==			\
		      sizeof(((struct zpdesc *)0)->zp),			\
		      "zpdesc." #zp " does not lie over page." #pg)
ZPDESC_MATCH(flags, flags);
ZPDESC_MATCH(lru, lru);
ZPDESC_MATCH(mapping, movable_ops);
ZPDESC_MATCH(index, next);
ZPDESC_MATCH(index, handle);
ZPDESC_MATCH(private, zspage);
ZPDESC_MATCH(page_type, first_obj_offset);
ZPDESC_MATCH(_refcount, _refcount);
#undef ZPDESC_MATCH
static_assert(sizeof(struct zpdesc) <= sizeof(struct page),
	      "zpdesc is larger than the page it lies over");

/* Casts. zsmalloc has pages of order 0 only, so each is right for every page. */
#define page_zpdesc(p)	_Generic((p),					\
	const struct page * :	(const struct zpdesc *)(p),		\
	struct page * :		(struct zpdesc *)(p))

#define zpdesc_page(zp)	_Generic((zp),					\
	const struct zpdesc * :	(const struct page *)(zp),		\
	struct zpdesc * :	(struct page *)(zp))

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
#define zpdesc_folio(zp) _Generic((zp),					\
	const struct zpdesc * :	(const struct folio *)(zp),		\
	struct zpdesc * :	(struct folio *)(zp))
#endif

static inline struct zpdesc *pfn_zpdesc(unsigned long pfn)
{
	return page_zpdesc(pfn_to_page(pfn));
}

static inline unsigned long zpdesc_pfn(const struct zpdesc *zpdesc)
{
	return page_to_pfn(zpdesc_page(zpdesc));
}

static inline struct zone *zpdesc_zone(const struct zpdesc *zpdesc)
{
	return page_zone(zpdesc_page(zpdesc));
}

static inline struct zpdesc *alloc_zpdesc(gfp_t gfp)
{
	struct page *page = alloc_page(gfp);

	return page_zpdesc(page);
}

static inline void free_zpdesc(struct zpdesc *zpdesc)
{
	__free_page(zpdesc_page(zpdesc));
}

static inline void zpdesc_get(struct zpdesc *zpdesc)
{
	get_page(zpdesc_page(zpdesc));
}

static inline void zpdesc_put(struct zpdesc *zpdesc)
{
	put_page(zpdesc_page(zpdesc));
}

static inline void zpdesc_lock(struct zpdesc *zpdesc)
{
	lock_page(zpdesc_page(zpdesc));
}

static inline bool zpdesc_trylock(struct zpdesc *zpdesc)
{
	return trylock_page(zpdesc_page(zpdesc));
}

static inline void zpdesc_unlock(struct zpdesc *zpdesc)
{
	unlock_page(zpdesc_page(zpdesc));
}

static inline void zpdesc_wait_locked(struct zpdesc *zpdesc)
{
	wait_on_page_locked(zpdesc_page(zpdesc));
}

static inline bool zpdesc_is_locked(struct zpdesc *zpdesc)
{
	return PageLocked(zpdesc_page(zpdesc));
}

/* The first page of a zspage. */
static inline void zpdesc_set_first(struct zpdesc *zpdesc)
{
	SetPagePrivate(zpdesc_page(zpdesc));
}

static inline void zpdesc_clear_first(struct zpdesc *zpdesc)
{
	ClearPagePrivate(zpdesc_page(zpdesc));
}

static inline bool is_first_zpdesc(struct zpdesc *zpdesc)
{
	return PagePrivate(zpdesc_page(zpdesc));
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
/* The kind shares the word with the offset, which has its low 24 bits. */
static inline void __zpdesc_set_zsmalloc(struct zpdesc *zpdesc)
{
	__SetPageZsmalloc(zpdesc_page(zpdesc));
}

static inline void __zpdesc_clear_zsmalloc(struct zpdesc *zpdesc)
{
	__ClearPageZsmalloc(zpdesc_page(zpdesc));
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 11, 0)
static inline void *kmap_local_zpdesc(struct zpdesc *zpdesc)
{
	return kmap_local_page(zpdesc_page(zpdesc));
}
#endif

#endif /* __MM_ZPDESC_H__ */
