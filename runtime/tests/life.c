// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Every type from allocation to free, and that each step may fail.

#include <errno.h>
#include <string.h>
#include "machine.h"
#include "memdesc/rcu.h"

#define SPLIT (MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT)

static const enum memdesc_type typed[] = {
	MEMDESC_TYPE_FOLIO,
	MEMDESC_TYPE_SLAB,
	MEMDESC_TYPE_PTDESC,
	MEMDESC_TYPE_ZPDESC,
	MEMDESC_TYPE_NETMEM,
	MEMDESC_TYPE_MOVABLE,
	MEMDESC_TYPE_PERCPU,
	MEMDESC_TYPE_ACCTMEM,
	MEMDESC_TYPE_MANAGED,
	MEMDESC_TYPE_ANON,
	MEMDESC_TYPE_KSM,
	MEMDESC_TYPE_OWN,
	(enum memdesc_type)(MEMDESC_NR_TYPES - 1),
};
#define NR_TYPED (sizeof(typed) / sizeof(typed[0]))

static bool is_counted(enum memdesc_type type)
{
	return memdesc_type_in(type, MEMDESC_COUNTED_TYPES);
}

static void free_typed(struct page *page, enum memdesc_type type)
{
	if (is_counted(type))
		put_page(page);
	else
		free_page_desc(page);
}

static void each_type_at_each_order(void)
{
	unsigned int i, order;
	unsigned long p;

	machine_start(8192);
	for (i = 0; i < NR_TYPED; i++)
		for (order = 0; order <= MAX_PAGE_ORDER; order++) {
			struct page *page =
				alloc_page_desc(GFP_KERNEL, order, typed[i]);
			void *desc = memdesc_ptr(page_memdesc(page));

			for (p = 0; p < 1ul << order; p++) {
				CHECK_EQ(page_type_of(page + p), typed[i]);
				CHECK(page_memdesc(page + p) ==
				      page_memdesc(page));
			}
			CHECK_EQ((uintptr_t)desc % MEMDESC_ALIGN, 0);
			CHECK_EQ(memdesc_desc_pfn(desc), page_to_pfn(page));
			CHECK_EQ(memdesc_desc_order(desc), order);
			CHECK_EQ(page_order(page + p - 1), order);
			if (is_counted(typed[i]))
				CHECK_EQ(memdesc_ref_count(desc), 1);
			CHECK_EQ(memdesc_nr_descriptors(typed[i]), SPLIT);
			CHECK_EQ(memdesc_check(stderr), 0);
			free_typed(page + p - 1, typed[i]);
			machine_is_clean();
		}
	machine_stop();
}

// All forms of the allocation, and the kernel's names.
static void kernel_names(void)
{
	struct page *page;
	struct folio *folio;
	struct slab *slab;
	struct ptdesc *pt;
	struct zpdesc *zp;
	struct netmem_desc *netmem;

	machine_start(4096);
	page = alloc_page_desc(MEMDESC_TYPE_FOLIO);
	folio = page_folio(page);
	CHECK(folio && folio_page(folio, 0) == page);
	CHECK_EQ(folio_order(folio), 0);
	CHECK(!folio->mapping && folio->index == (pgoff_t)-1);
	CHECK(!folio->MEMDESC_PRIVATE && list_empty(&folio->lru));
	CHECK_EQ(atomic_read(&folio->_mapcount), -1);
	CHECK_EQ(folio_nid(folio), page_to_nid(page));
	CHECK_EQ(folio_zonenum(folio), 2);
	put_page(page);

	folio = folio_alloc(GFP_KERNEL, 4);
	CHECK(page_folio(folio_page(folio, 15)) == folio);
	CHECK_EQ(folio_page_idx(folio, folio_page(folio, 9)), 9);
	CHECK_EQ(folio_size(folio), 65536);
	CHECK_EQ(memdesc_section(folio->flags),
		 folio_pfn(folio) / PAGES_PER_SECTION);
	folio_put(folio);

	slab = alloc_slab(GFP_KERNEL, 3, (struct kmem_cache *)&folio);
	CHECK(virt_to_slab((char *)slab_address(slab) + 30000) == slab);
	CHECK(!page_folio(slab_page(slab)) && !page_ptdesc(slab_page(slab)));
	CHECK(slab->slab_cache == (struct kmem_cache *)&folio);
	free_slab(slab);

	pt = pagetable_alloc(GFP_KERNEL | __GFP_ZERO, 0);
	CHECK(virt_to_ptdesc(ptdesc_address(pt)) == pt);
	CHECK(pagetable_pmd_ctor(pt));
	spin_lock(ptlock_ptr(pt));
	spin_unlock(ptlock_ptr(pt));
	pagetable_pmd_dtor(pt);
	pagetable_free(pt);

	zp = alloc_zpdesc(GFP_KERNEL);
	set_first_obj_offset(zp, 0xabcdef);
	zp->next = zp;
	CHECK_EQ(get_first_obj_offset(zp), 0xabcdef);
	CHECK(page_zpdesc(zpdesc_page(zp)) == zp);
	CHECK(page_zsdesc(zsdesc_page(zp)) == zp);
	free_zsdesc(zp);

	netmem = alloc_netmem_desc(GFP_KERNEL, 2, (struct page_pool *)&folio);
	page_pool_ref_netmem(netmem);
	CHECK_EQ(page_pool_unref_netmem(netmem), 1);
	CHECK_EQ(memdesc_ref_count(netmem), 1);
	netmem_desc_put(netmem);
	machine_stop();
}

