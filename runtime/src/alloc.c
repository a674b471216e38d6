// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Allocation and freeing of pages, with and without a descriptor.

#include <string.h>
#include "layout.h"
#include "memdesc/alloc.h"
#include "init.h"

#define UNCOUNTED_TYPES                                      \
	(MEMDESC_TYPE_BIT(SLAB) | MEMDESC_TYPE_BIT(PTDESC) | \
	 MEMDESC_TYPE_BIT(PERCPU) | MEMDESC_TYPE_BIT(ACCTMEM))

static struct page *take_from(struct memdesc_zone *zone, unsigned int order)
{
	unsigned long pfn;

	spin_lock(&zone->lock);
	pfn = memdesc_buddy_alloc(&zone->buddy, order);
	spin_unlock(&zone->lock);
	if (pfn == MEMDESC_NO_PFN)
		return NULL;
	return memdesc_machine.map + (pfn - memdesc_machine.min_pfn);
}

struct page *memdesc_take_pages(gfp_t gfp, unsigned int order)
{
	struct page *page = NULL;
	unsigned int i;

	if (unlikely(order > MAX_PAGE_ORDER))
		memdesc_bug("alloc_pages", NULL, "order %u is above %u", order,
			    MAX_PAGE_ORDER);
	if (memdesc_should_fail())
		return NULL;
	for (i = 0; !page && i < memdesc_machine.nr_zones; i++)
		page = take_from(&memdesc_machine.zones[i], order);
	if (page && gfp & __GFP_ZERO && memdesc_machine.memory)
		memset(page_address(page), 0, PAGE_SIZE << order);
	return page;
}

void memdesc_give_pages(struct page *page, unsigned int order)
{
	unsigned long pfn = page_to_pfn(page);
	struct memdesc_zone *zone = memdesc_zone_of(pfn, __func__);

	spin_lock(&zone->lock);
	memdesc_buddy_free(&zone->buddy, pfn, order);
	spin_unlock(&zone->lock);
}

static bool any_poisoned(const struct page *page, unsigned int order)
{
	unsigned long i;

	for (i = 0; i < 1UL << order; i++)
		if (layout_is_poisoned(page + i))
			return true;
	return false;
}

void memdesc_release_pages(struct page *page, unsigned int order)
{
	unsigned long i;

	if (likely(!any_poisoned(page, order))) {
		layout_clear(page, order);
		memdesc_give_pages(page, order);
		return;
	}
	layout_clear(page, order);
	for (i = 0; i < 1UL << order; i++) {
		if (layout_is_poisoned(page + i))
			layout_disown(page + i);
		else
			memdesc_give_pages(page + i, 0);
	}
}

struct page *memdesc_alloc_frozen(gfp_t gfp, unsigned int order,
				  enum memdesc_type type)
{
	struct page *page;
	void *desc;

	if (unlikely(!memdesc_type_in(type,
				      MEMDESC_COUNTED_TYPES | UNCOUNTED_TYPES)))
		memdesc_bug("alloc_page_desc", NULL,
			    "type %d has no descriptor to allocate", type);
	if (unlikely(order > MAX_PAGE_ORDER))
		memdesc_bug("alloc_page_desc", NULL, "order %u is above %u",
			    order, MAX_PAGE_ORDER);
	desc = layout_alloc_desc(type, order);
	if (!desc)
		return NULL;
	page = memdesc_take_pages(gfp, order);
	if (!page) {
		layout_free_desc(type, desc);
		return NULL;
	}
	memdesc_check_pages(MEMDESC_EVENT_ALLOC, page, order,
			    memdesc_state_of_type(type));
	desc = layout_prepare(page, order, type, desc);
	atomic_set(memdesc_count(desc), 0);
	memdesc_init_desc(desc, type, order);
	layout_publish(page, order, type, desc);
	return page;
}

struct page *memdesc_alloc_pages(gfp_t gfp, unsigned int order,
				 enum memdesc_type type)
{
	struct page *page;

	if (type == MEMDESC_TYPE_MISC)
		return alloc_pages(gfp, order);
	page = memdesc_alloc_frozen(gfp, order, type);
	if (page && memdesc_type_in(type, MEMDESC_COUNTED_TYPES))
		atomic_set_release(memdesc_count(page_desc_in(page, ~0ull)), 1);
	return page;
}

struct page *alloc_pages_misc(gfp_t gfp, unsigned int order,
			      enum memdesc_misc_subtype subtype, bool mappable)
{
	struct misc misc = {subtype, mappable, order};
	struct page *page;

	if (unlikely(subtype == MISC_RESERVED || subtype >= MISC_NR))
		memdesc_bug(__func__, NULL, "subtype %d is not allocated",
			    subtype);
	page = memdesc_take_pages(gfp, order);
	if (page) {
		memdesc_check_pages(MEMDESC_EVENT_ALLOC_MISC, page, order,
				    memdesc_state_of_subtype(subtype));
		layout_write_misc(page, order, misc);
	}
	return page;
}

struct page *alloc_pages(gfp_t gfp, unsigned int order)
{
	return alloc_pages_misc(gfp, order, MISC_UNKNOWN, false);
}

// Ends the program unless page is the first of a Misc allocation of this order.
static void check_misc(const struct page *page, unsigned int order,
		       const char *call)
{
	enum memdesc_state state = page_state(page);
	struct misc misc;

	if (unlikely(state == MEMDESC_STATE_FREE ||
		     state == MEMDESC_STATE_TAIL))
		memdesc_bug(call, page, "double free");
	if (unlikely(!layout_read_misc(page, &misc) ||
		     misc.subtype == MISC_RESERVED))
		memdesc_bug(call, page, "wrong type: %s",
			    memdesc_state_name(state));
	if (unlikely(misc.order != order))
		memdesc_bug(call, page, "order %u, but allocated with %u",
			    order, misc.order);
	if (unlikely(page_to_pfn(page) & ((1UL << order) - 1)))
		memdesc_bug(call, page, "not the first page of order %u",
			    order);
}

