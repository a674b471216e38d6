// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Tomorrow: struct page is one word, descriptors are allocated to size.
//
// Every descriptor is aligned to 16, so its size is a multiple of 16, and
// begins with the same 32 bytes, of which a walker may read flags and counts
// before it knows what it has. Members have the kernel's names, so that code
// compiles in both layouts. Members of struct page other than memdesc do not
// exist.
#ifndef MEMDESC_SPLIT_H
#define MEMDESC_SPLIT_H

struct page {
	u64 memdesc;
#if MEMDESC_PAGE_WORDS == 2
	u64 second;
#endif
};

MEMDESC_STATIC_ASSERT(sizeof(struct page) == 8 * MEMDESC_PAGE_WORDS,
		      "struct page has only words");

// The first 32 bytes: flags with zone, node and section at the top, the first
// PFN, the reference count where the type has one, a word of the type, the
// order, the type when it has no tag of its own, the cache, and four bytes
// more.
#define MEMDESC_HEAD(flags_type, flags, refcount, word_type, word, half) \
	flags_type flags;                                                \
	unsigned long pfn;                                               \
	atomic_t refcount;                                               \
	word_type word;                                                  \
	u8 _order;                                                       \
	u8 _subtype;                                                     \
	u16 _class;                                                      \
	u32 half

#define MEMDESC_DESCRIPTOR __attribute__((aligned(MEMDESC_ALIGN)))

struct memdesc_head {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
} MEMDESC_DESCRIPTOR;

// A folio of order 0 has only the first 80 bytes of it.
struct folio {
	memdesc_flags_t flags;
	unsigned long pfn;
	atomic_t _refcount;
	atomic_t _mapcount;
	u8 _order;
	u8 _subtype;
	u16 _class;
	atomic_t _pincount;
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
	unsigned long memcg_data;
	// Order 1 and above.
	atomic_t _large_mapcount;
	atomic_t _entire_mapcount;
	atomic_t _nr_pages_mapped;
	u32 _folio_spare;
	struct list_head _deferred_list;
} MEMDESC_DESCRIPTOR;

#define MEMDESC_SMALL_FOLIO_SIZE offsetof(struct folio, _large_mapcount)

// No reference count: __page_refcount is never anything but 0.
struct slab {
	MEMDESC_HEAD(memdesc_flags_t, flags, __page_refcount, u32, __page_type,
		     _slab_spare);
	struct kmem_cache *slab_cache;
	union {
		struct {
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
	unsigned long obj_exts;
} MEMDESC_DESCRIPTOR;

#if MEMDESC_PTDESC == MEMDESC_PTDESC_V6
struct ptdesc {
	MEMDESC_HEAD(unsigned long, __page_flags, _refcount, u32, __page_type,
		     _pt_spare);
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
	unsigned long pt_memcg_data;
} MEMDESC_DESCRIPTOR;
#else
struct ptdesc {
	MEMDESC_HEAD(memdesc_flags_t, pt_flags, __page_refcount, u32,
		     __page_type, _pt_spare);
	union {
		struct memdesc_rcu_words pt_rcu_head;
		struct list_head pt_list;
		struct {
			unsigned long _pt_pad_1;
			void *pmd_huge_pte;
		};
	};
	union {
		pgoff_t pt_index;
		struct mm_struct *pt_mm;
		atomic_t pt_frag_refcount;
		atomic_t pt_share_count;
	};
	spinlock_t *ptl;
	unsigned long pt_memcg_data;
} MEMDESC_DESCRIPTOR;
#endif

struct zpdesc {
	MEMDESC_HEAD(unsigned long, flags, _refcount, u32, first_obj_offset,
		     _zp_spare);
	struct list_head lru;
	unsigned long movable_ops;
	union {
		struct zpdesc *next;
		unsigned long handle;
	};
	struct zspage *zspage;
} MEMDESC_DESCRIPTOR;

struct netmem_desc {
	MEMDESC_HEAD(unsigned long, _flags, _refcount, u32, _nm_word,
		     _nm_spare);
	unsigned long pp_magic;
	struct page_pool *pp;
	unsigned long dma_addr;
	long pp_ref_count;
} MEMDESC_DESCRIPTOR;

// No structure is published for the ones below; they hold what their users
// store in struct page today.
struct movable_desc {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
	const struct movable_operations *movable_ops;
	unsigned long MEMDESC_PRIVATE;
} MEMDESC_DESCRIPTOR;

struct hwpoison_desc {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
	u64 owner; // the word the page had
} MEMDESC_DESCRIPTOR;

struct pcpudesc {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
	struct pcpu_chunk *chunk;
} MEMDESC_DESCRIPTOR;

struct acctmem {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
	unsigned long memcg_data;
} MEMDESC_DESCRIPTOR;

// For users who want no more than a count, a list_head and a word.
struct mgdesc {
	MEMDESC_HEAD(memdesc_flags_t, flags, _refcount, u32, _word, _half);
	struct list_head lru;
	unsigned long MEMDESC_PRIVATE;
} MEMDESC_DESCRIPTOR;

#define MEMDESC_HEAD_MATCH(type, member, refcount)                           \
	MEMDESC_STATIC_ASSERT(offsetof(struct type, pfn) ==                  \
				      offsetof(struct memdesc_head, pfn),    \
			      #type " begins like every descriptor");        \
	MEMDESC_STATIC_ASSERT(                                               \
		offsetof(struct type, refcount) ==                           \
			offsetof(struct memdesc_head, _refcount),            \
		#type " has its count where all have it");                   \
	MEMDESC_STATIC_ASSERT(offsetof(struct type, _order) ==               \
				      offsetof(struct memdesc_head, _order), \
			      #type " has its order where all have it");     \
	MEMDESC_STATIC_ASSERT(offsetof(struct type, member) == 0,            \
			      #type " begins with its flags");               \
	MEMDESC_STATIC_ASSERT(sizeof(struct type) % MEMDESC_ALIGN == 0,      \
			      #type " comes in units of 16")

MEMDESC_HEAD_MATCH(folio, flags, _refcount);
MEMDESC_HEAD_MATCH(slab, flags, __page_refcount);
#if MEMDESC_PTDESC == MEMDESC_PTDESC_V6
MEMDESC_HEAD_MATCH(ptdesc, __page_flags, _refcount);
#else
MEMDESC_HEAD_MATCH(ptdesc, pt_flags, __page_refcount);
#endif
MEMDESC_HEAD_MATCH(zpdesc, flags, _refcount);
MEMDESC_HEAD_MATCH(netmem_desc, _flags, _refcount);
MEMDESC_HEAD_MATCH(movable_desc, flags, _refcount);
MEMDESC_HEAD_MATCH(hwpoison_desc, flags, _refcount);
MEMDESC_HEAD_MATCH(pcpudesc, flags, _refcount);
MEMDESC_HEAD_MATCH(acctmem, flags, _refcount);
MEMDESC_HEAD_MATCH(mgdesc, flags, _refcount);
MEMDESC_STATIC_ASSERT(MEMDESC_SMALL_FOLIO_SIZE == 80,
		      "a folio of one page takes the 80 bytes planned");

#endif
