// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* container_of(): from a word of the page to the page, and out of others. */
#include <linux/pagemap.h>
#include "../../mm/slab.h"

struct envelope {
	struct page *letter; /* verdict(letter): folio */
	struct list_head link;
};

/* The page in a folio is the folio. */
struct folio *container_folio(struct page *page) /* verdict(page): folio */
{
	return container_of(page, struct folio, page); /* access(*): folio */
}

/* From its own list head: some page. */
void *container_lru(struct list_head *link)
{
	struct page *page = container_of(link, struct page, lru); /* verdict(page): unknown */

	return page_address(page);
}

/* By a name that only free pages have. */
void *container_buddy(struct list_head *link)
{
	struct page *page = container_of(link, struct page, buddy_list); /* verdict(page): buddy */

	return page_address(page);
}

/* What holds the page is found by a link of its own. */
void container_post(struct envelope *envelope, struct address_space *mapping)
{
	envelope->letter = find_get_page(mapping, 0);
}

void *container_open(struct list_head *link)
{
	struct page *page = container_of(link, struct envelope, link)->letter; /* verdict(page): folio */

	return page_address(page);
}
