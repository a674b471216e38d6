// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Objects of one size in pages, written for struct page.

#include "../client.h"

#define OBJECT	 128
#define PER_PAGE (PAGE_SIZE / OBJECT)

struct kmem_cache {
	struct list_head partial;
	unsigned long pages;
};

static struct page *grow(struct kmem_cache *cache)
{
	struct page *page = alloc_page(GFP_KERNEL);
	char *at = page_address(page);
	unsigned int i;

	// Objects that are free are linked through their first word.
	for (i = 0; i < PER_PAGE; i++)
		*(void **)(at + i * OBJECT) =
			i + 1 < PER_PAGE ? at + (i + 1) * OBJECT : NULL;
	page->mapping = (struct address_space *)cache;
	page->private = (unsigned long)at;
	page->index = 0;
	list_add(&page->lru, &cache->partial);
	cache->pages++;
	return page;
}

static void *take(struct kmem_cache *cache)
{
	struct page *page;
	void **object;

	if (list_empty(&cache->partial))
		page = grow(cache);
	else
		page = list_first_entry(&cache->partial, struct page, lru);
	object = (void **)page->private;
	page->private = (unsigned long)*object;
	if (++page->index == PER_PAGE)
		list_del_init(&page->lru);
	return object;
}

static void give(void *object)
{
	struct page *page = virt_to_page(object);
	struct kmem_cache *cache = (struct kmem_cache *)page->mapping;

	*(void **)object = (void *)page->private;
	page->private = (unsigned long)object;
	if (page->index-- == PER_PAGE)
		list_add(&page->lru, &cache->partial);
	if (page->index)
		return;
	list_del_init(&page->lru);
	page->mapping = NULL;
	cache->pages--;
	__free_page(page);
}

void client(void)
{
	struct kmem_cache cache = {LIST_HEAD_INIT(cache.partial), 0};
	char *objects[100];
	unsigned long i, sum = 0;

	for (i = 0; i < 100; i++) {
		objects[i] = take(&cache);
		memset(objects[i], (int)i, OBJECT);
	}
	printf("slab-like: %lu pages\n", cache.pages);
	for (i = 0; i < 100; i += 2)
		give(objects[i]);
	for (i = 1; i < 100; i += 2)
		sum += (unsigned long)objects[i][OBJECT - 1];
	printf("sum: %lu, pages: %lu\n", sum, cache.pages);
	for (i = 0; i < 100; i += 2)
		objects[i] = take(&cache);
	printf("pages: %lu\n", cache.pages);
	for (i = 0; i < 100; i++)
		give(objects[i]);
	printf("left: %lu\n", cache.pages);
}
