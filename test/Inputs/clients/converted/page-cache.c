// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A page cache of one file.

#include "../client.h"

struct address_space {
	struct list_head pages;
	unsigned long nrpages;
};

static struct folio *add(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = folio_alloc(GFP_KERNEL, 0);

	if (!folio)
		return NULL;
	folio->mapping = mapping;
	folio->index = index;
	memset(folio_address(folio), (int)index, PAGE_SIZE);
	folio_set_uptodate(folio);
	list_add(&folio->lru, &mapping->pages);
	mapping->nrpages++;
	return folio;
}

static struct folio *find(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio;

	list_for_each_entry (folio, &mapping->pages, lru) {
		if (folio->index != index)
			continue;
		folio_get(folio);
		return folio;
	}
	return NULL;
}

static unsigned long write_back(struct address_space *mapping)
{
	unsigned long sum = 0;
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct folio *folio = find(mapping, i);

		if (!folio)
			continue;
		folio_lock(folio);
		if (folio_test_uptodate(folio) && folio_test_dirty(folio)) {
			folio_clear_dirty(folio);
			sum += folio->index * *(char *)folio_address(folio);
		}
		folio_unlock(folio);
		folio_put(folio);
	}
	return sum;
}

static void truncate(struct address_space *mapping, pgoff_t from)
{
	struct folio *folio, *next;

	list_for_each_entry_safe (folio, next, &mapping->pages, lru) {
		if (folio->mapping != mapping || folio->index < from)
			continue;
		list_del(&folio->lru);
		mapping->nrpages--;
		folio->mapping = NULL;
		folio_put(folio);
	}
}

void client(void)
{
	struct address_space mapping = {LIST_HEAD_INIT(mapping.pages), 0};
	pgoff_t i;

	for (i = 1; i < 64; i += 2) {
		struct folio *folio = add(&mapping, i);

		if (i % 3 == 0)
			folio_set_dirty(folio);
	}
	printf("page cache: %lu pages\n", mapping.nrpages);
	printf("written: %lu\n", write_back(&mapping));
	printf("again: %lu\n", write_back(&mapping));
	truncate(&mapping, 32);
	printf("cut: %lu\n", mapping.nrpages);
	truncate(&mapping, 0);
	printf("left: %lu\n", mapping.nrpages);
}
