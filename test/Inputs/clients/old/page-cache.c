// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A page cache of one file.

#include "../client.h"

struct address_space {
	struct list_head pages;
	unsigned long nrpages;
};

static struct page *add(struct address_space *mapping, pgoff_t index)
{
	struct page *page = __page_cache_alloc(GFP_KERNEL);

	if (!page)
		return NULL;
	page->mapping = mapping;
	page->index = index;
	memset(page_address(page), (int)index, PAGE_SIZE);
	SetPageUptodate(page);
	list_add(&page->lru, &mapping->pages);
	mapping->nrpages++;
	return page;
}

static struct page *find(struct address_space *mapping, pgoff_t index)
{
	struct page *page;

	list_for_each_entry (page, &mapping->pages, lru) {
		if (page->index != index)
			continue;
		get_page(page);
		return page;
	}
	return NULL;
}

static unsigned long write_back(struct address_space *mapping)
{
	unsigned long sum = 0;
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct page *page = find(mapping, i);

		if (!page)
			continue;
		lock_page(page);
		if (PageUptodate(page) && PageDirty(page)) {
			ClearPageDirty(page);
			sum += page->index * *(char *)page_address(page);
		}
		unlock_page(page);
		put_page(page);
	}
	return sum;
}

static void truncate(struct address_space *mapping, pgoff_t from)
{
	struct page *page, *next;

	list_for_each_entry_safe (page, next, &mapping->pages, lru) {
		if (page->mapping != mapping || page->index < from)
			continue;
		list_del(&page->lru);
		mapping->nrpages--;
		page->mapping = NULL;
		put_page(page);
	}
}

void client(void)
{
	struct address_space mapping = {LIST_HEAD_INIT(mapping.pages), 0};
	pgoff_t i;

	for (i = 1; i < 64; i += 2) {
		struct page *page = add(&mapping, i);

		if (i % 3 == 0)
			SetPageDirty(page);
	}
	printf("page cache: %lu pages\n", mapping.nrpages);
	printf("written: %lu\n", write_back(&mapping));
	printf("again: %lu\n", write_back(&mapping));
	truncate(&mapping, 32);
	printf("cut: %lu\n", mapping.nrpages);
	truncate(&mapping, 0);
	printf("left: %lu\n", mapping.nrpages);
}
