// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Pages that are broken.

#include <errno.h>
#include "layout.h"
#include "memdesc/folio.h"

// Takes a page out of the free block it is in; the rest of the block stays
// free. False when it is in none.
static bool take_free_page(struct memdesc_zone *zone, unsigned long pfn)
{
	struct memdesc_buddy *buddy = &zone->buddy;
	unsigned long first = pfn;
	unsigned int order, have;

	for (order = 0; order <= MAX_PAGE_ORDER; order++) {
		first = pfn & ~((1UL << order) - 1);
		if (memdesc_buddy_is_first(buddy, first, &have) &&
		    have >= order)
			break;
	}
	if (order > MAX_PAGE_ORDER)
		return false;
	order = memdesc_buddy_remove(buddy, first);
	while (order) {
		unsigned long half = 1UL << --order;

		if (pfn < first + half) {
			memdesc_buddy_insert(buddy, first + half, order);
		} else {
			memdesc_buddy_insert(buddy, first, order);
			first += half;
		}
	}
	return true;
}

static bool can_break(struct page *page, struct memdesc_zone *zone)
{
	bool taken;

	switch (page_state(page)) {
	case MEMDESC_STATE_FOLIO:
	case MEMDESC_STATE_MISC:
		return true;
	case MEMDESC_STATE_FREE:
	case MEMDESC_STATE_TAIL:
		spin_lock(&zone->lock);
		taken = take_free_page(zone, page_to_pfn(page));
		spin_unlock(&zone->lock);
		return taken;
	default:
		return false;
	}
}

int memory_failure(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn);
	struct memdesc_zone *zone = memdesc_zone_of(pfn, __func__);
	struct folio *folio;
	void *desc;

	if (layout_is_poisoned(page))
		return -EBUSY;
	desc = layout_alloc_desc(MEMDESC_TYPE_HWPOISON, 0);
	if (!desc)
		return -ENOMEM;
	if (!can_break(page, zone)) {
		layout_free_desc(MEMDESC_TYPE_HWPOISON, desc);
		return -EBUSY;
	}
	memdesc_check_transition(MEMDESC_EVENT_POISON, page, page_state(page),
				 MEMDESC_STATE_HWPOISON);
	folio = page_folio(page);
	if (folio)
		folio_set_has_hwpoisoned(folio);
	layout_poison(page, desc);
	return 0;
}

int unpoison_memory(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn);

	if (!layout_is_poisoned(page))
		return -EINVAL;
	layout_unpoison(page);
	memdesc_check_transition(MEMDESC_EVENT_UNPOISON, page,
				 MEMDESC_STATE_HWPOISON, page_state(page));
	return 0;
}

bool PageHWPoison(const struct page *page)
{
	return layout_is_poisoned(page);
}
