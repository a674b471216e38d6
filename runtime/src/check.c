// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A walk over all pages that looks for what cannot be.

#include <stdarg.h>
#include <string.h>
#include "layout.h"
#include "memdesc/alloc.h"

struct walk {
	FILE *out;
	unsigned long faults;
	unsigned long descriptors[MEMDESC_NR_TYPES];
	unsigned long blocks[MAX_PAGE_ORDER + 1]; // of the zone
	const void *last;			  // descriptor seen
};

__attribute__((format(printf, 3, 4))) static void
fault(struct walk *walk, unsigned long pfn, const char *format, ...)
{
	va_list args;

	walk->faults++;
	if (!walk->out)
		return;
	fprintf(walk->out, "memdesc: check: page %#lx: ", pfn);
	va_start(args, format);
	vfprintf(walk->out, format, args);
	va_end(args);
	fputc('\n', walk->out);
}

static struct page *page_at(unsigned long pfn)
{
	return memdesc_machine.map + (pfn - memdesc_machine.min_pfn);
}

// Returns the number of pages of the free block.
static unsigned long check_free(struct walk *walk, struct memdesc_zone *zone,
				unsigned long pfn)
{
	unsigned int order = 0;
	unsigned long i;

	if (!memdesc_buddy_is_first(&zone->buddy, pfn, &order) ||
	    order > MAX_PAGE_ORDER || pfn & ((1UL << order) - 1)) {
		fault(walk, pfn, "first page of no free block, order %u",
		      order);
		return 1;
	}
	walk->blocks[order]++;
	for (i = 1; i < 1UL << order; i++)
		if (!pfn_valid(pfn + i) ||
		    page_state(page_at(pfn + i)) != MEMDESC_STATE_TAIL)
			fault(walk, pfn + i,
			      "not free, but in the free block of %#lx", pfn);
	return 1UL << order;
}

// A page and the first one of its allocation say the same.
static void check_misc(struct walk *walk, unsigned long pfn)
{
	struct misc misc = {0, false, 0}, first;
	unsigned long head;

	layout_read_misc(page_at(pfn), &misc);
	if (misc.order > MAX_PAGE_ORDER) {
		fault(walk, pfn, "misc of order %u", misc.order);
		return;
	}
	for (head = pfn & ~((1UL << misc.order) - 1);
	     layout_is_poisoned(page_at(head)) && head < pfn; head++)
		;
	if (!layout_read_misc(page_at(head), &first) ||
	    first.order != misc.order || first.subtype != misc.subtype ||
	    first.mappable != misc.mappable)
		fault(walk, pfn, "not the same misc as %#lx", head);
}

static void check_typed(struct walk *walk, unsigned long pfn)
{
	const struct page *page = page_at(pfn);
	enum memdesc_type type = page_type_of(page);
	const void *desc = page_desc_in(page, ~0ull);
	unsigned long first = memdesc_desc_pfn(desc);
	unsigned int order = memdesc_desc_order(desc);

	if (pfn < first || order > MAX_PAGE_ORDER ||
	    pfn >= first + (1UL << order) || first & ((1UL << order) - 1))
		fault(walk, pfn, "its %s has %#lx, order %u",
		      memdesc_type_name(type), first, order);
	if (memdesc_type_in(type, MEMDESC_COUNTED_TYPES) !=
	    (memdesc_ref_count(desc) > 0))
		fault(walk, pfn, "%s with a count of %d",
		      memdesc_type_name(type), memdesc_ref_count(desc));
	if (desc != walk->last) {
		// Types of folio share a cache.
		if (memdesc_type_in(type, MEMDESC_FOLIO_TYPES))
			type = MEMDESC_TYPE_FOLIO;
		walk->descriptors[type]++;
	}
	walk->last = desc;
}

static unsigned long check_page(struct walk *walk, struct memdesc_zone *zone,
				unsigned long pfn)
{
	const struct page *page = page_at(pfn);

	switch (page_state(page)) {
	case MEMDESC_STATE_FREE:
		return check_free(walk, zone, pfn);
	case MEMDESC_STATE_TAIL:
		fault(walk, pfn, "in no block, and nobody's");
		break;
	case MEMDESC_STATE_ABSENT:
		fault(walk, pfn, "in no state");
		break;
	case MEMDESC_STATE_RESERVED:
		break;
	case MEMDESC_STATE_MISC:
	case MEMDESC_STATE_GUARD:
	case MEMDESC_STATE_OFFLINE:
		check_misc(walk, pfn);
		break;
	case MEMDESC_STATE_HWPOISON:
		walk->descriptors[MEMDESC_TYPE_HWPOISON]++;
		break;
	default:
		check_typed(walk, pfn);
	}
	return 1;
}

static void check_lists(struct walk *walk, struct memdesc_zone *zone)
{
	struct memdesc_buddy *buddy = &zone->buddy;
	unsigned int order, have;

	for (order = 0; order <= MAX_PAGE_ORDER; order++) {
		unsigned long pfn = buddy->list[order].first, listed = 0;

		for (; pfn != MEMDESC_NO_PFN &&
		       listed <= buddy->list[order].blocks;
		     pfn = memdesc_buddy_next(buddy, pfn), listed++)
			if (!memdesc_buddy_is_first(buddy, pfn, &have) ||
			    have != order) {
				fault(walk, pfn, "in the list of order %u",
				      order);
				break;
			}
		if (listed != buddy->list[order].blocks ||
		    listed != walk->blocks[order])
			fault(walk, buddy->start_pfn,
			      "order %u: %lu blocks listed, %lu counted, %lu "
			      "in the map",
			      order, listed, buddy->list[order].blocks,
			      walk->blocks[order]);
	}
}

// A folio of which every page is broken is seen nowhere, so there may be more.
static void check_descriptors(struct walk *walk)
{
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
	unsigned int type;

	for (type = 0; type < MEMDESC_NR_TYPES; type++) {
		unsigned long live;

		if (type == MEMDESC_TYPE_ANON || type == MEMDESC_TYPE_KSM)
			continue;
		live = memdesc_nr_descriptors((enum memdesc_type)type);
		if (live < walk->descriptors[type] ||
		    (live > walk->descriptors[type] &&
		     !walk->descriptors[MEMDESC_TYPE_HWPOISON]))
			fault(walk, 0, "%lu descriptors of %s, %lu in the map",
			      live, memdesc_type_name((enum memdesc_type)type),
			      walk->descriptors[type]);
	}
#else
	(void)walk;
#endif
}

unsigned long memdesc_check(FILE *out)
{
	struct memdesc_machine *m = &memdesc_machine;
	struct walk walk = {.out = out};
	unsigned int i, j;

	for (i = 0; i < m->nr_zones; i++) {
		struct memdesc_zone *zone = &m->zones[i];

		memset(walk.blocks, 0, sizeof(walk.blocks));
		for (j = 0; j < zone->nr_ranges; j++) {
			unsigned long pfn = zone->ranges[j].start_pfn;

			while (pfn < zone->ranges[j].end_pfn)
				pfn += check_page(&walk, zone, pfn);
		}
		check_lists(&walk, zone);
	}
	check_descriptors(&walk);
	return walk.faults;
}
