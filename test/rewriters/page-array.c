// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK-DAG: needs-another local-variable fs/test.c 88 15 pages fs/test.c:91:12: read_into
// CHECK-DAG: exact-page local-variable fs/test.c 99 15 pages fs/test.c:101:9: forget
// CHECK-DAG: not-covered struct-member fs/test.c 108 15 hidden_pages fs/test.c:116:15
// CHECK-DAG: may-be-null function-signature fs/test.c 122 62 pagep fs/test.c:124:11
// CHECK-DAG: needs-another local-variable fs/test.c 130 15 page fs/test.c:132:16: look
// CHECK-DAG: headness local-variable fs/test.c 142 16 pages fs/test.c:142:24
//--- before.c
#include "pages.h"

struct folio *some_folio(struct address_space *mapping);
void read_into(struct page **pages, int n);
void forget(void *memory, unsigned long size);
void *recall(void);
void *get_memory(unsigned long size) __attribute__((malloc));

/**
 * fill - put something in
 * @pages: where to
 * @n: how many
 */
static void fill(struct address_space *mapping, struct page **pages, int n)
{
	int i;

	for (i = 0; i < n; i++)
		pages[i] = &some_folio(mapping)->page;
}

static void release(struct page *pages[], int n)
{
	struct page **p;

	for (p = pages; p < pages + n; p++) {
		mark_page_accessed(*p);
		unlock_page(*p);
	}
}

/* The array and all who are handed it. */
pgoff_t array(struct address_space *mapping, int n)
{
	struct page *pages[4] = { NULL }, **rest = &pages[1];

	fill(mapping, pages, sizeof(pages) / sizeof(pages[0]));
	lock_page(pages[0]);
	release(rest, n);
	return pages[0]->index + (*rest)->index;
}

struct batch {
	unsigned int nr;
	struct page *pages[8];
	struct page **more_pages;
};

/* Members, and memory that is new. */
void add(struct batch *batch, struct folio *folio)
{
	batch->pages[batch->nr++] = &folio->page;
	batch->more_pages = get_memory(8 * sizeof(*batch->more_pages));
	batch->more_pages[0] = &folio->page;
}

void sync(struct batch *batch)
{
	struct batch copy = { .nr = 1, .pages = { batch->pages[1] } };

	lock_page(batch->pages[0]);
	unlock_page(copy.pages[0]);
	unlock_page(batch->more_pages[0]);
	mark_page_accessed(batch->more_pages[1]);
}

/* A page comes back through its address. */
static int find(struct address_space *mapping, struct page **pagep)
{
	*pagep = &some_folio(mapping)->page;
	return 0;
}

pgoff_t found(struct address_space *mapping)
{
	struct page *page;

	if (find(mapping, &page))
		return 0;
	lock_page(page);
	unlock_page(page);
	return page->index;
}

/* Who fills it is not ours. */
pgoff_t handed_on(void)
{
	struct page *pages[2];

	lock_page(pages[1]);
	read_into(pages, 2);
	unlock_page(pages[0]);
	return pages[0]->index;
}

/* Nobody knows what is done with the bytes. */
void unknown(struct folio *folio, struct page *page)
{
	struct page *pages[2] = { &folio->page, page };

	forget(pages, sizeof(pages));
	lock_page(pages[0]);
	unlock_page(pages[1]);
}

struct vector {
	int n;
	struct page *hidden_pages[8];
};

pgoff_t hidden(struct vector *v)
{
	lock_page(v->hidden_pages[0]);
	unlock_page(v->hidden_pages[0]);
#ifdef CONFIG_NOBODY_HAS
	lock_page(v->hidden_pages[1]);
#endif
	return v->hidden_pages[0]->index;
}

/* It may be NULL, which only the caller looks at. */
static int look(struct address_space *mapping, struct page **pagep)
{
	*pagep = grab_cache_page(mapping, 0);
	return 0;
}

