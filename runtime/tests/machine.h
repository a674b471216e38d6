// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A small machine for one test, which must be as it was at the end.
#ifndef MEMDESC_TESTS_MACHINE_H
#define MEMDESC_TESTS_MACHINE_H

#include "check.h"
#include "memdesc/memdesc.h"

#define FIRST_PFN 0x100000ul

static unsigned long pages_at_start;

// Two zones on two nodes, half of the pages each.
static inline void machine_start(unsigned long nr_pages)
{
	struct memdesc_zone_config zones[] = {
		{.nid = 0,
		 .zonenum = 2,
		 .start_pfn = FIRST_PFN,
		 .nr_pages = nr_pages / 2,
		 .reserved_pages = 3},
		{.nid = 1,
		 .zonenum = 2,
		 .start_pfn = FIRST_PFN + (1ul << 18),
		 .nr_pages = nr_pages / 2},
	};
	struct memdesc_config config = {.zones = zones, .nr_zones = 2};

	CHECK_EQ(memdesc_init(&config), 0);
	pages_at_start = memdesc_nr_free_pages();
	CHECK_EQ(pages_at_start, nr_pages - 3);
	CHECK_EQ(memdesc_check(stderr), 0);
}

static inline void no_descriptors(void)
{
	unsigned int type;

	for (type = 0; type < MEMDESC_NR_TYPES; type++)
		CHECK_EQ(memdesc_nr_descriptors((enum memdesc_type)type), 0);
}

// Nothing is allocated and the map says so.
static inline void machine_is_clean(void)
{
	CHECK_EQ(memdesc_check(stderr), 0);
	CHECK_EQ(memdesc_nr_free_pages(), pages_at_start);
	no_descriptors();
}

static inline void machine_stop(void)
{
	machine_is_clean();
	memdesc_exit();
}

#endif
