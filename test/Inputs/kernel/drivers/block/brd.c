// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A disk in memory; page->index tells which part of it a page is. */
#include <linux/mm.h>

struct brd_device {
	struct page *pages[64];
};

static struct page *brd_lookup_page(struct brd_device *brd, sector_t sector)
{
	pgoff_t index = sector >> 3;
	struct page *page = brd->pages[index % 64];

	VM_BUG_ON(page && page->index != index);
	return page;
}

int brd_insert_page(struct brd_device *brd, sector_t sector)
{
	struct page *page = brd_lookup_page(brd, sector);

	if (page)
		return 0;
	page = alloc_page(GFP_KERNEL | __GFP_ZERO);
	if (!page)
		return -1;
	page->index = sector >> 3;
	brd->pages[page->index % 64] = page;
	return 0;
}