pgoff_t looked(struct address_space *mapping)
{
	struct page *page;

	look(mapping, &page);
	if (!page)
		return 0;
	lock_page(page);
	return page->index;
}

pgoff_t recalled(void)
{
	void *memory = recall();
	struct page **pages = memory;

	lock_page(pages[0]);
	unlock_page(pages[0]);
	return pages[0]->index;
}
//--- after.c
#include "pages.h"

struct folio *some_folio(struct address_space *mapping);
void read_into(struct page **pages, int n);
void forget(void *memory, unsigned long size);
void *recall(void);
void *get_memory(unsigned long size) __attribute__((malloc));

/**
 * fill - put something in
 * @folios: where to
 * @n: how many
 */
static void fill(struct address_space *mapping, struct folio **folios, int n)
{
	int i;

	for (i = 0; i < n; i++)
		folios[i] = some_folio(mapping);
}

static void release(struct folio *folios[], int n)
{
	struct folio **p;

	for (p = folios; p < folios + n; p++) {
		folio_mark_accessed(*p);
		folio_unlock(*p);
	}
}

/* The array and all who are handed it. */
pgoff_t array(struct address_space *mapping, int n)
{
	struct folio *folios[4] = { NULL }, **rest = &folios[1];

	fill(mapping, folios, sizeof(folios) / sizeof(folios[0]));
	folio_lock(folios[0]);
	release(rest, n);
	return folios[0]->index + (*rest)->index;
}

struct batch {
	unsigned int nr;
	struct folio *folios[8];
	struct folio **more_folios;
};

/* Members, and memory that is new. */
void add(struct batch *batch, struct folio *folio)
{
	batch->folios[batch->nr++] = folio;
	batch->more_folios = get_memory(8 * sizeof(*batch->more_folios));
	batch->more_folios[0] = folio;
}

void sync(struct batch *batch)
{
	struct batch copy = { .nr = 1, .folios = { batch->folios[1] } };

	folio_lock(batch->folios[0]);
	folio_unlock(copy.folios[0]);
	folio_unlock(batch->more_folios[0]);
	folio_mark_accessed(batch->more_folios[1]);
}

/* A page comes back through its address. */
static int find(struct address_space *mapping, struct folio **foliop)
{
	*foliop = some_folio(mapping);
	return 0;
}

pgoff_t found(struct address_space *mapping)
{
	struct folio *folio;

	if (find(mapping, &folio))
		return 0;
	folio_lock(folio);
	folio_unlock(folio);
	return folio->index;
}

/* Who fills it is not ours. */
pgoff_t handed_on(void)
{
	struct page *pages[2];

	lock_page(pages[1]);
	read_into(pages, 2);
	unlock_page(pages[0]);
	return page_folio(pages[0])->index;
}

/* Nobody knows what is done with the bytes. */
void unknown(struct folio *folio, struct page *page)
{
	struct page *pages[2] = { &folio->page, page };

	forget(pages, sizeof(pages));
	lock_page(pages[0]);
	unlock_page(pages[1]);
}

struct vector {
	int n;
	struct page *hidden_pages[8];
};

pgoff_t hidden(struct vector *v)
{
	lock_page(v->hidden_pages[0]);
	unlock_page(v->hidden_pages[0]);
#ifdef CONFIG_NOBODY_HAS
	lock_page(v->hidden_pages[1]);
#endif
	return page_folio(v->hidden_pages[0])->index;
}

/* It may be NULL, which only the caller looks at. */
static int look(struct address_space *mapping, struct page **pagep)
{
	*pagep = grab_cache_page(mapping, 0);
	return 0;
}

pgoff_t looked(struct address_space *mapping)
{
	struct page *page;
	struct folio *folio;

	look(mapping, &page);
	if (!page)
		return 0;
	folio = page_folio(page);
	folio_lock(folio);
	return folio->index;
}

pgoff_t recalled(void)
{
	void *memory = recall();
	struct page **pages = memory;

	lock_page(pages[0]);
	unlock_page(pages[0]);
	return page_folio(pages[0])->index;
}
