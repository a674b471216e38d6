// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: one list head under several names, and heads that are in pages. */
#include <linux/pagemap.h>
#include "../../mm/slab.h"

/* The walk, the add and the head have to change together. */
struct links {
	struct list_head pages;	/* of struct page, by lru */
	struct list_head free;	/* of struct page, by buddy_list */
};

void links_move(struct links *links)
{
	struct page *page, *next; /* verdict(page): unknown ; verdict(next): unknown */

	list_for_each_entry_safe(page, next, &links->pages, lru)
		list_move(&page->lru, &links->pages);
}

void links_free(struct links *links)
{
	struct page *page, *next; /* verdict(page): buddy ; verdict(next): buddy */

	list_for_each_entry_safe(page, next, &links->free, buddy_list)
		list_del(&page->buddy_list);
}

/* A list whose head is in a page. */
void links_in_page(struct page *head, /* verdict(head): unknown */
		   struct page *page) /* verdict(page): unknown */
{
	list_add_tail(&page->lru, &head->lru);
}

/* Once the descriptor has the link, there is no page to ask about. */
unsigned long links_of_slab(struct list_head *list)
{
	struct slab *slab;
	unsigned long inuse = 0;

	list_for_each_entry(slab, list, slab_list)
		inuse += slab->inuse;
	return inuse;
}
