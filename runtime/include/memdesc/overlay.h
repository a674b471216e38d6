// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Today: struct page has 64 bytes, and descriptors are other views of them.
//
// Members of struct page overlap as in the kernel (LP64, with memory control
// groups); each descriptor is asserted to have its members where struct page
// has the ones it stands in for. Offsets are facts of Linux 6.12; the text is
// ours.
#ifndef MEMDESC_OVERLAY_H
#define MEMDESC_OVERLAY_H

struct page {
	memdesc_flags_t flags;
	union {
		struct { // page cache, anonymous memory, free pages
			union {
				struct list_head lru;
				struct list_head buddy_list;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
			};
			struct address_space *mapping;
			union {
				pgoff_t index;
				unsigned long share;
			};
			unsigned long MEMDESC_PRIVATE;
		};
		struct { // slabs, with the names of 5.10, where struct slab has
			 // them
			struct kmem_cache *slab_cache;
			struct list_head slab_list;
			void *freelist;
			union {
				unsigned long counters;
				struct {
					unsigned inuse : 16;
					unsigned objects : 15;
					unsigned frozen : 1;
				};
			};
		};
		struct { // page tables, as in 6.1
			unsigned long _pt_pad_1;
			void *pmd_huge_pte;
			unsigned long _pt_pad_2;
			struct mm_struct *pt_mm;
			spinlock_t *ptl;
		};
		struct { // page_pool
			unsigned long pp_magic;
			struct page_pool *pp;
			unsigned long _pp_mapping_pad;
			unsigned long dma_addr;
			long pp_ref_count;
		};
		unsigned long compound_head; // of tails: the head, plus 1
		struct memdesc_rcu_words rcu_head;
	};
	union {
		u32 page_type; // the kind in the top byte, for all but folios
		atomic_t _mapcount;
	};
	atomic_t _refcount;
	unsigned long memcg_data;
} __attribute__((aligned(64)));

MEMDESC_STATIC_ASSERT(sizeof(struct page) == 64, "1.5625 % of 4096");

#define MEMDESC_DESCRIPTOR

// The kinds in the top byte of page_type. 0xff and small numbers are _mapcount,
// so of folios. The kernel's own are 0xf0 to 0xf8.
#define MEMDESC_KIND_BUDDY     0xf0u
#define MEMDESC_KIND_FREE_TAIL 0xe0u
#define MEMDESC_KIND_MISC      0xe1u
#define MEMDESC_KIND_TYPE      0x80u // and the type

struct folio {
	union {
		struct {
			memdesc_flags_t flags;
			union {
				struct list_head lru;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
			};
			struct address_space *mapping;
			union {
				pgoff_t index;
				unsigned long share;
			};
			union {
				void *MEMDESC_PRIVATE;
				unsigned long swap;
			};
			atomic_t _mapcount;
			atomic_t _refcount;
			unsigned long memcg_data;
		};
		struct page page;
	};
	union {
		struct {
			unsigned long _flags_1; // the order in the low byte
			unsigned long _head_1;
			atomic_t _large_mapcount;
			atomic_t _entire_mapcount;
			atomic_t _nr_pages_mapped;
			atomic_t _pincount_large;
			unsigned long _folio_nr_pages;
		};
		struct page __page_1;
	};
	union {
		struct {
			unsigned long _flags_2;
			unsigned long _head_2;
			struct list_head _deferred_list;
		};
		struct page __page_2;
	};
};

struct slab {
	memdesc_flags_t flags;
	union {
		struct {
			struct kmem_cache *slab_cache;
			struct list_head slab_list;
			void *freelist;
			union {
				unsigned long counters;
				struct {
					unsigned inuse : 16;
					unsigned objects : 15;
					unsigned frozen : 1;
				};
			};
		};
		struct memdesc_rcu_words rcu_head;
	};
	u32 __page_type;
	atomic_t __page_refcount;
	unsigned long obj_exts;
};

