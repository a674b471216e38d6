/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef MM_SLAB_H
#define MM_SLAB_H

#include <linux/mm.h>

/* Laid over the struct page of the memory that objects are cut from. */
struct slab {
	unsigned long __page_flags;
	struct kmem_cache *slab_cache;
	union {
		struct {
			struct list_head slab_list;
			void *freelist;
			unsigned long inuse;
		};
		struct rcu_head rcu_head;
	};
	unsigned int __page_type;
	atomic_t __page_refcount;
#ifdef CONFIG_MEMCG
	unsigned long obj_exts;
#endif
};

#define SLAB_MATCH(pg, sl) \
	static_assert(offsetof(struct page, pg) == offsetof(struct slab, sl))
SLAB_MATCH(flags, __page_flags);
SLAB_MATCH(compound_head, slab_cache);
SLAB_MATCH(_refcount, __page_refcount);
#ifdef CONFIG_MEMCG
SLAB_MATCH(memcg_data, obj_exts);
#endif
#undef SLAB_MATCH
static_assert(sizeof(struct slab) <= sizeof(struct page));

#define slab_page(slab)		((struct page *)(slab))
#define page_slab(page)		((struct slab *)compound_head(page))

static inline void *slab_address(const struct slab *slab)
{
	return page_address((const struct page *)slab);
}

#endif
