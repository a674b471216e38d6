/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* As much of a kernel as the rewriters' tests need; laid out like Linux 6.1. */
#define NULL ((void *)0)
typedef _Bool bool;
typedef unsigned long pgoff_t;
struct list_head { struct list_head *next, *prev; };
struct address_space;
struct inode { unsigned long i_ino; };
struct address_space { struct inode *host; };

struct page {
	unsigned long flags;
	struct list_head lru;
	struct address_space *mapping;
	pgoff_t index;
	unsigned long private;
	int _mapcount;
	int _refcount;
};

struct folio {
	union {
		struct {
			unsigned long flags;
			struct list_head lru;
			struct address_space *mapping;
			pgoff_t index;
			void *private;
			int _mapcount;
			int _refcount;
		};
		struct page page;
	};
};

struct folio *folio_of(const struct page *page);
#define page_folio(page) folio_of(page)
#define page_private(page) ((page)->private)

void lock_page(struct page *page);
void unlock_page(struct page *page);
void set_page_dirty(struct page *page);
void mark_page_accessed(struct page *page);
void end_page_writeback(struct page *page);
int PageUptodate(struct page *page);
int PageDirty(struct page *page);
int PagePrivate(struct page *page);
void *page_address(const struct page *page);
struct page *find_get_page(struct address_space *mapping, pgoff_t index);
struct page *grab_cache_page(struct address_space *mapping, pgoff_t index);
void put_page(struct page *page);
struct page *__page_cache_alloc(unsigned int gfp);
struct page *virt_to_head_page(const void *address);

struct folio *filemap_alloc_folio(unsigned int gfp, unsigned int order);
struct folio *filemap_get_folio(struct address_space *mapping, pgoff_t index);
struct folio *virt_to_folio(const void *address);
void folio_lock(struct folio *folio);
void folio_unlock(struct folio *folio);
void folio_mark_dirty(struct folio *folio);
void folio_mark_accessed(struct folio *folio);
void folio_end_writeback(struct folio *folio);
int folio_test_uptodate(struct folio *folio);
int folio_test_dirty(struct folio *folio);
void *folio_address(const struct folio *folio);
void folio_put(struct folio *folio);
