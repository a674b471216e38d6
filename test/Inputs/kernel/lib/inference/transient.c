// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Free and offline are states: they end where the page goes on. */
#include <linux/pagemap.h>

static struct page *transient_take(struct list_head *area) /* verdict(return): unknown */
{
	struct page *page = list_first_entry_or_null(area, struct page, buddy_list); /* verdict(page): buddy */

	if (page)
		list_del(&page->buddy_list);
	return page;
}

void *transient_use(struct list_head *area)
{
	struct page *page = transient_take(area); /* verdict(page): unknown */

	return page ? page_address(page) : NULL;
}

static void transient_give(struct page *page, /* verdict(page): offline */
			   struct list_head *list)
{
	__SetPageOffline(page);
	list_add(&page->lru, list);
}

/* It was a page of its own before it was given away. */
bool transient_inflate(struct list_head *list)
{
	struct page *page = alloc_page(GFP_KERNEL); /* verdict(page): page, bare */

	if (!page)
		return false;
	transient_give(page, list);
	return true;
}
