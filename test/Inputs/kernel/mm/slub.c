// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Objects smaller than a page. */
#include "slab.h"

struct kmem_cache {
	unsigned int size;
	struct list_head partial;
};

static struct slab *new_slab(struct kmem_cache *s)
{
	struct page *page = alloc_pages(GFP_KERNEL, 0);
	struct slab *slab;
	unsigned int used;

	if (!page)
		return NULL;
	__SetPageSlab(page);
	slab = page_slab(page);
	slab->slab_cache = s;
	slab->inuse = 0;
	slab->freelist = NULL;
	for (used = 0; used + s->size <= PAGE_SIZE; used += s->size) {
		void **object = slab_address(slab) + used;

		*object = slab->freelist;
		slab->freelist = object;
	}
	list_add(&slab->slab_list, &s->partial);
	return slab;
}

static void free_slab_page(struct rcu_head *head)
{
	struct page *page = container_of(head, struct page, rcu_head);

	__ClearPageSlab(page);
	page->mapping = NULL;
	__free_pages(page, 0);
}

void *kmem_cache_alloc(struct kmem_cache *s)
{
	struct slab *slab = list_first_entry_or_null(&s->partial, struct slab,
						     slab_list);
	void **object;

	if (!slab)
		slab = new_slab(s);
	if (!slab)
		return NULL;
	object = slab->freelist;
	slab->freelist = *object;
	slab->inuse++;
	if (!slab->freelist)
		list_del(&slab->slab_list);
	return object;
}

void kmem_cache_free(struct kmem_cache *s, void *object)
{
	struct page *page = virt_to_page(object);
	struct slab *slab = page_slab(page);

	if (!PageSlab(page))
		return;
	*(void **)object = slab->freelist;
	slab->freelist = object;
	if (!--slab->inuse)
		call_rcu(&slab_page(slab)->rcu_head, free_slab_page);
}