// Who is under RCU sees what was there, and whose it is.
static void free_after_a_grace_period(void)
{
	struct slab *slab;
	struct ptdesc *pt;
	struct page *pages[2];
	char *memory;
	unsigned int i;

	machine_start(64);
	slab = alloc_slab(GFP_KERNEL, 1, (struct kmem_cache *)&slab);
	pt = pagetable_alloc(GFP_KERNEL, 0);
	CHECK(pagetable_pte_ctor(pt));
	pages[0] = slab_page(slab);
	pages[1] = ptdesc_page(pt);
	memory = slab_address(slab);
	memset(memory, 42, 2 * PAGE_SIZE);
	rcu_read_lock();
	free_slab_rcu(slab);
	pagetable_pte_dtor(pt);
	pagetable_free_rcu(pt);
	for (i = 0; i < 1000; i++)
		if (alloc_slab(GFP_KERNEL, 0, NULL) == NULL)
			break;
	CHECK_EQ(i, 64 - 3 - 3);
	CHECK(page_slab(pages[0] + 1) == slab && memory[5000] == 42);
	CHECK(page_ptdesc(pages[1]) == pt);
	CHECK_EQ(memdesc_check(stderr), 0);
	memdesc_mark_reader_done();
	rcu_read_unlock();
	memdesc_rcu_barrier();
	CHECK(!page_slab(pages[0]) && !page_ptdesc(pages[1]));
	CHECK_EQ(memdesc_nr_free_pages(), 3);
	memdesc_exit();
}

static void small_descriptors(void)
{
	struct page *page;

	machine_start(4096);
	page = alloc_page_desc(MEMDESC_TYPE_MANAGED);
	page_mgdesc(page)->MEMDESC_PRIVATE = 77;
	CHECK_EQ(page_mgdesc(page)->MEMDESC_PRIVATE, 77);
	CHECK(list_empty(&page_mgdesc(page)->lru));
	put_page(page);
	page = alloc_page_desc(MEMDESC_TYPE_PERCPU);
	page_pcpudesc(page)->chunk = (struct pcpu_chunk *)page;
	CHECK(page_pcpudesc(page)->chunk == (struct pcpu_chunk *)page);
	free_page_desc(page);
	page = alloc_page_desc(MEMDESC_TYPE_ACCTMEM);
	page_acctmem(page)->memcg_data = 5;
	free_page_desc(page);
	page = alloc_page_desc(MEMDESC_TYPE_MOVABLE);
	page_movable_desc(page)->movable_ops = NULL;
	CHECK(!page_mgdesc(page));
	put_page(page);
	machine_stop();
}