void __free_pages(struct page *page, unsigned int order)
{
	memdesc_zone_of(page_to_pfn(page), __func__);
	if (unlikely(order > MAX_PAGE_ORDER))
		memdesc_bug(__func__, page, "order %u is above %u", order,
			    MAX_PAGE_ORDER);
	check_misc(page, order, __func__);
	memdesc_check_transition(MEMDESC_EVENT_FREE_MISC, page,
				 page_state(page), MEMDESC_STATE_TAIL);
	memdesc_release_pages(page, order);
}

void split_page(struct page *page, unsigned int order)
{
	struct misc misc;
	unsigned long i;

	check_misc(page, order, __func__);
	if (any_poisoned(page, order))
		memdesc_bug(__func__, page, "has a broken page");
	layout_read_misc(page, &misc);
	misc.order = 0;
	for (i = 0; i < 1UL << order; i++)
		layout_write_misc(page + i, 0, misc);
}

void page_set_misc(struct page *page, enum memdesc_misc_subtype subtype)
{
	unsigned long pfn = page_to_pfn(page), i;
	struct misc misc;

	memdesc_zone_of(pfn, __func__);
	if (unlikely(!layout_read_misc(page, &misc) ||
		     misc.subtype == MISC_RESERVED))
		memdesc_bug(__func__, page, "wrong type: %s",
			    memdesc_state_name(page_state(page)));
	if (unlikely(subtype == MISC_RESERVED || subtype >= MISC_NR))
		memdesc_bug(__func__, page, "subtype %d is not for this",
			    subtype);
	misc.subtype = subtype;
	page -= pfn & ((1UL << misc.order) - 1);
	for (i = 0; i < 1UL << misc.order; i++) {
		if (layout_is_poisoned(page + i))
			continue;
		memdesc_check_transition(MEMDESC_EVENT_SUBTYPE, page + i,
					 page_state(page + i),
					 memdesc_state_of_subtype(subtype));
		layout_write_misc(page + i, 0, misc);
	}
}

unsigned int page_order(const struct page *page)
{
	enum memdesc_type type = page_type_of(page);
	unsigned int order = 0;
	struct misc misc;

	if (layout_read_misc(page, &misc))
		return misc.order;
	if (type == MEMDESC_TYPE_BUDDY) {
		struct memdesc_zone *zone =
			memdesc_zone_of(page_to_pfn(page), __func__);

		memdesc_buddy_is_first(&zone->buddy, page_to_pfn(page), &order);
		return order;
	}
	return memdesc_desc_order(page_desc_in(page, ~0ull));
}

// Frees what desc stands for. Its pages must still say so: a descriptor that
// was freed before has none that do.
static void free_desc(void *desc, enum memdesc_type type, const char *call)
{
	struct page *page = pfn_to_page(memdesc_desc_pfn(desc));
	unsigned int order = memdesc_desc_order(desc);

	memdesc_check_transition(MEMDESC_EVENT_FREE, page,
				 memdesc_state_of_type(type),
				 MEMDESC_STATE_TAIL);
	(void)call;
	memdesc_release_pages(page, order);
	layout_free_desc(type, desc);
}

// The first page of desc that is not broken; it knows the type.
static enum memdesc_type type_of(const void *desc)
{
	struct page *page = pfn_to_page(memdesc_desc_pfn(desc));
	unsigned long i, nr = 1UL << memdesc_desc_order(desc);

	for (i = 0; i < nr; i++)
		if (page_desc_in(page + i, ~0ull) == desc)
			return page_type_of(page + i);
	return MEMDESC_TYPE_NONE;
}

void memdesc_bad_count(const void *desc, const char *call)
{
	struct page *page = pfn_to_page(memdesc_desc_pfn(desc));

	memdesc_bug(call, page,
		    "put without get, or use after free: count is "
		    "not above 0");
}

void memdesc_release(void *desc, const char *call)
{
	enum memdesc_type type = type_of(desc);

	if (type == MEMDESC_TYPE_NONE) // all its pages are broken
		type = MEMDESC_TYPE_FOLIO;
	free_desc(desc, type, call);
}

void free_page_desc(struct page *page)
{
	enum memdesc_type type;

	memdesc_zone_of(page_to_pfn(page), __func__);
	type = page_type_of(page);
	if (unlikely(type == MEMDESC_TYPE_BUDDY))
		memdesc_bug(__func__, page, "double free");
	if (unlikely(!memdesc_type_in(type, UNCOUNTED_TYPES)))
		memdesc_bug(__func__, page, "wrong type: %s",
			    memdesc_state_name(page_state(page)));
	free_desc(page_desc_in(page, UNCOUNTED_TYPES), type, __func__);
}

static void *counted(struct page *page, const char *call)
{
	void *desc;

	memdesc_zone_of(page_to_pfn(page), call);
	desc = page_desc_in(page, MEMDESC_COUNTED_TYPES);
	if (unlikely(!desc))
		memdesc_bug(call, page, "%s has no reference count",
			    memdesc_state_name(page_state(page)));
	return desc;
}

void get_page(struct page *page)
{
	memdesc_get(counted(page, __func__), __func__);
}

void put_page(struct page *page)
{
	memdesc_put(counted(page, __func__), __func__);
}
