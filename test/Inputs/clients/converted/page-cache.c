// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A page cache of one file, converted to folios.

#include "../client.h"

struct address_space {
	struct folio *pages[64];
	unsigned long nrpages;
};

static struct folio *add(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = folio_alloc(GFP_KERNEL, 0);

	folio->mapping = mapping;
	folio->index = index;
	memset(folio_address(folio), (int)index, PAGE_SIZE);
	mapping->pages[index] = folio;
	mapping->nrpages++;
	return folio;
}

static struct folio *find(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = mapping->pages[index];

	if (folio)
		folio_get(folio);
	return folio;
}

static unsigned long write_back(struct address_space *mapping)
{
	unsigned long sum = 0;
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct folio *folio = find(mapping, i);

		if (!folio)
			continue;
		if (folio_test_dirty(folio)) {
			folio_clear_dirty(folio);
			sum += folio->index * *(char *)folio_address(folio);
		}
		folio_put(folio);
	}
	return sum;
}

static void truncate(struct address_space *mapping)
{
	pgoff_t i;

	for (i = 0; i < 64; i++) {
		struct folio *folio = mapping->pages[i];

		if (!folio || folio->mapping != mapping)
			continue;
		mapping->pages[i] = NULL;
		mapping->nrpages--;
		folio->mapping = NULL;
		folio_put(folio);
	}
}

void client(void)
{
	struct address_space mapping = {0};
	pgoff_t i;

	for (i = 1; i < 64; i += 2) {
		struct folio *folio = add(&mapping, i);

		if (i % 3 == 0)
			folio_set_dirty(folio);
	}
	printf("page cache: %lu pages\n", mapping.nrpages);
	printf("written: %lu\n", write_back(&mapping));
	printf("again: %lu\n", write_back(&mapping));
	truncate(&mapping);
	printf("left: %lu\n", mapping.nrpages);
}
