// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Objects of one size in pages.

#include "../client.h"

#define OBJECT	 192
#define ORDER	 0
#define PER_SLAB ((PAGE_SIZE << ORDER) / OBJECT)

struct kmem_cache {
	struct list_head partial;
	unsigned long slabs;
};

static struct page *grow(struct kmem_cache *cache)
{
	struct page *page = alloc_pages(GFP_KERNEL, ORDER);
	unsigned int i;
	char *at;

	if (!page)
		return NULL;
	at = page_address(page);
	// Objects that are free are linked through their first word.
	for (i = 0; i < PER_SLAB; i++)
		*(void **)(at + i * OBJECT) =
			i + 1 < PER_SLAB ? at + (i + 1) * OBJECT : NULL;
	page->slab_cache = cache;
	page->freelist = at;
	page->inuse = 0;
	list_add(&page->slab_list, &cache->partial);
	cache->slabs++;
	return page;
}

static void *take(struct kmem_cache *cache)
{
	struct page *page;
	void **object;

	if (list_empty(&cache->partial))
		page = grow(cache);
	else
		page = list_first_entry(&cache->partial, struct page,
					slab_list);
	if (!page)
		return NULL;
	object = page->freelist;
	page->freelist = *object;
	if (++page->inuse == PER_SLAB)
		list_del_init(&page->slab_list);
	return object;
}

static void give(void *object)
{
	struct page *page = virt_to_head_page(object);
	struct kmem_cache *cache = page->slab_cache;

	*(void **)object = page->freelist;
	page->freelist = object;
	if (page->inuse-- == PER_SLAB)
		list_add(&page->slab_list, &cache->partial);
	if (page->inuse)
		return;
	list_del_init(&page->slab_list);
	cache->slabs--;
	__free_pages(page, ORDER);
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
	printf("slab-like: %lu slabs\n", cache.slabs);
	for (i = 0; i < 100; i += 2)
		give(objects[i]);
	for (i = 1; i < 100; i += 2)
		sum += (unsigned long)objects[i][OBJECT - 1];
	printf("sum: %lu, slabs: %lu\n", sum, cache.slabs);
	for (i = 0; i < 100; i += 2)
		objects[i] = take(&cache);
	printf("slabs: %lu\n", cache.slabs);
	for (i = 0; i < 100; i++)
		give(objects[i]);
	printf("left: %lu\n", cache.slabs);
}
