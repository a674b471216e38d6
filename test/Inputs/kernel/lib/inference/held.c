// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What a word of a page holds says whose page it is. */
#include <linux/pagemap.h>
#include <linux/swap.h>
#include <net/page_pool/types.h>

struct held_chain {
	int pages;
};

/* Chains hang on pages of zsmalloc, and on no others. */
void held_link(struct page *page, struct held_chain *chain) /* verdict(page): zsdesc */
{
	__SetPageZsmalloc(page);
	set_page_private(page, (unsigned long)chain);
}

static struct held_chain *held_get(struct page *page) /* verdict(page): zsdesc, used-as */
{
	return (struct held_chain *)page_private(page); /* access(private): zsdesc, used-as */
}

/* Whoever asks for the chain has such a page, wherever it is from. */
int held_count(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn); /* verdict(page): zsdesc, used-as */

	return held_get(page)->pages;
}

/* Where a test has said so, it says so of that path. */
int held_tested(struct page *page) /* verdict(page): unknown */
{
	if (PageZsmalloc(page))
		return ((struct held_chain *)page->private)->pages; /* access(private): zsdesc, guarded */
	return page->index != 0; /* access(index): unknown */
}

/* The word as a number, or as a pointer to anything, says nothing. */
void *held_anything(struct page *page) /* verdict(page): unknown */
{
	return (void *)page_private(page); /* access(private): unknown */
}

/* Neither does another word. */
struct held_chain *held_other_word(struct page *page) /* verdict(page): unknown */
{
	return (struct held_chain *)page->index; /* access(index): unknown */
}

struct held_both {
	int pages;
};

/* These hang on pages of two kinds. */
void held_both_folio(struct page *page, struct held_both *both) /* verdict(page): folio */
{
	mark_page_accessed(page);
	page->private = (unsigned long)both; /* access(private): folio */
}

void held_both_netmem(struct page_pool *pool, struct page *page, /* verdict(page): netmem */
		      struct held_both *both)
{
	page->private = (unsigned long)both; /* access(private): netmem */
	page_pool_put_page(pool, page);
}

int held_both_get(struct page *page) /* verdict(page): unknown */
{
	return ((struct held_both *)page->private)->pages; /* access(private): unknown */
}

struct held_open {
	int pages;
};

/* Nobody knows on whose pages these hang. */
void held_open_link(struct page *page, struct held_open *open) /* verdict(page): unknown */
{
	page->private = (unsigned long)open; /* access(private): unknown */
}

int held_open_get(struct page *page) /* verdict(page): unknown */
{
	return ((struct held_open *)page->private)->pages; /* access(private): unknown */
}

struct held_folio {
	int pages;
};

/* The word of a descriptor is the word of its page. */
void held_folio_link(struct folio *folio, struct held_folio *held)
{
	folio->private = held;
}

int held_folio_get(struct page *page) /* verdict(page): folio, used-as */
{
	struct held_folio *held = (void *)page_private(page); /* access(private): folio */

	return held->pages;
}
