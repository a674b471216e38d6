// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// An example of each public call that is a function of the library.
//
// Compiled and run in both layouts; a test looks that none is missing.

#include <memdesc/memdesc.h>
#include <stdlib.h>

// Ends the program when an example does not do what it says.
#define SAY(expr)                                      \
	do {                                           \
		if (!(expr)) {                         \
			printf("not so: %s\n", #expr); \
			exit(1);                       \
		}                                      \
	} while (0)

static void drop(void *desc)
{
	folio_put(desc);
}

static void words_and_numbers(void)
{
	const struct memdesc_numbering *n = memdesc_numbering_by_name("2024");
	char text[40];

	SAY(memdesc_numbering_at(2) == n);
	SAY(memdesc_numbering_type(n, 5) == MEMDESC_TYPE_SLAB);
	puts(memdesc_type_name(MEMDESC_TYPE_SLAB));
	puts(memdesc_describe(memdesc_make_misc(MISC_GUARD, false, 2, 0), text,
			      sizeof(text)));
	SAY(memdesc_may_follow(MEMDESC_EVENT_ALLOC, MEMDESC_STATE_TAIL,
			       MEMDESC_STATE_FOLIO));
	printf("%s: %s; %s: %s\n", memdesc_event_name(MEMDESC_EVENT_BOOT),
	       memdesc_event_text(MEMDESC_EVENT_BOOT),
	       memdesc_state_name(MEMDESC_STATE_FREE),
	       memdesc_state_text(MEMDESC_STATE_FREE));
}

static void folios(void)
{
	struct folio *folio = folio_alloc(GFP_KERNEL, 2), *found;
	struct page *page = folio_page(folio, 3);
	int data;

	found = folio_lookup(page); // has a reference
	SAY(found == folio);
	folio_put(found);
	found = memdesc_lookup(page, MEMDESC_FOLIO_TYPES, drop);
	get_page(page); // the same by a page of it
	put_page(page);
	folio_put(found);
	folio_lock(folio);
	SAY(!folio_trylock(folio));
	folio_unlock(folio);
	folio_attach_private(folio, &data);
	SAY(folio_detach_private(folio) == &data);
	SAY(folio_split(folio, 1) == 0); // of order 2 become two of order 1
	folio = folio_merge(folio, 2);
	folio = folio_migrate(folio);
	folio_set_anon(folio, &data);
	SAY(page_order(folio_page(folio, 0)) == 2);
	folio_put(folio);
}

static void bare_and_broken_pages(void)
{
	struct page *page = alloc_pages(GFP_KERNEL, 1);

	page_set_misc(page, MISC_VMALLOC);
	SAY(page_state(page) == MEMDESC_STATE_MISC);
	split_page(page, 1);
	__free_pages(page, 0);
	SAY(memory_failure(page_to_pfn(page + 1)) == 0);
	SAY(PageHWPoison(page + 1));
	SAY(unpoison_memory(page_to_pfn(page + 1)) == 0);
	__free_page(page + 1);
	page = alloc_pages_misc(GFP_KERNEL, 0, MISC_ZERO_PAGE, true);
	SAY(memdesc_misc_mappable(page_memdesc(page)));
	__free_page(page);
	page = alloc_page_desc(MEMDESC_TYPE_PERCPU); // memdesc_alloc_pages()
	free_page_desc(page);
}

static void other_kinds(void)
{
	struct slab *slab = alloc_slab(GFP_KERNEL, 1, NULL);
	struct ptdesc *pt = pagetable_alloc(GFP_KERNEL, 0);
	struct zpdesc *zp = alloc_zpdesc(GFP_KERNEL);
	struct netmem_desc *netmem = alloc_netmem_desc(GFP_KERNEL, 0, NULL);

	SAY(pagetable_pte_ctor(pt));
	pagetable_pte_dtor(pt);
	SAY(pagetable_pmd_ctor(pt));
	pagetable_pmd_dtor(pt);
	SAY(zpdesc_lookup(zpdesc_page(zp)) == zp);
	zpdesc_put(zp);
	SAY(netmem_desc_lookup(netmem_desc_page(netmem)) == netmem);
	netmem_desc_put(netmem);
	netmem_desc_put(netmem);
	free_zpdesc(zp);
	pagetable_free(pt);
	free_slab(slab);
	free_slab_rcu(alloc_slab(GFP_KERNEL, 0, NULL));
	pagetable_free_rcu(pagetable_alloc(GFP_KERNEL, 0));
	memdesc_rcu_barrier(); // both are free now
}

static void buddies(void)
{
	static u64 words[2 * 64];
	struct memdesc_buddy b;

	SAY(memdesc_buddy_init(&b, MEMDESC_BUDDY_16, 64, 64, words, 16) == 0);
	memdesc_buddy_insert(&b, 64, 5);
	SAY(memdesc_buddy_next(&b, 64) == MEMDESC_NO_PFN);
	SAY(memdesc_buddy_alloc(&b, 0) == 64);
	SAY(memdesc_buddy_kind(&b, 66) == MEMDESC_BUDDY_FIRST);
	SAY(memdesc_buddy_free(&b, 64, 0) == 5); // joined up to order 5
	SAY(memdesc_buddy_is_first(&b, 64, NULL));
	SAY(memdesc_buddy_remove(&b, 64) == 5);
	SAY(memdesc_buddy_free_pages(&b) == 0);
}

int main(void)
{
	struct memdesc_zone_config zone = {
		.start_pfn = 1024, .nr_pages = 2048, .present_pages = 1024};
	struct memdesc_config config = {.zones = &zone, .nr_zones = 1};

	SAY(memdesc_init(&config) == 0); // memdesc_init_as()
	SAY(memdesc_online_pages(2048, 1024) == 0);
	SAY(pfn_valid(2048) && memdesc_nr_free_pages() == 2048);
	SAY(memdesc_zone_of(2048, __func__)->nid == 0);
	words_and_numbers();
	folios();
	bare_and_broken_pages();
	other_kinds();
	buddies();
	memdesc_fail_nth(1);
	SAY(!alloc_pages(GFP_KERNEL, 0) && memdesc_failed());
	memdesc_fail_nth(0);
	SAY(memdesc_nr_descriptors(MEMDESC_TYPE_FOLIO) == 0);
	printf("%lu bytes of descriptors in reserve, %lu given back\n",
	       memdesc_descriptor_bytes(), memdesc_shrink());
	SAY(memdesc_check(stdout) == 0);
	memdesc_exit();
	if (zone.nr_pages == 0) // ends the program: memdesc_bug()
		memdesc_bug(__func__, NULL, "no pages");
	return 0;
}
