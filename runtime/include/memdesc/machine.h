// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A machine: zones of pages, the memory map, and memory behind the pages.
//
// There is one per program. The memory map is reserved for the whole span and
// touched where pages are, so zones may lie far apart and far up.
#ifndef MEMDESC_MACHINE_H
#define MEMDESC_MACHINE_H

#include <stdio.h>
#include "buddy.h"

#define MEMDESC_MAX_ZONES  8
#define MEMDESC_MAX_RANGES 16

struct memdesc_zone_config {
	unsigned int nid;
	unsigned int zonenum;
	unsigned long start_pfn;
	unsigned long nr_pages;	      // of its span
	unsigned long present_pages;  // online from the start of it; 0: all
	unsigned long reserved_pages; // of those, the first are not freed
};

struct memdesc_config {
	const struct memdesc_zone_config *zones;
	unsigned int nr_zones;
	// 0: what fits the layout, 8 bytes relative to the zone when split and
	// 16 bytes in the overlay.
	enum memdesc_buddy_encoding buddy;
	bool no_memory; // no memory behind the pages: page_address() is NULL
};

struct memdesc_range {
	unsigned long start_pfn, end_pfn;
};

struct memdesc_zone {
	struct memdesc_buddy buddy;
	spinlock_t lock;
	unsigned int nid;
	unsigned int zonenum;
	unsigned int nr_ranges;
	struct memdesc_range ranges[MEMDESC_MAX_RANGES];
};

// Private, but for the inline functions of the headers.
struct memdesc_machine {
	struct page *map; // of min_pfn
	char *memory;	  // of min_pfn, or NULL
	unsigned long min_pfn, max_pfn;
	unsigned int nr_zones;
	struct memdesc_zone zones[MEMDESC_MAX_ZONES];
};

MEMDESC_BEGIN

extern struct memdesc_machine memdesc_machine;

int memdesc_init_as(const struct memdesc_config *config, unsigned int layout,
		    size_t page_size, const char *numbering);

// Makes the machine. Returns 0; -EINVAL for zones that overlap, are not aligned
// to 2^MAX_PAGE_ORDER pages or too many, when there is a machine already, and
// when program and library were compiled for different layouts or numbers;
// -ERANGE when the encoding cannot name a page; -ENOMEM.
static inline int memdesc_init(const struct memdesc_config *config)
{
	return memdesc_init_as(config, MEMDESC_LAYOUT, sizeof(struct page),
			       MEMDESC_NUMBERING_NAME);
}

// Takes the machine down, with all that is still allocated. Nobody may use it.
void memdesc_exit(void);

// Makes pages of a zone's span present and free. They must not be so, and there
// is room for MEMDESC_MAX_RANGES pieces per zone. Returns 0, -EINVAL or
// -ENOSPC.
int memdesc_online_pages(unsigned long pfn, unsigned long nr_pages);

bool pfn_valid(unsigned long pfn);

// The zone of a page that is present; otherwise an error of the named call.
struct memdesc_zone *memdesc_zone_of(unsigned long pfn, const char *call);

// Free pages of all zones.
unsigned long memdesc_nr_free_pages(void);

// Descriptors of a type that are allocated; 0 in the overlay, which has none.
unsigned long memdesc_nr_descriptors(enum memdesc_type type);

// Bytes that descriptors take, with what their caches hold in reserve.
unsigned long memdesc_descriptor_bytes(void);

// Gives memory of descriptors back that nobody uses, after a grace period.
// Returns how many bytes.
unsigned long memdesc_shrink(void);

// Walks all pages and looks for what cannot be: a page in no known state, a
// block whose pages disagree, a descriptor whose pages are others', a list that
// has other blocks than the map. Returns the number of faults; prints each to
// out unless that is NULL. Nobody may change anything meanwhile.
unsigned long memdesc_check(FILE *out);

// Lets the n-th allocation from now fail, 1 being the next: of a descriptor, of
// pages, of a lock. 0 disarms. For tests; counts over all threads.
void memdesc_fail_nth(unsigned long n);

// Whether the one that was to fail has.
bool memdesc_failed(void);

MEMDESC_END

static inline unsigned long page_to_pfn(const struct page *page)
{
	return memdesc_machine.min_pfn +
	       (unsigned long)(page - memdesc_machine.map);
}

// A PFN that is in no zone, or not present, is an error.
static inline struct page *pfn_to_page(unsigned long pfn)
{
	memdesc_zone_of(pfn, __func__);
	return memdesc_machine.map + (pfn - memdesc_machine.min_pfn);
}

// Where the memory of a page is, or NULL when the machine has none.
static inline void *page_address(const struct page *page)
{
	if (!memdesc_machine.memory)
		return NULL;
	return memdesc_machine.memory +
	       ((page_to_pfn(page) - memdesc_machine.min_pfn) << PAGE_SHIFT);
}

// The page of an address that page_address() gave, or of one behind it.
static inline struct page *virt_to_page(const void *address)
{
	size_t offset =
		(size_t)((const char *)address - memdesc_machine.memory);

	return pfn_to_page(memdesc_machine.min_pfn + (offset >> PAGE_SHIFT));
}

static inline int page_to_nid(const struct page *page)
{
	return (int)memdesc_zone_of(page_to_pfn(page), __func__)->nid;
}

static inline unsigned int page_zonenum(const struct page *page)
{
	return memdesc_zone_of(page_to_pfn(page), __func__)->zonenum;
}

#endif
