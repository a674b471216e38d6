// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// From a page to its descriptor.
//
// Without a reference a descriptor may be freed and be another page's at any
// moment. What it will not be is of another type: descriptors come from caches
// that keep their type for a grace period. So the protocol is, under RCU:
//
//   read the word; look at the tag; try to get a reference; read the word again
//
// and if it is not the same, put and begin anew. memdesc_lookup() does that.
// page_folio() and its like only read the word; the caller holds something that
// keeps the page what it is.
#ifndef MEMDESC_LOOKUP_H
#define MEMDESC_LOOKUP_H

#include "machine.h"
#include "transitions.h"

#define MEMDESC_TYPE_BIT(NAME) (1ull << MEMDESC_TYPE_##NAME)
#define MEMDESC_FOLIO_TYPES                                 \
	(MEMDESC_TYPE_BIT(FOLIO) | MEMDESC_TYPE_BIT(ANON) | \
	 MEMDESC_TYPE_BIT(KSM))
// Types with a reference count. get_page() and put_page() of others are errors.
#define MEMDESC_COUNTED_TYPES                                   \
	(MEMDESC_FOLIO_TYPES | MEMDESC_TYPE_BIT(ZPDESC) |       \
	 MEMDESC_TYPE_BIT(NETMEM) | MEMDESC_TYPE_BIT(MOVABLE) | \
	 MEMDESC_TYPE_BIT(MANAGED) | ~(MEMDESC_TYPE_BIT(OWN) - 1))

static inline bool memdesc_type_in(enum memdesc_type type, u64 types)
{
	return type < 64 && types >> type & 1;
}

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT

// The word of a page. Whoever sees a descriptor in it sees what was written to
// it before.
static inline u64 page_memdesc(const struct page *page)
{
	return __atomic_load_n(&page->memdesc, __ATOMIC_ACQUIRE);
}

static inline enum memdesc_type page_type_of(const struct page *page)
{
	return memdesc_type(page_memdesc(page));
}

static inline atomic_t *memdesc_count(const void *desc)
{
	return &((struct memdesc_head *)(uintptr_t)desc)->_refcount;
}

static inline unsigned long memdesc_desc_pfn(const void *desc)
{
	return ((const struct memdesc_head *)desc)->pfn;
}

static inline unsigned int memdesc_desc_order(const void *desc)
{
	return ((const struct memdesc_head *)desc)->_order;
}

// The tags of some types as a set; a constant where types is one.
static inline u32 memdesc_tags_of(u64 types)
{
	u64 tags = 0;

#define X(NAME, ...) \
	tags |= (types >> MEMDESC_TYPE_##NAME & 1) << MEMDESC_TAG_##NAME;
	MEMDESC_TYPES(X)
#undef X
	return (u32)tags & 0x7fff; // without 15
}

// The descriptor of a word whose type is one of types, or NULL.
static inline void *memdesc_of(u64 word, u64 types)
{
	unsigned int tag = memdesc_tag(word);

	if (likely(memdesc_tags_of(types) >> tag & 1))
		return memdesc_ptr(word);
	if (likely(tag != MEMDESC_TAG_EXTENDED))
		return NULL;
	return memdesc_type_in(memdesc_type(word), types) ? memdesc_ptr(word)
							  : NULL;
}

static inline void *page_desc_in(const struct page *page, u64 types)
{
	return memdesc_of(page_memdesc(page), types);
}

#else

#define MEMDESC_PG_HEAD	  6 // first page of several
#define MEMDESC_PG_POISON 21

// The first page of the allocation.
static inline struct page *compound_head(const struct page *page)
{
	unsigned long head =
		__atomic_load_n(&page->compound_head, __ATOMIC_ACQUIRE);

	if (unlikely(head & 1))
		return (struct page *)(head - 1);
	return (struct page *)(uintptr_t)page;
}

// What a head page is, from its page_type.
static inline enum memdesc_type memdesc_head_type(const struct page *head)
{
	u32 kind = __atomic_load_n(&head->page_type, __ATOMIC_ACQUIRE);

	if (likely((int)kind >= -1)) {
		unsigned long mapping = (unsigned long)__atomic_load_n(
			&head->mapping, __ATOMIC_RELAXED);

		return (mapping & 3) == 0   ? MEMDESC_TYPE_FOLIO
		       : (mapping & 3) == 1 ? MEMDESC_TYPE_ANON
					    : MEMDESC_TYPE_KSM;
	}
	kind >>= 24;
	if (kind == MEMDESC_KIND_MISC)
		return MEMDESC_TYPE_MISC;
	if (kind == MEMDESC_KIND_BUDDY || kind == MEMDESC_KIND_FREE_TAIL)
		return MEMDESC_TYPE_BUDDY;
	return (enum memdesc_type)(kind - MEMDESC_KIND_TYPE);
}

static inline enum memdesc_type page_type_of(const struct page *page)
{
	return memdesc_head_type(compound_head(page));
}

static inline atomic_t *memdesc_count(const void *desc)
{
	return &((struct page *)(uintptr_t)desc)->_refcount;
}

static inline unsigned long memdesc_desc_pfn(const void *desc)
{
	return page_to_pfn((const struct page *)desc);
}

static inline unsigned int memdesc_desc_order(const void *desc)
{
	const struct page *page = (const struct page *)desc;

	if (!(__atomic_load_n(&page->flags.f, __ATOMIC_RELAXED) >>
		      MEMDESC_PG_HEAD &
	      1))
		return 0;
	return __atomic_load_n(&page[1].flags.f, __ATOMIC_RELAXED) & 0xff;
}

static inline void *page_desc_in(const struct page *page, u64 types)
{
	struct page *head = compound_head(page);

	// Folios have no kind; this is what page_folio() comes to.
	if (types == MEMDESC_FOLIO_TYPES)
		return (int)__atomic_load_n(&head->page_type,
					    __ATOMIC_ACQUIRE) >= -1
			       ? head
			       : NULL;
	return memdesc_type_in(memdesc_head_type(head), types) ? head : NULL;
}

MEMDESC_BEGIN
// The word the page would have in the split layout, with the first page for a
// descriptor.
u64 page_memdesc(const struct page *page);
MEMDESC_END

#endif

MEMDESC_BEGIN
// The protocol. Returns a descriptor of one of these types with a reference, or
// NULL when the page has none now: it is free, of another type, or its
// descriptor is frozen. types is a set of MEMDESC_TYPE_BIT() of counted types;
// drop puts what was got in vain.
void *memdesc_lookup(const struct page *page, u64 types,
		     void (*drop)(void *desc));
MEMDESC_END

#endif
