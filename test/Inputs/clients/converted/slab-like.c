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

static struct slab *grow(struct kmem_cache *cache)
{
	struct slab *slab = alloc_slab(GFP_KERNEL, ORDER, NULL);
	unsigned int i;
	char *at;

	if (!slab)
		return NULL;
	at = slab_address(slab);
	// Objects that are free are linked through their first word.
	for (i = 0; i < PER_SLAB; i++)
		*(void **)(at + i * OBJECT) =
			i + 1 < PER_SLAB ? at + (i + 1) * OBJECT : NULL;
	slab->slab_cache = cache;
	slab->freelist = at;
	slab->inuse = 0;
	list_add(&slab->slab_list, &cache->partial);
	cache->slabs++;
	return slab;
}

static void *take(struct kmem_cache *cache)
{
	struct slab *slab;
	void **object;

	if (list_empty(&cache->partial))
		slab = grow(cache);
	else
		slab = list_first_entry(&cache->partial, struct slab,
					slab_list);
	if (!slab)
		return NULL;
	object = slab->freelist;
	slab->freelist = *object;
	if (++slab->inuse == PER_SLAB)
		list_del_init(&slab->slab_list);
	return object;
}

static void give(void *object)
{
	struct slab *slab = virt_to_slab(object);
	struct kmem_cache *cache = slab->slab_cache;

	*(void **)object = slab->freelist;
	slab->freelist = object;
	if (slab->inuse-- == PER_SLAB)
		list_add(&slab->slab_list, &cache->partial);
	if (slab->inuse)
		return;
	list_del_init(&slab->slab_list);
	cache->slabs--;
	free_slab(slab);
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