static void misc(void)
{
	struct page *page;
	unsigned long i;
	u64 word;

	machine_start(4096);
	page = alloc_pages(GFP_KERNEL, 3);
	word = page_memdesc(page);
	CHECK(memdesc_is_misc(word));
	CHECK_EQ(memdesc_misc_subtype(word), MISC_UNKNOWN);
	CHECK_EQ(memdesc_misc_order(word), 3);
	CHECK(!memdesc_misc_mappable(word) && !page_folio(page));
	page_set_misc(page + 5, MISC_OFFLINE);
	for (i = 0; i < 8; i++)
		CHECK_EQ(page_state(page + i), MEMDESC_STATE_OFFLINE);
	page_set_misc(page, MISC_UNKNOWN);
	split_page(page, 3);
	for (i = 0; i < 8; i++)
		__free_page(page + i);
	page = alloc_pages_misc(GFP_KERNEL, 0, MISC_GUARD, true);
	CHECK(memdesc_misc_mappable(page_memdesc(page)));
	CHECK_EQ(page_state(page), MEMDESC_STATE_GUARD);
	__free_page(page);
	page = alloc_pages_misc(GFP_KERNEL, 2, (enum memdesc_misc_subtype)127,
				false);
	CHECK_EQ(memdesc_misc_subtype(page_memdesc(page)), 127);
	__free_pages(page, 2);
	machine_stop();
}

static void zeroed_memory(void)
{
	struct page *page;
	char *at;

	machine_start(4096);
	page = alloc_pages(GFP_KERNEL, 1);
	memset(page_address(page), 0xaa, 2 * PAGE_SIZE);
	__free_pages(page, 1);
	page = alloc_pages(GFP_KERNEL | __GFP_ZERO, 1);
	at = page_address(page);
	CHECK(!at[0] && !memcmp(at, at + 1, 2 * PAGE_SIZE - 1));
	CHECK(virt_to_page(at + PAGE_SIZE + 1) == page + 1);
	__free_pages(page, 1);
	machine_stop();
}

// Lets each step fail in turn until the call succeeds. Each failure leaves the
// machine as it was.
static unsigned int fail_each_step(bool (*call)(void))
{
	unsigned int steps = 0;

	for (;;) {
		memdesc_fail_nth(steps + 1);
		if (call()) {
			CHECK(!memdesc_failed());
			memdesc_fail_nth(0);
			return steps;
		}
		CHECK(memdesc_failed());
		CHECK_EQ(memdesc_check(stderr), 0);
		steps++;
	}
}

static struct folio *the_folio;

static bool try_folio(void)
{
	return (the_folio = folio_alloc(GFP_KERNEL, 3)) != NULL;
}

static bool try_table(void)
{
	struct ptdesc *pt = pagetable_alloc(GFP_KERNEL, 0);

	if (!pt)
		return false;
	if (!pagetable_pte_ctor(pt)) {
		pagetable_free(pt);
		return false;
	}
	pagetable_pte_dtor(pt);
	pagetable_free(pt);
	return true;
}

static bool try_split(void)
{
	int err = folio_split(the_folio, 0);

	CHECK(err == 0 || err == -ENOMEM);
	CHECK(err == 0 ||
	      (folio_order(the_folio) == 3 && folio_ref_count(the_folio) == 1));
	return err == 0;
}

static bool try_merge(void)
{
	struct folio *folio = folio_merge(the_folio, 3);

	if (folio)
		the_folio = folio;
	return folio != NULL;
}

static bool try_migrate(void)
{
	struct folio *folio = folio_migrate(the_folio);

	if (folio)
		the_folio = folio;
	return folio != NULL;
}

static bool try_poison(void)
{
	return memory_failure(folio_pfn(the_folio) + 2) == 0;
}

static void every_step_may_fail(void)
{
	machine_start(4096);
	// Of the descriptor and of the pages.
	CHECK_EQ(fail_each_step(try_folio), SPLIT + 1);
	CHECK_EQ(fail_each_step(try_migrate), SPLIT + 1);
	CHECK_EQ(fail_each_step(try_split), SPLIT * 7);
	CHECK_EQ(fail_each_step(try_merge), SPLIT * 1);
	CHECK_EQ(fail_each_step(try_poison), SPLIT * 1);
	CHECK_EQ(unpoison_memory(folio_pfn(the_folio) + 2), 0);
	folio_clear_has_hwpoisoned(the_folio);
	folio_put(the_folio);
	CHECK_EQ(fail_each_step(try_table), SPLIT + 2);
	machine_stop();
}

