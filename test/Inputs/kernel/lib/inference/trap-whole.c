// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: struct page as a whole: copied, cleared, counted. */
#include <linux/pagemap.h>

/* A copy on the stack is nobody's memory. */
unsigned long whole_snapshot(const struct page *page) /* verdict(page): unknown */
{
	struct page copy = *page; /* verdict(copy): unknown */

	return copy.private;
}

void whole_assign(struct page *to, const struct page *from) /* verdict(to): unknown ; verdict(from): unknown */
{
	*to = *from;
}

/* Nothing is known of a page because it was cleared. */
void whole_clear(struct page *page) /* verdict(page): unknown */
{
	memset(page, 0, sizeof(*page));
}

/* Counting pages is arithmetic of the memory map. */
unsigned long whole_distance(struct page *first, struct page *last) /* verdict(first): unknown ; verdict(last): unknown */
{
	return last - first;
}

unsigned long whole_number(struct page *page) /* verdict(page): unknown */
{
	return page_to_pfn(page) * sizeof(struct page);
}

/* The next page in memory may be anybody's, the next of a folio is not. */
void *whole_neighbour(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn) + 1; /* verdict(page): unknown */

	return page_address(page);
}
