// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Lists of pages: what goes in comes out. */
#include <linux/pagemap.h>

/* Out of sight, but the body says. */
void list_unlock(struct list_head *pages)
{
	struct page *page; /* verdict(page): folio */

	list_for_each_entry(page, pages, lru)
		unlock_page(page);
}

/* Out of sight, and the body does not say. */
unsigned long list_sum(struct list_head *pages)
{
	unsigned long sum = 0;
	struct page *page; /* verdict(page): unknown */

	list_for_each_entry(page, pages, lru)
		sum += page->private;
	return sum;
}

/* The name of the list head does. */
unsigned int list_free_pages(struct list_head *area)
{
	unsigned int n = 0;
	struct page *page; /* verdict(page): buddy */

	list_for_each_entry(page, area, buddy_list)
		n++;
	return n;
}

/* What was put on the list comes off it. */
static LIST_HEAD(list_of_folios);

void list_put(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	if (page)
		list_add(&page->lru, &list_of_folios);
}

void *list_take(void)
{
	struct page *page = list_first_entry_or_null(&list_of_folios, struct page, lru); /* verdict(page): folio */

	return page ? page_address(page) : NULL;
}
