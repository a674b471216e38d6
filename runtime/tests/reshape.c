// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Folios that are split, merged, moved and broken; lookups between.

#include <errno.h>
#include "machine.h"

static void split_into_pages(void)
{
	struct folio *folio;
	struct page *page;
	unsigned long i;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 4);
	page = folio_page(folio, 0);
	folio->mapping = (struct address_space *)0x1000;
	folio->index = 64;
	folio_set_dirty(folio);
	CHECK_EQ(folio_split(folio, 4), -EINVAL);
	folio_get(folio);
	CHECK_EQ(folio_split(folio, 0), -EBUSY);
	folio_put(folio);
	CHECK_EQ(folio_split(folio, 2), 0);
	CHECK_EQ(memdesc_check(stderr), 0);
	for (i = 0; i < 16; i += 4) {
		struct folio *part = page_folio(page + i);

		CHECK_EQ(folio_order(part), 2);
		CHECK_EQ(folio_pfn(part), page_to_pfn(page + i));
		CHECK(part->mapping == (struct address_space *)0x1000);
		CHECK_EQ(part->index, 64 + i);
		CHECK(folio_test_dirty(part) && !folio_test_locked(part));
		CHECK_EQ(folio_ref_count(part), 1);
		CHECK_EQ(folio_split(part, 0), 0);
	}
	CHECK_EQ(memdesc_check(stderr), 0);
	for (i = 0; i < 16; i++) {
		CHECK_EQ(page_folio(page + i)->index, 64 + i);
		put_page(page + i);
	}
	machine_stop();
}

static void merge_what_was_split(void)
{
	struct folio *folio, *other;
	struct page *page;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 3);
	page = folio_page(folio, 0);
	folio->index = 8;
	folio_set_uptodate(folio);
	CHECK(!folio_merge(folio, 3));
	CHECK_EQ(folio_split(folio, 1), 0);
	CHECK_EQ(folio_split(page_folio(page + 2), 0), 0);
	other = page_folio(page + 6);
	folio_get(other);
	CHECK(!folio_merge(folio, 3)); // one is held
	CHECK_EQ(folio_ref_count(page_folio(page)), 1);
	CHECK(!folio_merge(other, 3)); // not the first
	folio_put(other);
	folio = folio_merge(page_folio(page), 3);
	CHECK(folio && folio_order(folio) == 3 && folio->index == 8);
	CHECK(folio_test_uptodate(folio) && folio_ref_count(folio) == 1);
	CHECK(page_folio(page + 7) == folio);
	CHECK_EQ(memdesc_check(stderr), 0);
	folio_put(folio);
	machine_stop();
}

static void migrate(void)
{
	struct folio *folio, *moved;
	struct page *from;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 2);
	from = folio_page(folio, 0);
	memset(folio_address(folio), 0x5a, folio_size(folio));
	folio->index = 12;
	folio_set_dirty(folio);
	folio_get(folio);
	CHECK(!folio_migrate(folio));
	folio_put(folio);
	moved = folio_migrate(folio);
	CHECK(moved && folio_page(moved, 0) != from);
	CHECK_EQ(moved->index, 12);
	CHECK(folio_test_dirty(moved));
	CHECK_EQ(((char *)folio_address(moved))[folio_size(moved) - 1], 0x5a);
	CHECK(!page_folio(from) && !folio_lookup(from));
	CHECK_EQ(memdesc_nr_free_pages(), pages_at_start - 4);
	folio_put(moved);
	machine_stop();
}

static void anonymous(void)
{
	struct folio *folio;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 1);
	CHECK(!folio_test_anon(folio));
	folio_set_anon(folio, &folio);
	CHECK(folio_test_anon(folio) && !folio_test_ksm(folio));
	CHECK(!folio_mapping(folio));
	CHECK_EQ(page_type_of(folio_page(folio, 1)), MEMDESC_TYPE_ANON);
	CHECK(page_folio(folio_page(folio, 1)) == folio);
	CHECK_EQ(folio_split(folio, 0), 0);
	CHECK_EQ(page_type_of(folio_page(folio, 1)), MEMDESC_TYPE_ANON);
	put_page(folio_page(folio, 1));
	folio_put(folio);
	machine_stop();
}

