// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What the runtime's calls cost, one layout per program.
//
// bench/memdesc-layouts runs both and prints ratios. Every benchmark works on
// 65536 pages, in an order that no prefetcher guesses where that matters.

#include <benchmark/benchmark.h>
#include <memdesc/memdesc.h>
#include <iterator>
#include <utility>
#include <vector>

namespace
{

constexpr unsigned long NrPages = 1ul << 17; // 512 MiB
constexpr unsigned long NrUsed = 1ul << 16;
constexpr unsigned long First = 1ul << 20;

struct folio *Folios[NrUsed];
struct page *Pages[NrUsed];

// An order that is the same each time.
template <typename T> void shuffle(T &things)
{
	u64 state = 1;

	for (auto &thing : things) {
		state = state * 6364136223846793005ull + 1442695040888963407ull;
		std::swap(thing, things[(state >> 33) % std::size(things)]);
	}
}

// Folios of order 0 all over the machine, and their pages in random order.
void setUp()
{
	struct memdesc_zone_config zone = {};
	struct memdesc_config config = {};

	zone.start_pfn = First;
	zone.nr_pages = NrPages;
	config.zones = &zone;
	config.nr_zones = 1;
	if (memdesc_init(&config))
		abort();
	for (auto &folio : Folios)
		folio = folio_alloc(GFP_KERNEL, 0);
	shuffle(Folios);
	for (unsigned long i = 0; i < NrUsed; i++)
		Pages[i] = folio_page(Folios[i], 0);
}

// Only which folio a page belongs to, and that it is one.
void which(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 999;

	for (auto _ : state) {
		struct folio *folio = page_folio(Pages[i++ % NrUsed]);

		benchmark::DoNotOptimize(folio);
	}
}

// The same, with 16 pages.
void whichHot(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 16;

	for (auto _ : state) {
		struct folio *folio = page_folio(Pages[i++ % 16]);

		benchmark::DoNotOptimize(folio);
	}
}

// From a page to its folio, and one word of that.
void lookup(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 999;

	for (auto _ : state) {
		struct folio *folio = page_folio(Pages[i++ % NrUsed]);

		benchmark::DoNotOptimize(READ_ONCE(folio->index));
	}
}

// The same, with 16 pages, which stay in the caches.
void lookupHot(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 16;

	for (auto _ : state) {
		struct folio *folio = page_folio(Pages[i++ % 16]);

		benchmark::DoNotOptimize(READ_ONCE(folio->index));
	}
}

// From any page of folios of some order to what a user of the page cache reads
// there: index, mapping, flags, count. As many pages whatever the order.
void use(benchmark::State &state)
{
	unsigned int order = (unsigned int)state.range(0);
	std::vector<struct folio *> folios(NrUsed >> order);
	std::vector<struct page *> pages;
	unsigned long i = 0;

	for (auto &folio : folios) {
		folio = folio_alloc(GFP_KERNEL, order);
		if (!folio)
			abort();
		for (unsigned long n = 0; n < 1ul << order; n++)
			pages.push_back(folio_page(folio, n));
	}
	shuffle(pages);
	for (auto _ : state) {
		struct folio *folio = page_folio(pages[i++ % NrUsed]);

		benchmark::DoNotOptimize(READ_ONCE(folio->index));
		benchmark::DoNotOptimize(READ_ONCE(folio->mapping));
		benchmark::DoNotOptimize(READ_ONCE(folio->flags.f));
		benchmark::DoNotOptimize(folio_ref_count(folio));
	}
	for (auto folio : folios)
		folio_put(folio);
}

// The protocol under RCU.
void lookupGet(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 999;

	for (auto _ : state) {
		struct folio *folio = folio_lookup(Pages[i++ % NrUsed]);

		folio_put(folio);
	}
}

void getPut(benchmark::State &state)
{
	unsigned long i = (unsigned long)state.thread_index() * 999;

	for (auto _ : state) {
		struct page *page = Pages[i++ % NrUsed];

		get_page(page);
		put_page(page);
	}
}

void allocFree(benchmark::State &state)
{
	unsigned int order = (unsigned int)state.range(0);

	for (auto _ : state)
		folio_put(folio_alloc(GFP_KERNEL, order));
}

// A walk over the memory map that asks each page what it is.
void memmapWalk(benchmark::State &state)
{
	for (auto _ : state) {
		struct page *page = pfn_to_page(First);
		unsigned long folios = 0;

		for (unsigned long i = 0; i < NrPages; i++)
			folios += page_folio(page + i) != nullptr;
		benchmark::DoNotOptimize(folios);
	}
	state.SetItemsProcessed((int64_t)state.iterations() * NrPages);
}

} // namespace

BENCHMARK(which)->ThreadRange(1, 2);
BENCHMARK(whichHot)->ThreadRange(1, 2);
BENCHMARK(lookup)->ThreadRange(1, 2);
BENCHMARK(lookupHot)->ThreadRange(1, 2);
BENCHMARK(use)->Arg(0)->Arg(1)->Arg(2)->Arg(4)->Arg(9);
BENCHMARK(lookupGet)->ThreadRange(1, 2);
BENCHMARK(getPut)->ThreadRange(1, 2);
BENCHMARK(allocFree)->Arg(0)->Arg(2)->Arg(9)->ThreadRange(1, 2);
BENCHMARK(memmapWalk);

int main(int argc, char **argv)
{
	setUp();
	benchmark::Initialize(&argc, argv);
	if (benchmark::ReportUnrecognizedArguments(argc, argv))
		return 2;
	benchmark::RunSpecifiedBenchmarks();
	return 0;
}
