// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Pages with a descriptor, pages without, and their references.
//
// An allocation with a descriptor takes the descriptor first, the pages next,
// and publishes the reference last. When a step fails, those before it are
// undone and NULL is returned. Orders above MAX_PAGE_ORDER are errors.
#ifndef MEMDESC_ALLOC_H
#define MEMDESC_ALLOC_H

#include "lookup.h"

MEMDESC_BEGIN

// 2^order pages that belong to one new descriptor of this type. The count,
// where the type has one, is 1. MEMDESC_TYPE_MISC gives what alloc_pages()
// does; types without a structure are errors. alloc_page_desc(type) is one page
// with GFP_KERNEL.
struct page *memdesc_alloc_pages(gfp_t gfp, unsigned int order,
				 enum memdesc_type type);

#define MEMDESC_ALLOC_1(type) memdesc_alloc_pages(GFP_KERNEL, 0, type)
#define MEMDESC_ALLOC_3(gfp, order, type) memdesc_alloc_pages(gfp, order, type)
#define MEMDESC_ALLOC_2(gfp, order) \
	alloc_page_desc_takes_a_type_or_gfp_order_and_type
#define MEMDESC_ALLOC_N(a, b, c, macro, ...) macro
#define alloc_page_desc(...)                                           \
	MEMDESC_ALLOC_N(__VA_ARGS__, MEMDESC_ALLOC_3, MEMDESC_ALLOC_2, \
			MEMDESC_ALLOC_1, unused)(__VA_ARGS__)

// Frees a descriptor of a type without a count, and its pages: slab, page
// table, percpu, acctmem. Any other type is an error. page is any page of it.
void free_page_desc(struct page *page);

// Pages without a descriptor: Misc, subtype unknown. No count, so neither get
// nor put; freed by __free_pages().
struct page *alloc_pages(gfp_t gfp, unsigned int order);

// The same with a subtype and whether they may be mapped to user space. Not
// MISC_RESERVED, which is for memory that is not allocated.
struct page *alloc_pages_misc(gfp_t gfp, unsigned int order,
			      enum memdesc_misc_subtype subtype, bool mappable);

// Frees Misc pages; order is that of the allocation. Errors: a page of another
// type, a page that is free, another order, not the first page.
void __free_pages(struct page *page, unsigned int order);

// Makes an allocation of Misc pages single pages, to be freed one by one.
void split_page(struct page *page, unsigned int order);

// Gives the allocation that a Misc page belongs to another subtype, with all
// its pages: offline and back, guard and back, vmalloc and so on.
void page_set_misc(struct page *page, enum memdesc_misc_subtype subtype);

// The order of the allocation that a page belongs to.
unsigned int page_order(const struct page *page);

// One more or one less reference of the descriptor of a page; any page of it
// will do. The last put frees it and its pages. Errors: a type without a count,
// a page that is free, a get of a count of 0, a put without get.
void get_page(struct page *page);
void put_page(struct page *page);

// A page is broken: it is marked, kept out of the buddy allocator for good, and
// its folio told. Returns 0; -EBUSY for a page that is broken already, or in a
// state that cannot be; -ENOMEM. The caller keeps others from changing it.
int memory_failure(unsigned long pfn);

// The page was not broken after all. One without an owner becomes a Misc page
// of order 0, which __free_pages() frees. Returns 0, or -EINVAL.
int unpoison_memory(unsigned long pfn);

bool PageHWPoison(const struct page *page);

// The last reference of a descriptor is gone. Private to the put functions.
void memdesc_release(void *desc, const char *call);
__attribute__((noreturn, cold)) void memdesc_bad_count(const void *desc,
						       const char *call);

MEMDESC_END

#define alloc_page(gfp)	  alloc_pages(gfp, 0)
#define __free_page(page) __free_pages(page, 0)

// The count of a descriptor of a counted type.
static inline int memdesc_ref_count(const void *desc)
{
	return atomic_read(memdesc_count(desc));
}

static inline void memdesc_get(void *desc, const char *call)
{
	if (unlikely(atomic_read(memdesc_count(desc)) <= 0))
		memdesc_bad_count(desc, call);
	atomic_inc(memdesc_count(desc));
}

static inline void memdesc_put(void *desc, const char *call)
{
	int count = atomic_add_return(-1, memdesc_count(desc));

	if (likely(count > 0))
		return;
	if (unlikely(count < 0))
		memdesc_bad_count(desc, call);
	memdesc_release(desc, call);
}

#endif
