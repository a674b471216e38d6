// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The buddy allocator: free pages, linked through themselves. */
#include <linux/mm.h>

struct free_area {
	struct list_head free_list;
	unsigned long nr_free;
};

struct zone {
	struct free_area free_area[MAX_ORDER + 1];
	unsigned long zone_start_pfn;
};

static struct zone only_zone;

static inline void set_buddy_order(struct page *page, unsigned int order)
{
	set_page_private(page, order);
	__SetPageBuddy(page);
}

static inline unsigned int buddy_order(struct page *page)
{
	return page_private(page);
}

static void prep_compound_page(struct page *page, unsigned int order)
{
	unsigned long i;

	__set_bit(PG_head, &page->flags);
	for (i = 1; i < (1UL << order); i++) {
		struct page *tail = page + i;

		tail->mapping = NULL;
		tail->compound_head = (unsigned long)page | 1;
	}
	page[1].flags = (page[1].flags & ~0xffUL) | order;
}

static bool page_expected_state(const struct page *page)
{
	if (unlikely(atomic_read(&page->_mapcount) != -1))
		return false;
	return !((unsigned long)page->mapping | page_ref_count(page)
#ifdef CONFIG_MEMCG
		 | page->memcg_data
#endif
		 | (page->flags & PAGE_FLAGS_MASK));
}

static struct page *find_buddy(struct page *page, unsigned int order)
{
	unsigned long pfn = page_to_pfn(page);
	struct page *buddy = page + ((pfn ^ BIT(order)) - pfn);

	if (!PageBuddy(buddy) || buddy_order(buddy) != order)
		return NULL;
	return buddy;
}

static struct page *take_from(struct free_area *area)
{
	struct page *page;

	page = list_first_entry_or_null(&area->free_list, struct page,
					buddy_list);
	if (!page)
		return NULL;
	list_del(&page->buddy_list);
	__ClearPageBuddy(page);
	set_page_private(page, 0);
	area->nr_free--;
	return page;
}

static void give_to(struct free_area *area, struct page *page,
		    unsigned int order)
{
	set_buddy_order(page, order);
	list_add(&page->buddy_list, &area->free_list);
	area->nr_free++;
}

struct page *alloc_pages(gfp_t gfp, unsigned int order)
{
	unsigned int current_order = order;
	struct page *page = NULL;

	while (current_order <= MAX_ORDER && !page)
		page = take_from(&only_zone.free_area[current_order++]);
	if (!page)
		return NULL;
	while (--current_order > order)
		give_to(&only_zone.free_area[current_order - 1],
			&page[1 << (current_order - 1)], current_order - 1);
	set_page_count(page, 1);
	if (gfp & __GFP_ZERO)
		memset(page_address(page), 0, PAGE_SIZE << order);
	if (order)
		prep_compound_page(page, order);
	return page;
}

void __free_pages(struct page *page, unsigned int order)
{
	struct page *buddy;

	VM_BUG_ON(!page_expected_state(page));
	while (order < MAX_ORDER && (buddy = find_buddy(page, order))) {
		list_del(&buddy->buddy_list);
		__ClearPageBuddy(buddy);
		if (buddy < page)
			page = buddy;
		order++;
	}
	give_to(&only_zone.free_area[order], page, order);
}

void memmap_init(unsigned long start_pfn, unsigned long nr)
{
	struct page *page = pfn_to_page(start_pfn), *end = page + nr;

	for (; page < end; page++) {
		memset(page, 0, sizeof(*page));
		INIT_LIST_HEAD(&page->lru);
		atomic_set(&page->_mapcount, -1);
	}
}
