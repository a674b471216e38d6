/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A small kernel with the names that knowledge/linux-6.12.yaml knows. */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

#ifdef __cplusplus
extern "C" {
#endif

#define NULL ((void *)0)
#define bool _Bool
#ifdef __cplusplus
#undef NULL
#define NULL nullptr
#undef bool
#endif
#define offsetof(TYPE, MEMBER) __builtin_offsetof(TYPE, MEMBER)
#define container_of(ptr, type, member)                                        \
	((type *)((char *)(ptr) - offsetof(type, member)))
#define list_entry(ptr, type, member) container_of(ptr, type, member)
#define list_for_each_entry(pos, head, member)                                 \
	for (pos = list_entry((head)->next, __typeof__(*pos), member);        \
	     &pos->member != (head);                                           \
	     pos = list_entry(pos->member.next, __typeof__(*pos), member))

#ifdef __cplusplus
#define PRIVATE private_
#else
#define PRIVATE private
#endif

struct list_head {
	struct list_head *next, *prev;
};
struct rcu_head {
	struct rcu_head *next;
	void (*func)(struct rcu_head *head);
};
struct address_space;
struct kmem_cache;
typedef unsigned int gfp_t;
typedef struct {
	unsigned long pmd;
} pmd_t;

struct page {
	unsigned long flags;
	union {
		struct {
			union {
				struct list_head lru;
				struct list_head buddy_list;
			};
			struct address_space *mapping;
			unsigned long index;
			unsigned long PRIVATE;
		};
		struct {
			unsigned long pp_magic;
			void *pp;
			unsigned long _pp_mapping_pad;
			unsigned long dma_addr;
		};
		struct {
			unsigned long compound_head;
		};
		struct rcu_head rcu_head;
	};
	int _mapcount;
	int _refcount;
};

struct folio {
	union {
		struct {
			unsigned long flags;
			struct list_head lru;
			struct address_space *mapping;
			unsigned long index;
			void *PRIVATE;
			int _mapcount;
			int _refcount;
		};
		struct page page;
	};
};

struct ptdesc {
	unsigned long __page_flags;
	union {
		struct list_head pt_list;
		struct rcu_head pt_rcu_head;
	};
	unsigned long __page_mapping;
	unsigned long pt_index;
	unsigned long ptl;
	int __page_type;
	int __page_refcount;
};

struct slab {
	unsigned long __page_flags;
	struct kmem_cache *slab_cache;
	struct list_head slab_list;
	unsigned long freelist;
	unsigned long counters;
	int __page_type;
	int __page_refcount;
};

enum pageflags { PG_locked, PG_reserved, PG_hwpoison, PG_uptodate };

struct vm_fault {
	struct page *page;
};

struct folio *page_folio(struct page *page);
struct page *folio_page(struct folio *folio, unsigned long n);
struct slab *page_slab(struct page *page);
struct page *slab_page(struct slab *slab);
struct ptdesc *page_ptdesc(struct page *page);
struct page *ptdesc_page(struct ptdesc *ptdesc);
struct slab *virt_to_slab(const void *address);
struct page *virt_to_page(const void *address);
struct page *compound_head(struct page *page);
struct page *nth_page(struct page *page, unsigned long n);

void lock_page(struct page *page);
void unlock_page(struct page *page);
bool trylock_page(struct page *page);
void folio_lock(struct folio *folio);
void get_page(struct page *page);
void put_page(struct page *page);
bool PageSlab(struct page *page);
bool PageTail(struct page *page);
void *kmap_local_page(struct page *page);
bool PageHead(struct page *page);
bool PageUptodate(struct page *page);
void SetPageUptodate(struct page *page);
bool PageDirty(struct page *page);
int redirty_page_for_writepage(void *wbc, struct page *page);
unsigned long page_private(struct page *page);
struct address_space *page_mapping(struct page *page);

struct page *alloc_page(gfp_t gfp);
#define __GFP_NOFAIL 8u
struct page *find_get_page(struct address_space *mapping, unsigned long index);
struct page *vm_normal_page(struct address_space *mapping, unsigned long index);
struct page *read_mapping_page(struct address_space *mapping,
			       unsigned long index, void *file);
struct folio *filemap_get_folio(struct address_space *mapping,
				unsigned long index);
bool IS_ERR(const void *pointer);

void set_bit(long nr, volatile unsigned long *word);
bool test_bit(long nr, const volatile unsigned long *word);
void *memset(void *to, int c, unsigned long n);
void *memcpy(void *to, const void *from, unsigned long n);

void list_add(struct list_head *entry, struct list_head *head);
void list_del(struct list_head *entry);

void use(const void *pointer);

#ifdef __cplusplus
}
#endif

#endif
