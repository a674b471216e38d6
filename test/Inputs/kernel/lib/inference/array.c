// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Arrays of pages, on the stack, in a parameter, allocated. */
#include <linux/pagemap.h>
#include "../../mm/slab.h"

#define ARRAY_PAGES 8

static void array_unlock(struct page **pages, /* verdict(pages): folio */
			 unsigned int n)
{
	while (n--)
		unlock_page(pages[n]);
}

static unsigned int array_find(struct address_space *mapping,
			       struct page *pages[]) /* verdict(pages): folio */
{
	unsigned int n;

	for (n = 0; n < ARRAY_PAGES; n++) {
		pages[n] = find_get_page(mapping, n);
		if (!pages[n])
			break;
	}
	return n;
}

void *array_read(struct address_space *mapping)
{
	struct page *pages[ARRAY_PAGES]; /* verdict(pages): folio */
	struct page *last; /* verdict(last): folio */
	unsigned int n = array_find(mapping, pages);

	if (!n)
		return NULL;
	last = pages[n - 1];
	array_unlock(pages, n);
	return page_address(last);
}

/* One page more of an array than the caller asked about. */
void array_walk(struct page **from, struct page **to) /* verdict(from): folio ; verdict(to): folio */
{
	for (; from < to; from++)
		lock_page(*from);
	to = from;
}

/* An array that is filled with two kinds is not of one. */
void *array_two(struct address_space *mapping, struct slab *slab, int n)
{
	struct page *two[2]; /* verdict(two): mixed, origins-differ */

	two[0] = find_get_page(mapping, 0);
	two[1] = slab_page(slab);
	return page_address(two[n]);
}

/* Only counted and compared. */
unsigned int array_count(struct page **pages, /* verdict(pages): unknown */
			 unsigned int n)
{
	unsigned int used = 0;

	while (n--)
		used += pages[n] != NULL;
	return used;
}