static void lock_and_private(void)
{
	struct folio *folio;
	int data;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 0);
	CHECK(folio_trylock(folio) && !folio_trylock(folio));
	folio_unlock(folio);
	folio_lock(folio);
	CHECK(folio_test_locked(folio));
	folio_unlock(folio);
	folio_attach_private(folio, &data);
	CHECK_EQ(folio_ref_count(folio), 2);
	CHECK(folio_get_private(folio) == &data);
	CHECK(folio_detach_private(folio) == &data);
	CHECK_EQ(folio_ref_count(folio), 1);
	CHECK_BUG(folio_unlock(folio), "folio_unlock: page 0x",
		  "unlock without lock");
	CHECK_BUG(folio_detach_private(folio), "folio_detach_private: page 0x",
		  "has no private data");
	folio_put(folio);
	machine_stop();
}

static void lookups(void)
{
	struct folio *folio, *found;
	struct page *page;
	struct zpdesc *zp;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 3);
	page = folio_page(folio, 5);
	found = folio_lookup(page);
	CHECK(found == folio && folio_ref_count(folio) == 2);
	folio_put(found);
	CHECK(folio_ref_freeze(folio, 1));
	CHECK(!folio_lookup(page));
	folio_ref_unfreeze(folio, 1);
	CHECK(!zpdesc_lookup(page));
	CHECK(!folio_ref_freeze(folio, 2));
	folio_put(folio);
	CHECK(!folio_lookup(page) && !page_folio(page));
	zp = alloc_zpdesc(GFP_KERNEL);
	CHECK(zpdesc_lookup(zpdesc_page(zp)) == zp);
	zpdesc_put(zp);
	CHECK(!folio_lookup(zpdesc_page(zp)));
	free_zpdesc(zp);
	page = alloc_page(GFP_KERNEL);
	CHECK(!folio_lookup(page));
	__free_page(page);
	machine_stop();
}

static void broken_page_of_a_folio(void)
{
	struct folio *folio;
	struct page *page;
	unsigned long pfn;

	machine_start(4096);
	folio = folio_alloc(GFP_KERNEL, 3);
	page = folio_page(folio, 0);
	pfn = page_to_pfn(page + 3);
	CHECK_EQ(memory_failure(pfn), 0);
	CHECK_EQ(memory_failure(pfn), -EBUSY);
	CHECK(PageHWPoison(page + 3) && !PageHWPoison(page + 2));
	CHECK_EQ(page_state(page + 3), MEMDESC_STATE_HWPOISON);
	CHECK(folio_test_has_hwpoisoned(folio));
	CHECK_EQ(folio_split(folio, 0), -EBUSY);
	CHECK(!folio_migrate(folio));
	CHECK_EQ(memdesc_check(stderr), 0);
	folio_put(folio);
	CHECK_EQ(memdesc_nr_free_pages(), pages_at_start - 1);
	CHECK_EQ(memdesc_check(stderr), 0);
	CHECK(PageHWPoison(page + 3));
	CHECK_EQ(unpoison_memory(pfn), 0);
	CHECK_EQ(unpoison_memory(pfn), -EINVAL);
	__free_page(pfn_to_page(pfn));
	machine_stop();
}

static void broken_pages_elsewhere(void)
{
	unsigned long pfn = FIRST_PFN + 1027, free;
	struct page *page;

	machine_start(4096);
	CHECK_EQ(memory_failure(pfn), 0); // free
	CHECK_EQ(memdesc_nr_free_pages(), pages_at_start - 1);
	CHECK_EQ(memdesc_check(stderr), 0);
	CHECK_EQ(unpoison_memory(pfn), 0);
	__free_page(pfn_to_page(pfn));
	machine_is_clean();

	page = alloc_pages(GFP_KERNEL, 2); // misc
	CHECK_EQ(memory_failure(page_to_pfn(page)), 0);
	free = memdesc_nr_free_pages();
	CHECK_EQ(memdesc_check(stderr), 0);
	CHECK_EQ(unpoison_memory(page_to_pfn(page)), 0);
	CHECK_EQ(memory_failure(page_to_pfn(page + 1)), 0);
	__free_pages(page, 2);
	CHECK_EQ(memdesc_nr_free_pages(), free + 3);
	CHECK_EQ(unpoison_memory(page_to_pfn(page + 1)), 0);
	__free_page(page + 1);
	CHECK_EQ(memory_failure(FIRST_PFN), -EBUSY); // reserved
	machine_stop();
}

int main(void)
{
	RUN(split_into_pages);
	RUN(merge_what_was_split);
	RUN(migrate);
	RUN(anonymous);
	RUN(lock_and_private);
	RUN(lookups);
	RUN(broken_page_of_a_folio);
	RUN(broken_pages_elsewhere);
	return 0;
}
