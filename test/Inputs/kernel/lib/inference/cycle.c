// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Cycles: a page that comes from where it goes. */
#include <linux/pagemap.h>

/* Recursion that ends at a folio. */
static void cycle_unlock(struct page *page, int depth) /* verdict(page): folio */
{
	if (depth)
		cycle_unlock(page, depth - 1);
	else
		unlock_page(page);
}

void cycle_start(struct page *page) /* verdict(page): folio */
{
	cycle_unlock(page, 3);
}

/* Two functions that call each other. */
static void *cycle_odd(struct page *page, int n); /* verdict(page): folio */

static void *cycle_even(struct page *page, int n) /* verdict(page): folio */
{
	return n ? cycle_odd(page, n - 1) : NULL;
}

static void *cycle_odd(struct page *page, int n) /* verdict(page): folio */
{
	return n ? cycle_even(page, n - 1) : page_address(page);
}

void *cycle_enter(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	return page ? cycle_even(page, 8) : NULL;
}

/* Two variables that take turns. */
unsigned int cycle_turns(struct address_space *mapping, unsigned int n)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */
	struct page *other = NULL; /* verdict(other): folio */

	while (n--) {
		struct page *swap = page; /* verdict(swap): folio */

		page = other;
		other = swap;
	}
	return page == other;
}

/* A cycle alone is no evidence. */
static struct page *cycle_empty(struct page *page, int n) /* verdict(page): unknown ; verdict(return): unknown */
{
	return n ? cycle_empty(page, n - 1) : page;
}

bool cycle_nothing(struct page *page) /* verdict(page): unknown */
{
	return cycle_empty(page, 2) == page;
}
