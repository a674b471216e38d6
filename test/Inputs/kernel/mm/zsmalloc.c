// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Compressed pages: objects in chains of pages, linked by page->index. */
#include <linux/mm.h>

struct zspage {
	unsigned int inuse;
	struct page *first_page;
	struct list_head list;
};

static inline struct zspage *get_zspage(struct page *page)
{
	return (struct zspage *)page_private(page);
}

static struct page *get_next_page(struct page *page)
{
	return (struct page *)page->index;
}

static inline void set_first_obj_offset(struct page *page, unsigned int offset)
{
	page->page_type &= 0xff000000;
	page->page_type |= offset & 0xffffff;
}

static void create_page_chain(struct zspage *zspage, struct page *pages[],
			      int nr)
{
	struct page *prev_page = NULL;
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = pages[i];

		__SetPageZsmalloc(page);
		set_page_private(page, (unsigned long)zspage);
		set_first_obj_offset(page, 0);
		page->index = 0;
		if (!prev_page)
			zspage->first_page = page;
		else
			prev_page->index = (unsigned long)page;
		prev_page = page;
	}
}

static void reset_page(struct page *page)
{
	__ClearPageZsmalloc(page);
	set_page_private(page, 0);
	page->index = 0;
}

void free_zspage(struct zspage *zspage)
{
	struct page *page = zspage->first_page, *next;

	for (; page; page = next) {
		next = get_next_page(page);
		VM_BUG_ON(get_zspage(page) != zspage);
		reset_page(page);
		put_page(page);
	}
}

int alloc_zspage(struct zspage *zspage, int nr)
{
	struct page *pages[4];
	int i;

	for (i = 0; i < nr; i++) {
		pages[i] = alloc_page(GFP_KERNEL);
		if (!pages[i])
			return -1;
	}
	create_page_chain(zspage, pages, nr);
	return 0;
}
