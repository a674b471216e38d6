// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Wrong use ends the program, with the call and the page.

#include "machine.h"
#include "memdesc/rcu.h"

static struct page *page, *bare;
static struct folio *folio;
static struct slab *slab;
static struct ptdesc *pt;
static char at[40]; // "page 0x..."

static const char *named(const struct page *p)
{
	snprintf(at, sizeof(at), "page %#lx:", page_to_pfn(p));
	return at;
}

static void double_free(void)
{
	__free_pages(bare, 1);
	CHECK_BUG(__free_pages(bare, 1), "error: __free_pages: ", named(bare),
		  "double free");
	CHECK_BUG(__free_pages(bare + 1, 0), "__free_pages", named(bare + 1),
		  "double free");
	bare = alloc_pages(GFP_KERNEL, 1);
	folio_put(folio);
	CHECK_BUG(folio_put(folio), "error: folio_put: ", named(page),
		  "put without get");
	CHECK_BUG(folio_get(folio), "folio_get: ", named(page));
	CHECK_BUG(put_page(page), "error: put_page: ", named(page),
		  "has no reference count");
	folio = folio_alloc(GFP_KERNEL, 0);
	page = folio_page(folio, 0);
	free_slab(slab);
	CHECK_BUG(free_slab(slab), "error: free_slab: ", "double free");
	slab = alloc_slab(GFP_KERNEL, 0, NULL);
	pagetable_free(pt);
	CHECK_BUG(pagetable_free(pt), "pagetable_free: ", "double free");
	pt = pagetable_alloc(GFP_KERNEL, 0);
}

// Nothing is freed while this reads.
static void double_free_later(void)
{
	rcu_read_lock();
	CHECK_BUG((free_slab_rcu(slab), free_slab_rcu(slab)),
		  "error: free_slab_rcu: ", "double free");
	CHECK_BUG((free_slab_rcu(slab), free_slab(slab)),
		  "error: free_slab: ", "double free");
	CHECK_BUG((pagetable_free_rcu(pt), pagetable_free(pt)),
		  "error: pagetable_free: ", "double free");
	CHECK_BUG((pagetable_pte_ctor(pt), pagetable_free_rcu(pt)),
		  "pagetable_free_rcu: ", "destructor has not run");
	rcu_read_unlock();
}

static void put_without_get(void)
{
	CHECK_BUG((folio_put(folio), folio_put(folio)),
		  "folio_put: ", named(page), "put without get");
	CHECK_BUG(put_page(bare), "put_page: ", named(bare),
		  "MISC has no reference count");
	CHECK_BUG(get_page(bare), "get_page: ", named(bare),
		  "MISC has no reference count");
	CHECK_BUG(put_page(slab_page(slab)),
		  "put_page: ", named(slab_page(slab)),
		  "SLAB has no reference count");
	CHECK_BUG(get_page(slab_page(slab)), "SLAB has no reference count");
	CHECK_BUG(get_page(ptdesc_page(pt)), "PTDESC has no reference count");
}

static void wrong_type(void)
{
	CHECK_BUG(__free_pages(page, 0), "__free_pages: ", named(page),
		  "wrong type: FOLIO");
	CHECK_BUG(__free_pages(slab_page(slab), 0), "wrong type: SLAB");
	CHECK_BUG(__free_pages(pfn_to_page(FIRST_PFN), 0),
		  "wrong type: RESERVED");
	CHECK_BUG(free_page_desc(page), "free_page_desc: ", named(page),
		  "wrong type: FOLIO");
	CHECK_BUG(free_page_desc(bare), "wrong type: MISC");
	CHECK_BUG(page_set_misc(page, MISC_GUARD),
		  "page_set_misc: ", named(page), "wrong type: FOLIO");
	CHECK_BUG(alloc_page_desc(MEMDESC_TYPE_BUDDY),
		  "alloc_page_desc: no page: type 1 has no descriptor");
	CHECK_BUG(alloc_page_desc(MEMDESC_TYPE_HWPOISON), "alloc_page_desc");
	CHECK_BUG(alloc_pages_misc(GFP_KERNEL, 0, MISC_RESERVED, false),
		  "alloc_pages_misc", "is not allocated");
	CHECK_BUG(pagetable_pte_dtor(pt),
		  "pagetable_pte_dtor: ", named(ptdesc_page(pt)),
		  "constructor has not run");
	CHECK_BUG((pagetable_pte_ctor(pt), pagetable_free(pt)),
		  "pagetable_free: ", "destructor has not run");
}

static void wrong_order(void)
{
	CHECK_BUG(alloc_pages(GFP_KERNEL, 11), "order 11 is above 10");
	CHECK_BUG(folio_alloc(GFP_KERNEL, 64),
		  "alloc_page_desc: no page: ", "order 64 is above 10");
	CHECK_BUG(__free_pages(bare, 0), "__free_pages: ", named(bare),
		  "order 0, but allocated with 1");
	CHECK_BUG(__free_pages(bare + 1, 1), "__free_pages: ", named(bare + 1),
		  "not the first page");
	CHECK_BUG(__free_pages(bare, 11), "order 11 is above 10");
}

static void outside(void)
{
	CHECK_BUG(pfn_to_page(5), "pfn_to_page", "PFN 0x5 is in no zone");
	CHECK_BUG(pfn_to_page(FIRST_PFN + 2048), "is in no zone");
	CHECK_BUG(__free_page(bare + 4096), "__free_pages", "is in no zone");
	CHECK_BUG(put_page(bare + 4096), "put_page", "is in no zone");
	CHECK_BUG(memory_failure(5), "is in no zone");
}

int main(void)
{
	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 0);
	page = folio_page(folio, 0);
	bare = alloc_pages(GFP_KERNEL, 1);
	slab = alloc_slab(GFP_KERNEL, 0, NULL);
	pt = pagetable_alloc(GFP_KERNEL, 0);
	RUN(double_free);
	RUN(double_free_later);
	RUN(put_without_get);
	RUN(wrong_type);
	RUN(wrong_order);
	RUN(outside);
	pagetable_free(pt);
	free_slab(slab);
	__free_pages(bare, 1);
	folio_put(folio);
	machine_stop();
	return 0;
}
