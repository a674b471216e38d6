// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The buddy allocator in its three encodings, and where each of them ends.
//
// The words lie in a memory map that is reserved and not touched, so that zones
// may be as large and as far up as they like.

#include <errno.h>
#include <sys/mman.h>
#include "check.h"
#include "memdesc/buddy.h"

#define LIMIT (1UL << 29) // 2 TB in pages of 4 KiB

static const enum memdesc_buddy_encoding encodings[] = {
	MEMDESC_BUDDY_16, MEMDESC_BUDDY_8, MEMDESC_BUDDY_8REL};

static void *map;
static size_t map_size;

static size_t stride_of(enum memdesc_buddy_encoding encoding)
{
	return encoding == MEMDESC_BUDDY_16 ? 16 : 8;
}

static int zone(struct memdesc_buddy *b, enum memdesc_buddy_encoding encoding,
		unsigned long start, unsigned long nr)
{
	if (map)
		munmap(map, map_size);
	map_size = nr * stride_of(encoding) + 4096;
	map = mmap(NULL, map_size, PROT_READ | PROT_WRITE,
		   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	CHECK(map != MAP_FAILED);
	return memdesc_buddy_init(b, encoding, start, nr, map,
				  stride_of(encoding));
}

#define for_each_encoding(e) \
	for (unsigned int i_ = 0; i_ < 3 && ((e) = encodings[i_], 1); i_++)

static void insert_and_remove(void)
{
	enum memdesc_buddy_encoding e;
	struct memdesc_buddy b;
	unsigned int order;

	for_each_encoding(e)
	{
		CHECK_EQ(zone(&b, e, 1024, 4096), 0);
		CHECK_EQ(memdesc_buddy_kind(&b, 1024), MEMDESC_BUDDY_NOT);
		memdesc_buddy_insert(&b, 1024, 3);
		memdesc_buddy_insert(&b, 2048, 3);
		memdesc_buddy_insert(&b, 3072, 3);
		memdesc_buddy_insert(&b, 1033, 0);
		CHECK_EQ(memdesc_buddy_free_pages(&b), 25);
		CHECK(memdesc_buddy_is_first(&b, 2048, &order) && order == 3);
		CHECK(memdesc_buddy_is_first(&b, 1033, &order) && order == 0);
		CHECK_EQ(memdesc_buddy_kind(&b, 2049), MEMDESC_BUDDY_TAIL);
		CHECK_EQ(memdesc_buddy_kind(&b, 1033), MEMDESC_BUDDY_ONE);

		// From the middle, the end and the beginning of a list of
		// three.
		CHECK_EQ(b.list[3].first, 3072);
		CHECK_EQ(memdesc_buddy_next(&b, 3072), 2048);
		CHECK_EQ(memdesc_buddy_remove(&b, 2048), 3);
		CHECK_EQ(memdesc_buddy_next(&b, 3072), 1024);
		CHECK_EQ(memdesc_buddy_next(&b, 1024), MEMDESC_NO_PFN);
		memdesc_buddy_insert(&b, 2048, 3);
		CHECK_EQ(memdesc_buddy_remove(&b, 1024), 3);
		CHECK_EQ(memdesc_buddy_next(&b, 3072), MEMDESC_NO_PFN);
		CHECK_EQ(memdesc_buddy_remove(&b, 2048), 3);
		CHECK_EQ(b.list[3].first, 3072);
		CHECK_EQ(memdesc_buddy_remove(&b, 3072), 3);
		CHECK_EQ(b.list[3].first, MEMDESC_NO_PFN);
		CHECK_EQ(memdesc_buddy_remove(&b, 1033), 0);
		CHECK_EQ(memdesc_buddy_free_pages(&b), 0);
	}
}

static void split_and_merge(void)
{
	enum memdesc_buddy_encoding e;
	struct memdesc_buddy b;
	unsigned long pfn[1024], i;
	unsigned int order;

	for_each_encoding(e)
	{
		CHECK_EQ(zone(&b, e, 4096, 2048), 0);
		CHECK_EQ(memdesc_buddy_free(&b, 4096, 10), 10);
		pfn[0] = memdesc_buddy_alloc(&b, 0);
		CHECK_EQ(pfn[0], 4096);
		for (order = 0; order < 10; order++) {
			CHECK_EQ(b.list[order].blocks, 1);
			CHECK_EQ(b.list[order].first, 4096 + (1ul << order));
		}
		CHECK_EQ(memdesc_buddy_free(&b, 4096, 0), 10);
		CHECK_EQ(b.list[10].blocks, 1);

		// All single pages, given back from both ends.
		for (i = 0; i < 1024; i++)
			pfn[i] = memdesc_buddy_alloc(&b, 0);
		CHECK_EQ(memdesc_buddy_alloc(&b, 0), MEMDESC_NO_PFN);
		for (i = 0; i < 1024; i++) {
			unsigned long j = i % 2 ? 1024 - (i + 1) / 2 : i / 2;

			order = memdesc_buddy_free(&b, pfn[j], 0);
		}
		CHECK_EQ(order, 10);
		CHECK_EQ(memdesc_buddy_free_pages(&b), 1024);
		CHECK_EQ(b.list[10].first, 4096);
	}
}

// A sibling of another order is not joined with.
static void unequal_siblings(void)
{
	enum memdesc_buddy_encoding e;
	struct memdesc_buddy b;

	for_each_encoding(e)
	{
		CHECK_EQ(zone(&b, e, 0, 64), 0);
		memdesc_buddy_insert(&b, 4, 1); // of 4 to 7 only 4 and 5
		CHECK_EQ(memdesc_buddy_free(&b, 0, 2), 2);
		CHECK_EQ(memdesc_buddy_free(&b, 6, 1), 3);
		CHECK(memdesc_buddy_is_first(&b, 0, NULL));
		CHECK(!memdesc_buddy_is_first(&b, 4, NULL));
	}
}

static void ends_of_two_terabytes(void)
{
	struct memdesc_buddy b;
	unsigned long first = LIMIT - 1024;
	unsigned int order;

	// The last page below 2 TB can be named, and linked to.
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, first, 1024), 0);
	memdesc_buddy_insert(&b, LIMIT - 1, 0);
	memdesc_buddy_insert(&b, LIMIT - 3, 0);
	memdesc_buddy_insert(&b, LIMIT - 5, 0);
	CHECK_EQ(memdesc_buddy_next(&b, LIMIT - 3), LIMIT - 1);
	CHECK_EQ(memdesc_buddy_next(&b, LIMIT - 1), MEMDESC_NO_PFN);
	CHECK_EQ(memdesc_buddy_remove(&b, LIMIT - 3), 0);
	CHECK_EQ(memdesc_buddy_next(&b, LIMIT - 5), LIMIT - 1);
	CHECK_EQ(memdesc_buddy_free(&b, LIMIT - 2, 0), 1);
	CHECK(memdesc_buddy_is_first(&b, LIMIT - 2, &order) && order == 1);

	// One page more cannot.
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, first, 1025), -ERANGE);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, LIMIT, 1), -ERANGE);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, LIMIT - 1, 1), 0);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, 0, LIMIT), 0);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8, 0, LIMIT + 1), -ERANGE);

	// Sixteen bytes and zone-relative links do.
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_16, first, 1025), 0);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8REL, first, 1025), 0);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8REL, LIMIT, 1), 0);
}

