// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Lookups of random pages, for counting what the processor does for them.
//
// usage: memdesc-lookups ORDER MEMBERS COUNT. 65536 pages in folios of an
// order; of each folio found, index and up to three other members are read.
// What COUNT lookups take is the difference of two runs.

#include <memdesc/memdesc.h>
#include <stdio.h>
#include <stdlib.h>

#define NR_PAGES (1ul << 16)
#define FIRST	 (1ul << 20)

int main(int argc, char **argv)
{
	struct memdesc_zone_config zone = {
		.start_pfn = FIRST, .nr_pages = NR_PAGES, .reserved_pages = 0};
	struct memdesc_config config = {
		.zones = &zone, .nr_zones = 1, .no_memory = true};
	unsigned int order, members;
	unsigned long count, i, sum = 0;
	u64 random = 1;

	if (argc != 4 || memdesc_init(&config))
		return 2;
	order = (unsigned int)atoi(argv[1]);
	members = (unsigned int)atoi(argv[2]);
	count = strtoul(argv[3], NULL, 10);
	for (i = 0; i < NR_PAGES >> order; i++)
		if (!folio_alloc(GFP_KERNEL, order))
			return 2;
	for (i = 0; i < count; i++) {
		struct folio *folio;

		random = random * 6364136223846793005ull +
			 1442695040888963407ull;
		folio = page_folio(
			pfn_to_page(FIRST + (random >> 33) % NR_PAGES));
		sum += READ_ONCE(folio->index);
		if (members > 1)
			sum += (unsigned long)READ_ONCE(folio->mapping);
		if (members > 2)
			sum += READ_ONCE(folio->flags.f);
		if (members > 3)
			sum += (unsigned long)folio_ref_count(folio);
	}
	printf("%lu lookups, %lu\n", count, sum);
	return 0;
}
