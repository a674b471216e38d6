// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Moving a page: everything its owner wrote goes along. */
#include <linux/pagemap.h>

#define copy_field(to, from, field) ((to)->field = (from)->field)

int migrate_page(struct address_space *mapping, struct page *to,
		 struct page *from)
{
	if (page_ref_count(from) != 1)
		return -1;
	copy_field(to, from, index);
	copy_field(to, from, mapping);
	copy_field(to, from, private);
	if (test_and_clear_bit(PG_dirty, &from->flags))
		SetPageDirty(to);
	from->mapping = NULL;
	return 0;
}

int migrate_pages(struct list_head *pages, struct address_space *mapping)
{
	struct page *page, *next;
	int failed = 0;

	list_for_each_entry_safe(page, next, pages, lru) {
		struct page *to = alloc_page(GFP_KERNEL);

		if (!to || mapping->a_ops->migratepage(mapping, to, page)) {
			failed++;
			continue;
		}
		list_del(&page->lru);
		put_page(page);
	}
	return failed;
}

/* What the page looked like, for a message after it has changed. */
struct page snapshot_page(const struct page *page)
{
	struct page copy = *page;

	copy.lru.next = NULL;
	return copy;
}
