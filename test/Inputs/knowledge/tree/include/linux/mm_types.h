/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
struct list { void *next, *prev; };

struct page {
	unsigned long flags;
	union {
		struct list lru;
		unsigned long pool_magic;
	};
	void *mapping;
	unsigned long index;
};

struct folio {
	unsigned long flags;
	struct list lru;
	void *mapping;
	unsigned long index;
	unsigned long _flags_1;
};

#define FOLIO_MATCH(pg, fl)						\
	static_assert(offsetof(struct page, pg) == offsetof(struct folio, fl))
FOLIO_MATCH(flags, flags);
FOLIO_MATCH(lru, lru);
FOLIO_MATCH(mapping, mapping);
FOLIO_MATCH(index, index);
#undef FOLIO_MATCH
#define FOLIO_MATCH(pg, fl)						\
	static_assert(offsetof(struct folio, fl) ==			\
		      offsetof(struct page, pg) + sizeof(struct page))
FOLIO_MATCH(flags, _flags_1);
#undef FOLIO_MATCH

struct fault {
	struct page *page;
};

struct page_ops {
	int (*write)(struct page *page);
};

/* only_in_a_comment() is no name of this tree. */
void lock_page(struct page *page);
void folio_lock(struct folio *folio);
struct page *find_page(unsigned long index);
typedef struct page *table_t;
#define page_folio(p) ((struct folio *)(p))
#define BUG_ON(x) do { if (x) __builtin_trap(); } while (0)
