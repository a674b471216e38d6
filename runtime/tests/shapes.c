// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The sizes of struct page and of the descriptors.

#include "check.h"
#include "memdesc/page.h"

static void overhead(void)
{
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
	CHECK_EQ(sizeof(struct page), 8);
	CHECK_EQ(sizeof(struct page) * 1000000 / PAGE_SIZE, 1953); // 0.195 %
#else
	CHECK_EQ(sizeof(struct page), 64);
	CHECK_EQ(sizeof(struct page) * 1000000 / PAGE_SIZE, 15625); // 1.5625 %
#endif
}

static void sizes(void)
{
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
	CHECK_EQ(MEMDESC_SMALL_FOLIO_SIZE, 80);
	CHECK_EQ(sizeof(struct folio), 112);
	CHECK_EQ(sizeof(struct slab), 80);
	CHECK_EQ(sizeof(struct zpdesc), 80);
	CHECK_EQ(sizeof(struct netmem_desc), 64);
	CHECK_EQ(sizeof(struct mgdesc), 64);
	CHECK_EQ(sizeof(struct ptdesc),
		 MEMDESC_PTDESC == MEMDESC_PTDESC_V6 ? 80 : 80);
#else
	CHECK_EQ(sizeof(struct folio), 192);
	CHECK_EQ(sizeof(struct slab), 64);
	CHECK_EQ(sizeof(struct ptdesc), 64);
	CHECK_EQ(sizeof(struct zpdesc), 56);
	CHECK_EQ(sizeof(struct netmem_desc), 48);
	CHECK_EQ(sizeof(struct mgdesc), 56);
#endif
}

int main(void)
{
	RUN(overhead);
	RUN(sizes);
	return 0;
}