// A zone of 2 TB at 2 TB, at 128 TB and at 4 PB, with blocks at both its ends.
static void zones_far_above(void)
{
	static const unsigned long starts[] = {LIMIT, 1ul << 35, 1ul << 40};
	enum memdesc_buddy_encoding e;
	struct memdesc_buddy b;
	unsigned int i;

	for_each_encoding(e)
	{
		for (i = 0; e != MEMDESC_BUDDY_8 && i < 3; i++) {
			unsigned long start = starts[i];
			unsigned long last = start + LIMIT - 1;

			CHECK_EQ(zone(&b, e, start, LIMIT), 0);
			memdesc_buddy_insert(&b, start, 0);
			memdesc_buddy_insert(&b, last, 0);
			CHECK_EQ(memdesc_buddy_next(&b, last), start);
			memdesc_buddy_insert(&b, start + LIMIT / 2, 10);
			CHECK_EQ(memdesc_buddy_free(&b, last - 1, 0), 1);
			CHECK_EQ(memdesc_buddy_free_pages(&b), 1 + 1024 + 2);
			CHECK_EQ(memdesc_buddy_alloc(&b, 0), start);
			CHECK_EQ(memdesc_buddy_alloc(&b, 1), last - 1);
			CHECK_EQ(memdesc_buddy_alloc(&b, 0), start + LIMIT / 2);
		}
	}
	// More than 2 TB in one zone needs sixteen bytes.
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8REL, LIMIT, LIMIT + 1), -ERANGE);
	CHECK_EQ(zone(&b, MEMDESC_BUDDY_16, LIMIT, LIMIT + 1), 0);
}

static void wrong_use(void)
{
	struct memdesc_buddy b;

	CHECK_EQ(zone(&b, MEMDESC_BUDDY_8REL, 1 << 20, 2048), 0);
	CHECK_EQ(memdesc_buddy_init(&b, (enum memdesc_buddy_encoding)9, 0, 1,
				    map, 8),
		 -EINVAL);
	CHECK_EQ(memdesc_buddy_init(&b, MEMDESC_BUDDY_16, 0, 1, map, 8),
		 -EINVAL);
	CHECK_EQ(memdesc_buddy_init(&b, MEMDESC_BUDDY_8REL, 1 << 20, 2048, map,
				    8),
		 0);
	memdesc_buddy_insert(&b, 1 << 20, 4);
	CHECK_BUG(memdesc_buddy_insert(&b, 1 << 20, 4), "memdesc_buddy_insert",
		  "PFN 0x100000", "double free");
	CHECK_BUG(memdesc_buddy_free(&b, 1 << 20, 0), "memdesc_buddy_free",
		  "double free");
	CHECK_BUG(memdesc_buddy_free(&b, (1 << 20) + 1025, 1),
		  "not aligned to order 1");
	CHECK_BUG(memdesc_buddy_free(&b, 1 << 20, 11), "order 11 is above 10");
	CHECK_BUG(memdesc_buddy_alloc(&b, 11), "order 11 is above 10");
	CHECK_BUG(memdesc_buddy_free(&b, (1 << 20) + 2048, 0), "PFN 0x100800",
		  "out of zone");
	CHECK_BUG(memdesc_buddy_free(&b, 5, 0), "out of zone");
	CHECK_BUG(memdesc_buddy_remove(&b, (1 << 20) + 1),
		  "memdesc_buddy_remove", "no free block begins here");
}

int main(void)
{
	RUN(insert_and_remove);
	RUN(split_and_merge);
	RUN(unequal_siblings);
	RUN(ends_of_two_terabytes);
	RUN(zones_far_above);
	RUN(wrong_use);
	return 0;
}
