/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_MM_TYPES_H
#define _LINUX_MM_TYPES_H

#include <linux/container_of.h>
#include <linux/types.h>

struct address_space;
struct dev_pagemap;
struct mem_cgroup;
struct page_pool;

/* One for every page of memory. What its words mean depends on the owner. */
struct page {
	unsigned long flags;
	union {
		struct { /* page cache and anonymous memory */
			union {
				struct list_head lru;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
				struct list_head buddy_list;
				struct list_head pcp_list;
			};
			struct address_space *mapping;
			union {
				pgoff_t index;
				unsigned long share;
			};
			unsigned long private;
		};
		struct { /* page pool */
			unsigned long pp_magic;
			struct page_pool *pp;
			unsigned long _pp_mapping_pad;
			unsigned long dma_addr;
			atomic_long_t pp_ref_count;
		};
		struct { /* every page of a compound page but the first */
			unsigned long compound_head;
		};
		struct { /* device memory */
			struct dev_pagemap *pgmap;
			void *zone_device_data;
		};
		struct rcu_head rcu_head;
	};
	union {
		unsigned int page_type;
		atomic_t _mapcount;
	};
	atomic_t _refcount;
#ifdef CONFIG_MEMCG
	unsigned long memcg_data;
#elif defined(CONFIG_SLAB_OBJ_EXT)
	unsigned long _unused_slab_obj_exts;
#endif
} __aligned(2 * sizeof(unsigned long));

/* A compound page, or a page of its own; laid over its struct pages. */
struct folio {
	union {
		struct {
			unsigned long flags;
			union {
				struct list_head lru;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
			};
			struct address_space *mapping;
			pgoff_t index;
			void *private;
			atomic_t _mapcount;
			atomic_t _refcount;
#ifdef CONFIG_MEMCG
			unsigned long memcg_data;
#endif
		};
		struct page page;
	};
	union {
		struct {
			unsigned long _flags_1;
			unsigned long _head_1;
			atomic_t _large_mapcount;
			unsigned int _folio_nr_pages;
		};
		struct page __page_1;
	};
};

#define FOLIO_MATCH(pg, fl) \
	static_assert(offsetof(struct page, pg) == offsetof(struct folio, fl))
FOLIO_MATCH(flags, flags);
FOLIO_MATCH(lru, lru);
FOLIO_MATCH(mapping, mapping);
FOLIO_MATCH(index, index);
FOLIO_MATCH(private, private);
FOLIO_MATCH(_mapcount, _mapcount);
FOLIO_MATCH(_refcount, _refcount);
#ifdef CONFIG_MEMCG
FOLIO_MATCH(memcg_data, memcg_data);
#endif
#undef FOLIO_MATCH

/* A page table; laid over its struct page. */
struct ptdesc {
	unsigned long __page_flags;
	union {
		struct rcu_head pt_rcu_head;
		struct list_head pt_list;
		struct {
			unsigned long _pt_pad_1;
			struct page *pmd_huge_pte;
		};
	};
	unsigned long __page_mapping;
	union {
		pgoff_t pt_index;
		struct mm_struct *pt_mm;
	};
	unsigned long ptl;
	unsigned int __page_type;
	atomic_t __page_refcount;
#ifdef CONFIG_MEMCG
	unsigned long pt_memcg_data;
#endif
};

#define TABLE_MATCH(pg, pt) \
	static_assert(offsetof(struct page, pg) == offsetof(struct ptdesc, pt))
TABLE_MATCH(flags, __page_flags);
TABLE_MATCH(compound_head, pt_list);
TABLE_MATCH(mapping, __page_mapping);
TABLE_MATCH(index, pt_index);
TABLE_MATCH(rcu_head, pt_rcu_head);
TABLE_MATCH(page_type, __page_type);
TABLE_MATCH(_refcount, __page_refcount);
#undef TABLE_MATCH
static_assert(sizeof(struct ptdesc) <= sizeof(struct page));

#define ptdesc_page(pt)	((struct page *)(pt))
#define page_ptdesc(p)	((struct ptdesc *)(p))

#define page_private(page)		((page)->private)
#define folio_page(folio, n)		(&(folio)->page + (n))

static inline void set_page_private(struct page *page, unsigned long private)
{
	page->private = private;
}

struct mm_struct {
	struct list_head pgtables;
	unsigned long total_vm;
};

struct vm_area_struct {
	struct mm_struct *vm_mm;
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_start;
	pgoff_t vm_pgoff;
};

struct vm_fault {
	struct vm_area_struct *vma;
	pgoff_t pgoff;
	unsigned long address;
	struct page *page;	/* what ->fault() found */
	struct page *cow_page;
};

struct vm_operations_struct {
	int (*fault)(struct vm_fault *vmf);
	int (*page_mkwrite)(struct vm_area_struct *vma, struct page *page);
};

#endif
