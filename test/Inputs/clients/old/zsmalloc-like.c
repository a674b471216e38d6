// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Chains of pages that objects lie across.

#include "../client.h"

#define OBJECT 3000
#define CHAIN  3

struct zspage {
	struct page *first_page;
	unsigned int used;
};

static struct zspage *get_zspage(struct page *page)
{
	return (struct zspage *)page_private(page);
}

static struct page *get_next_page(struct page *page)
{
	return (struct page *)page->index;
}

static void set_offset(struct page *page, unsigned int offset)
{
	page->page_type = (page->page_type & ~0xffffffu) | offset;
}

static unsigned int get_offset(struct page *page)
{
	return page->page_type & 0xffffff;
}

static bool build(struct zspage *zspage)
{
	struct page *page, *previous = NULL;
	unsigned int i;

	for (i = 0; i < CHAIN; i++) {
		page = alloc_page(GFP_KERNEL);
		if (!page)
			return false;
		__SetPageZsmalloc(page);
		set_page_private(page, (unsigned long)zspage);
		page->index = 0;
		if (previous)
			previous->index = (unsigned long)page;
		else
			zspage->first_page = page;
		set_offset(page, (OBJECT - i * PAGE_SIZE % OBJECT) % OBJECT);
		previous = page;
	}
	return true;
}

// Writes one object, byte after byte, over the ends of pages.
static void put_object(struct zspage *zspage, char fill)
{
	unsigned long at = zspage->used++ * OBJECT, i;
	struct page *page = zspage->first_page;

	for (; at >= PAGE_SIZE; at -= PAGE_SIZE)
		page = get_next_page(page);
	for (i = 0; i < OBJECT; i++, at++) {
		if (at == PAGE_SIZE) {
			page = get_next_page(page);
			at = 0;
		}
		((char *)page_address(page))[at] = fill;
	}
}

void client(void)
{
	struct zspage zspage = {0};
	struct page *page, *next;
	unsigned long sum = 0, i;

	if (!build(&zspage))
		return;
	for (i = 0; i < CHAIN * PAGE_SIZE / OBJECT; i++)
		put_object(&zspage, (char)(i + 1));
	for (page = zspage.first_page; page; page = get_next_page(page)) {
		for (i = 0; i < PAGE_SIZE; i++)
			sum += ((unsigned char *)page_address(page))[i];
		printf("zsmalloc-like: first object at %u, mine: %d\n",
		       get_offset(page), get_zspage(page) == &zspage);
	}
	printf("objects: %u, more than nothing: %d\n", zspage.used, sum > 0);
	for (page = zspage.first_page; page; page = next) {
		next = get_next_page(page);
		page->index = 0;
		set_page_private(page, 0);
		put_page(page);
	}
}
