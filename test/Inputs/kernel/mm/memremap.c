// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Device memory: pages that belong to a driver. */
#include <linux/mm.h>

struct dev_pagemap {
	unsigned long start_pfn, nr;
	void (*page_free)(struct page *page);
};

void zone_device_page_init(struct dev_pagemap *pgmap, void *data)
{
	unsigned long i;

	for (i = 0; i < pgmap->nr; i++) {
		struct page *page = pfn_to_page(pgmap->start_pfn + i);

		page->pgmap = pgmap;
		page->zone_device_data = data;
		set_page_count(page, 0);
	}
}

void free_zone_device_page(struct page *page)
{
	page->mapping = NULL;
	page->pgmap->page_free(page);
}
