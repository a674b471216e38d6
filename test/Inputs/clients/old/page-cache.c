// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A page cache of one file, written for struct page.

#include "../client.h"

struct address_space {
	struct page *pages[64];
	unsigned long nrpages;
};

static struct page *add(struct address_space *mapping, pgoff_t index)
{
	struct page *page = alloc_page_desc(MEMDESC_TYPE_FOLIO);

	page->mapping = mapping;
	page->index = index;
	memset(page_address(page), (int)index, PAGE_SIZE);
	mapping->pages[index] = page;
	mapping->nrpages++;
	return page;
}

static struct page *find(struct address_space *mapping, pgoff_t index)
{
	struct page *page = mapping->pages[index];

	if (page)
		get_page(page);
	return page;
}

static unsigned long write_back(struct address_space *mapping)
{
	unsigned long sum = 0;
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct page *page = find(mapping, i);

		if (!page)
			continue;
		if (page->flags.f & 1ul << FL_dirty) {
			page->flags.f &= ~(1ul << FL_dirty);
			sum += page->index * *(char *)page_address(page);
		}
		put_page(page);
	}
	return sum;
}

static void truncate(struct address_space *mapping)
{
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct page *page = mapping->pages[i];

		if (!page || page->mapping != mapping)
			continue;
		mapping->pages[i] = NULL;
		mapping->nrpages--;
		page->mapping = NULL;
		put_page(page);
	}
}

void client(void)
{
	struct address_space mapping = {0};
	pgoff_t i;

	for (i = 1; i < 64; i += 2) {
		struct page *page = add(&mapping, i);

		if (i % 3 == 0)
			page->flags.f |= 1ul << FL_dirty;
	}
	printf("page cache: %lu pages\n", mapping.nrpages);
	printf("written: %lu\n", write_back(&mapping));
	printf("again: %lu\n", write_back(&mapping));
	truncate(&mapping);
	printf("left: %lu\n", mapping.nrpages);
}
