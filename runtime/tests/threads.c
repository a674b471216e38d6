// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Lookups of any page while others allocate, free, split, merge and move.
//
// usage: threads [ROUNDS]. Who has looked up a folio has one that the page
// belongs to, and keeps it: its pages, its order, what it was filled with.

#include <pthread.h>
#include "machine.h"

#define NR_PAGES 64
#define OWNERS	 2
#define LOOKERS	 2

static unsigned long rounds;
static unsigned long found_total;
static int has_found;
static int owners_left = OWNERS;

static pthread_barrier_t start;

struct seed {
	u64 state;
	struct folio *kept; // of an owner, for a while
};

static unsigned int draw(struct seed *seed, unsigned int below)
{
	seed->state =
		seed->state * 6364136223846793005ull + 1442695040888963407;
	return (unsigned int)(seed->state >> 33) % below;
}

static void *look(void *arg)
{
	struct seed seed = {(u64)(uintptr_t)arg, NULL};
	unsigned long found = 0;

	pthread_barrier_wait(&start);
	while (__atomic_load_n(&owners_left, __ATOMIC_RELAXED)) {
		struct page *page =
			pfn_to_page(FIRST_PFN + draw(&seed, NR_PAGES / 2));
		struct folio *folio = folio_lookup(page);
		unsigned long pfn = page_to_pfn(page), first;

		if (!folio)
			continue;
		if (!found++)
			__atomic_store_n(&has_found, 1, __ATOMIC_RELAXED);
		first = folio_pfn(folio);
		CHECK(folio_ref_count(folio) > 0);
		CHECK(pfn >= first && pfn < first + folio_nr_pages(folio));
		CHECK(page_folio(page) == folio);
		CHECK_EQ(first & (folio_nr_pages(folio) - 1), 0);
		folio_put(folio);
	}
	__atomic_fetch_add(&found_total, found, __ATOMIC_RELAXED);
	return NULL;
}

// Puts each folio that lies in the pages of what was one.
static void put_parts(struct page *page, unsigned long nr)
{
	unsigned long i = 0;

	while (i < nr) {
		struct folio *part = page_folio(page + i);

		i += folio_nr_pages(part);
		folio_put(part);
	}
}

static void one_life(struct seed *seed)
{
	unsigned int order = draw(seed, 4);
	struct folio *folio = folio_alloc(GFP_KERNEL, order), *other;
	struct page *page;
	unsigned long nr = 1ul << order;

	if (!folio)
		return;
	page = folio_page(folio, 0);
	switch (draw(seed, 4)) {
	case 0:
		folio_split(folio, 0);
		break;
	case 1:
		other = folio_migrate(folio);
		if (other)
			page = folio_page(other, 0);
		break;
	case 2:
		if (order && !folio_split(folio, order - 1))
			folio_merge(folio, order);
		break;
	default:
		folio_set_dirty(folio);
		other = seed->kept;
		seed->kept = folio;
		if (other)
			folio_put(other);
		return;
	}
	put_parts(page, nr);
}

// On a busy machine the owners could be done before anybody has looked.
static bool is_enough(unsigned long i)
{
	return i >= rounds && (__atomic_load_n(&has_found, __ATOMIC_RELAXED) ||
			       i >= 100 * rounds);
}

static void *own(void *arg)
{
	struct seed seed = {(u64)(uintptr_t)arg, NULL};
	unsigned long i;

	pthread_barrier_wait(&start);
	for (i = 0; !is_enough(i); i++) {
		struct slab *slab;
		struct page *page;

		one_life(&seed);
		slab = alloc_slab(GFP_KERNEL, draw(&seed, 2), NULL);
		page = alloc_pages(GFP_KERNEL, 0);
		if (slab && i % 1000 == 0)
			free_slab_rcu(slab);
		else if (slab)
			free_slab(slab);
		if (page)
			__free_page(page);
		if (draw(&seed, 500) == 0)
			memdesc_shrink();
	}
	if (seed.kept)
		folio_put(seed.kept);
	__atomic_fetch_sub(&owners_left, 1, __ATOMIC_RELAXED);
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t thread[OWNERS + LOOKERS];
	uintptr_t i;

	rounds = steps_wanted(argc, argv, 100000);
	machine_start(NR_PAGES);
	pthread_barrier_init(&start, NULL, OWNERS + LOOKERS);
	for (i = 0; i < OWNERS + LOOKERS; i++)
		CHECK_EQ(pthread_create(&thread[i], NULL,
					i < OWNERS ? own : look,
					(void *)(i + 1)),
			 0);
	for (i = 0; i < OWNERS + LOOKERS; i++)
		pthread_join(thread[i], NULL);
	memdesc_rcu_barrier();
	machine_stop();
	CHECK(found_total > 0);
	printf("%lu lookups found a folio: ok\n", found_total);
	return 0;
}
