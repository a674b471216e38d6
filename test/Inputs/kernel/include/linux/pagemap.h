/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_PAGEMAP_H
#define _LINUX_PAGEMAP_H

#include <linux/mm.h>

struct inode;

struct address_space_operations {
	int (*writepage)(struct page *page, void *wbc);
	int (*read_folio)(void *file, struct folio *folio);
	int (*migratepage)(struct address_space *mapping, struct page *to,
			   struct page *from);
};

struct address_space {
	struct inode *host;
	void *i_pages;
	unsigned long nrpages;
	const struct address_space_operations *a_ops;
};

struct page *find_get_page(struct address_space *mapping, pgoff_t index);
int read_cache_pages(struct address_space *mapping, struct page **pages,
		     unsigned int nr);

/* Private data of a filesystem holds a reference to the page. */
static inline void attach_page_private(struct page *page, void *data)
{
	get_page(page);
	set_page_private(page, (unsigned long)data);
	SetPagePrivate(page);
}

static inline void *detach_page_private(struct page *page)
{
	void *data = (void *)page_private(page);

	if (!PagePrivate(page))
		return NULL;
	ClearPagePrivate(page);
	set_page_private(page, 0);
	put_page(page);
	return data;
}

static inline loff_t page_offset(const struct page *page)
{
	return (loff_t)page->index << PAGE_SHIFT;
}

static inline void lock_page(struct page *page)
{
	while (test_and_set_bit(PG_locked, &compound_head(page)->flags))
		barrier();
}

static inline void unlock_page(struct page *page)
{
	clear_bit(PG_locked, &compound_head(page)->flags);
}

#endif