// Until the machine has no more, and again when all is back.
static void exhaustion(void)
{
	struct page *page, *list[4096];
	unsigned int nr, i, round;

	machine_start(4096);
	for (round = 0; round < 2; round++) {
		for (nr = 0; (page = alloc_page_desc(MEMDESC_TYPE_FOLIO));)
			list[nr++] = page;
		CHECK_EQ(nr, pages_at_start);
		CHECK_EQ(memdesc_nr_free_pages(), 0);
		CHECK(!alloc_pages(GFP_KERNEL, 0));
		CHECK_EQ(memdesc_nr_descriptors(MEMDESC_TYPE_FOLIO),
			 SPLIT * nr);
		for (i = 0; i < nr; i++)
			put_page(list[i]);
		machine_is_clean();
	}
	if (SPLIT) {
		unsigned long bytes = memdesc_descriptor_bytes();

		CHECK(bytes >= 4093 * 80);
		CHECK_EQ(memdesc_shrink(), bytes);
		CHECK_EQ(memdesc_descriptor_bytes(), 0);
	}
	CHECK((page = alloc_page_desc(MEMDESC_TYPE_FOLIO)));
	put_page(page);
	machine_stop();
}

static void coming_online(void)
{
	struct memdesc_zone_config zone = {.start_pfn = FIRST_PFN,
					   .nr_pages = 1ul << 32,
					   .present_pages = 2048};
	struct memdesc_config config = {.zones = &zone,
					.nr_zones = 1,
					.buddy = MEMDESC_BUDDY_8REL,
					.no_memory = true};
	unsigned long far = FIRST_PFN + (1ul << 20);

	CHECK_EQ(memdesc_init(&config), -ERANGE);
	zone.nr_pages = 1ul << 29;
	CHECK_EQ(memdesc_init(&config), 0);
	CHECK_EQ(memdesc_init(&config), -EINVAL);
	CHECK_EQ(memdesc_nr_free_pages(), 2048);
	CHECK(!pfn_valid(far) && pfn_valid(FIRST_PFN + 2047));
	CHECK_EQ(memdesc_online_pages(far + 5, 1000), 0);
	CHECK_EQ(memdesc_nr_free_pages(), 3048);
	CHECK_EQ(memdesc_online_pages(far + 900, 200), -EINVAL);
	CHECK_EQ(memdesc_online_pages(5, 1), -EINVAL);
	CHECK(pfn_valid(far + 5) && !pfn_valid(far + 4));
	CHECK_EQ(memdesc_check(stderr), 0);
	CHECK_BUG(pfn_to_page(far), "pfn_to_page", "is in no zone");
	memdesc_exit();
}

static void machines_that_cannot_be(void)
{
	struct memdesc_zone_config zones[2] = {
		{.start_pfn = 1024, .nr_pages = 4096},
		{.start_pfn = 4096, .nr_pages = 4096},
	};
	struct memdesc_config config = {.zones = zones, .nr_zones = 2};

	CHECK_EQ(memdesc_init(&config), -EINVAL); // they overlap
	zones[1].start_pfn = 1024 * 8 + 1;
	CHECK_EQ(memdesc_init(&config), -EINVAL); // not aligned
	zones[1].start_pfn--;
	zones[1].nid = 1024;
	CHECK_EQ(memdesc_init(&config), -EINVAL);
	zones[1].nid = 0;
	config.nr_zones = 9;
	CHECK_EQ(memdesc_init(&config), -EINVAL);
	config.nr_zones = 2;
	CHECK_EQ(memdesc_init_as(&config, 3 - MEMDESC_LAYOUT,
				 sizeof(struct page), MEMDESC_NUMBERING_NAME),
		 -EINVAL);
	CHECK_EQ(memdesc_init_as(&config, MEMDESC_LAYOUT, sizeof(struct page),
				 "2023"),
		 -EINVAL);
	CHECK_EQ(memdesc_init(&config), 0);
	memdesc_exit();
}

int main(void)
{
	RUN(each_type_at_each_order);
	RUN(kernel_names);
	RUN(free_after_a_grace_period);
	RUN(small_descriptors);
	RUN(misc);
	RUN(zeroed_memory);
	RUN(every_step_may_fail);
	RUN(exhaustion);
	RUN(coming_online);
	RUN(machines_that_cannot_be);
	return 0;
}