#if MEMDESC_PTDESC == MEMDESC_PTDESC_V6
struct ptdesc {
	unsigned long __page_flags;
	union {
		struct memdesc_rcu_words pt_rcu_head;
		struct list_head pt_list;
		struct {
			unsigned long _pt_pad_1;
			void *pmd_huge_pte;
		};
	};
	unsigned long _pt_s390_gaddr;
	union {
		struct mm_struct *pt_mm;
		atomic_t pt_frag_refcount;
	};
	union {
		unsigned long _pt_pad_2;
		spinlock_t *ptl;
	};
	u32 __page_type;
	atomic_t _refcount;
	unsigned long pt_memcg_data;
};
#define MEMDESC_PTDESC_REFCOUNT _refcount
#define MEMDESC_PTDESC_FLAGS	__page_flags
#else
struct ptdesc {
	memdesc_flags_t pt_flags;
	union {
		struct memdesc_rcu_words pt_rcu_head;
		struct list_head pt_list;
		struct {
			unsigned long _pt_pad_1;
			void *pmd_huge_pte;
		};
	};
	unsigned long __page_mapping;
	union {
		pgoff_t pt_index;
		struct mm_struct *pt_mm;
		atomic_t pt_frag_refcount;
		atomic_t pt_share_count;
	};
	spinlock_t *ptl;
	u32 __page_type;
	atomic_t __page_refcount;
	unsigned long pt_memcg_data;
};
#define MEMDESC_PTDESC_REFCOUNT __page_refcount
#define MEMDESC_PTDESC_FLAGS	pt_flags
#endif

struct zpdesc {
	unsigned long flags;
	struct list_head lru;
	unsigned long movable_ops;
	union {
		struct zpdesc *next;
		unsigned long handle;
	};
	struct zspage *zspage;
	u32 first_obj_offset; // the low 24 bits
	atomic_t _refcount;
};

struct netmem_desc {
	unsigned long _flags;
	unsigned long pp_magic;
	struct page_pool *pp;
	unsigned long _pp_mapping_pad;
	unsigned long dma_addr;
	long pp_ref_count;
};

struct movable_desc {
	memdesc_flags_t flags;
	struct list_head lru;
	const struct movable_operations *movable_ops;
	unsigned long _index;
	unsigned long MEMDESC_PRIVATE;
	u32 __page_type;
	atomic_t _refcount;
};

// Never lies over a page here: a poisoned page keeps its fields, and a flag
// says what it is.
struct hwpoison_desc {
	memdesc_flags_t flags;
};

struct pcpudesc {
	memdesc_flags_t flags;
	unsigned long _words[3];
	unsigned long _index;
	struct pcpu_chunk *chunk;
	u32 __page_type;
	atomic_t _refcount;
};

struct acctmem {
	memdesc_flags_t flags;
	unsigned long _words[5];
	u32 __page_type;
	atomic_t _refcount;
	unsigned long memcg_data;
};

struct mgdesc {
	memdesc_flags_t flags;
	struct list_head lru;
	unsigned long _mapping;
	unsigned long _index;
	unsigned long MEMDESC_PRIVATE;
	u32 __page_type;
	atomic_t _refcount;
};

#define MEMDESC_MATCH(type, pg, d)                              \
	MEMDESC_STATIC_ASSERT(offsetof(struct page, pg) ==      \
				      offsetof(struct type, d), \
			      #type "." #d " lies over page." #pg)
#define FOLIO_MATCH(pg, fl) MEMDESC_MATCH(folio, pg, fl)
FOLIO_MATCH(flags, flags);
FOLIO_MATCH(lru, lru);
FOLIO_MATCH(mapping, mapping);
FOLIO_MATCH(compound_head, lru);
FOLIO_MATCH(index, index);
FOLIO_MATCH(MEMDESC_PRIVATE, MEMDESC_PRIVATE);
FOLIO_MATCH(_mapcount, _mapcount);
FOLIO_MATCH(_refcount, _refcount);
FOLIO_MATCH(memcg_data, memcg_data);
MEMDESC_STATIC_ASSERT(offsetof(struct folio, _head_1) ==
			      sizeof(struct page) +
				      offsetof(struct page, compound_head),
		      "the second page keeps its way to the head");
MEMDESC_STATIC_ASSERT(offsetof(struct folio, _head_2) ==
			      2 * sizeof(struct page) +
				      offsetof(struct page, compound_head),
		      "the third page keeps its way to the head");

#define SLAB_MATCH(pg, sl) MEMDESC_MATCH(slab, pg, sl)
SLAB_MATCH(flags, flags);
SLAB_MATCH(compound_head, slab_cache);
SLAB_MATCH(slab_cache, slab_cache);
SLAB_MATCH(slab_list, slab_list);
SLAB_MATCH(freelist, freelist);
SLAB_MATCH(counters, counters);
SLAB_MATCH(page_type, __page_type);
SLAB_MATCH(_refcount, __page_refcount);
SLAB_MATCH(memcg_data, obj_exts);
MEMDESC_STATIC_ASSERT(sizeof(struct slab) <= sizeof(struct page), "slab fits");

#define TABLE_MATCH(pg, pt) MEMDESC_MATCH(ptdesc, pg, pt)
TABLE_MATCH(flags, MEMDESC_PTDESC_FLAGS);
TABLE_MATCH(lru, pt_list);
TABLE_MATCH(compound_head, _pt_pad_1);
TABLE_MATCH(rcu_head, pt_rcu_head);
TABLE_MATCH(pmd_huge_pte, pmd_huge_pte);
TABLE_MATCH(index, pt_mm);
TABLE_MATCH(pt_mm, pt_mm);
TABLE_MATCH(ptl, ptl);
TABLE_MATCH(MEMDESC_PRIVATE, ptl);
TABLE_MATCH(page_type, __page_type);
TABLE_MATCH(_refcount, MEMDESC_PTDESC_REFCOUNT);
TABLE_MATCH(memcg_data, pt_memcg_data);
MEMDESC_STATIC_ASSERT(sizeof(struct ptdesc) <= sizeof(struct page),
		      "ptdesc fits");

#define ZPDESC_MATCH(pg, zp) MEMDESC_MATCH(zpdesc, pg, zp)
ZPDESC_MATCH(flags, flags);
ZPDESC_MATCH(lru, lru);
ZPDESC_MATCH(mapping, movable_ops);
ZPDESC_MATCH(index, next);
ZPDESC_MATCH(index, handle);
ZPDESC_MATCH(MEMDESC_PRIVATE, zspage);
ZPDESC_MATCH(page_type, first_obj_offset);
ZPDESC_MATCH(_refcount, _refcount);
MEMDESC_STATIC_ASSERT(sizeof(struct zpdesc) == 56, "memcg_data is not theirs");

#define NETMEM_DESC_ASSERT_OFFSET(pg, nm) MEMDESC_MATCH(netmem_desc, pg, nm)
NETMEM_DESC_ASSERT_OFFSET(flags, _flags);
NETMEM_DESC_ASSERT_OFFSET(pp_magic, pp_magic);
NETMEM_DESC_ASSERT_OFFSET(pp, pp);
NETMEM_DESC_ASSERT_OFFSET(mapping, _pp_mapping_pad);
NETMEM_DESC_ASSERT_OFFSET(dma_addr, dma_addr);
NETMEM_DESC_ASSERT_OFFSET(pp_ref_count, pp_ref_count);
MEMDESC_STATIC_ASSERT(sizeof(struct netmem_desc) ==
			      offsetof(struct page, page_type),
		      "netmem leaves type and count alone");

#define MEMDESC_MATCH_SMALL(type)                    \
	MEMDESC_MATCH(type, flags, flags);           \
	MEMDESC_MATCH(type, page_type, __page_type); \
	MEMDESC_MATCH(type, _refcount, _refcount)
MEMDESC_MATCH_SMALL(movable_desc);
MEMDESC_MATCH_SMALL(pcpudesc);
MEMDESC_MATCH_SMALL(acctmem);
MEMDESC_MATCH_SMALL(mgdesc);
MEMDESC_MATCH(movable_desc, mapping, movable_ops);
MEMDESC_MATCH(movable_desc, MEMDESC_PRIVATE, MEMDESC_PRIVATE);
MEMDESC_MATCH(pcpudesc, MEMDESC_PRIVATE, chunk);
MEMDESC_MATCH(acctmem, memcg_data, memcg_data);
MEMDESC_MATCH(mgdesc, lru, lru);
MEMDESC_MATCH(mgdesc, MEMDESC_PRIVATE, MEMDESC_PRIVATE);

#endif
