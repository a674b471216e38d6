// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Zones, the memory map, and pages that come online.

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "layout.h"
#include "memdesc/kinds.h"

struct memdesc_machine memdesc_machine;

static unsigned long fail_in; // 0: never
static bool has_failed;

void memdesc_fail_nth(unsigned long n)
{
	__atomic_store_n(&has_failed, false, __ATOMIC_RELAXED);
	__atomic_store_n(&fail_in, n, __ATOMIC_RELAXED);
}

bool memdesc_failed(void)
{
	return __atomic_load_n(&has_failed, __ATOMIC_RELAXED);
}

bool memdesc_should_fail(void)
{
	if (likely(!__atomic_load_n(&fail_in, __ATOMIC_RELAXED)))
		return false;
	if (__atomic_fetch_sub(&fail_in, 1, __ATOMIC_RELAXED) != 1)
		return false;
	__atomic_store_n(&has_failed, true, __ATOMIC_RELAXED);
	return true;
}

static void *reserve(size_t size)
{
	void *at = mmap(NULL, size, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	return at == MAP_FAILED ? NULL : at;
}

static bool overlap(const struct memdesc_zone_config *a,
		    const struct memdesc_zone_config *b)
{
	return a->start_pfn < b->start_pfn + b->nr_pages &&
	       b->start_pfn < a->start_pfn + a->nr_pages;
}

static bool is_sane(const struct memdesc_config *config)
{
	unsigned long mask = (1UL << MAX_PAGE_ORDER) - 1;
	unsigned int i, j;

	if (!config->nr_zones || config->nr_zones > MEMDESC_MAX_ZONES)
		return false;
	for (i = 0; i < config->nr_zones; i++) {
		const struct memdesc_zone_config *z = &config->zones[i];

		if (z->start_pfn & mask || !z->nr_pages ||
		    z->present_pages > z->nr_pages ||
		    z->reserved_pages > z->nr_pages ||
		    z->nid >> MEMDESC_NODE_BITS ||
		    z->zonenum >> MEMDESC_ZONE_BITS ||
		    z->start_pfn + z->nr_pages < z->start_pfn)
			return false;
		for (j = 0; j < i; j++)
			if (overlap(z, &config->zones[j]))
				return false;
	}
	return true;
}

static int reserve_span(const struct memdesc_config *config)
{
	struct memdesc_machine *m = &memdesc_machine;
	unsigned long span;
	unsigned int i;

	m->min_pfn = ~0UL;
	m->max_pfn = 0;
	for (i = 0; i < config->nr_zones; i++) {
		const struct memdesc_zone_config *z = &config->zones[i];

		if (z->start_pfn < m->min_pfn)
			m->min_pfn = z->start_pfn;
		if (z->start_pfn + z->nr_pages > m->max_pfn)
			m->max_pfn = z->start_pfn + z->nr_pages;
	}
	span = m->max_pfn - m->min_pfn;
	m->map = reserve(span * sizeof(struct page));
	if (m->map && !config->no_memory)
		m->memory = reserve(span << PAGE_SHIFT);
	if (!m->map || (!m->memory && !config->no_memory))
		return -ENOMEM;
	return 0;
}

static int add_zone(const struct memdesc_config *config, unsigned int i)
{
	const struct memdesc_zone_config *z = &config->zones[i];
	struct memdesc_machine *m = &memdesc_machine;
	struct memdesc_zone *zone = &m->zones[i];
	char *first = (char *)(m->map + (z->start_pfn - m->min_pfn));
	int err;

	err = memdesc_buddy_init(
		&zone->buddy,
		config->buddy ? config->buddy : layout_buddy_encoding,
		z->start_pfn, z->nr_pages, first + layout_buddy_offset,
		sizeof(struct page));
	if (err)
		return err;
	zone->buddy.kind_offset = layout_kind_offset;
	spin_lock_init(&zone->lock);
	zone->nid = z->nid;
	zone->zonenum = z->zonenum;
	m->nr_zones++;
	return 0;
}

static void online(struct memdesc_zone *zone, unsigned long pfn,
		   unsigned long nr_pages, unsigned long nr_reserved);

int memdesc_init_as(const struct memdesc_config *config, unsigned int layout,
		    size_t page_size, const char *numbering)
{
	unsigned int i;
	int err;

	if (layout != MEMDESC_LAYOUT || page_size != sizeof(struct page) ||
	    strcmp(numbering, MEMDESC_NUMBERING_NAME) || memdesc_machine.map ||
	    !is_sane(config))
		return -EINVAL;
	err = reserve_span(config);
	for (i = 0; !err && i < config->nr_zones; i++)
		err = add_zone(config, i);
	if (err) {
		memdesc_exit();
		return err;
	}
	for (i = 0; i < config->nr_zones; i++) {
		const struct memdesc_zone_config *z = &config->zones[i];

		online(&memdesc_machine.zones[i], z->start_pfn,
		       z->present_pages ? z->present_pages : z->nr_pages,
		       z->reserved_pages);
	}
	return 0;
}

void memdesc_exit(void)
{
	struct memdesc_machine *m = &memdesc_machine;
	unsigned long span = m->max_pfn - m->min_pfn;

	memdesc_rcu_barrier();
	if (m->map)
		munmap(m->map, span * sizeof(struct page));
	if (m->memory)
		munmap(m->memory, span << PAGE_SHIFT);
	memset(m, 0, sizeof(*m));
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
	memdesc_cache_exit();
#endif
}

static struct memdesc_zone *zone_of(unsigned long pfn)
{
	struct memdesc_machine *m = &memdesc_machine;
	unsigned int i, j;

	for (i = 0; i < m->nr_zones; i++) {
		struct memdesc_zone *zone = &m->zones[i];

		for (j = 0; j < zone->nr_ranges; j++)
			if (pfn >= zone->ranges[j].start_pfn &&
			    pfn < zone->ranges[j].end_pfn)
				return zone;
	}
	return NULL;
}

bool pfn_valid(unsigned long pfn)
{
	return zone_of(pfn) != NULL;
}

struct memdesc_zone *memdesc_zone_of(unsigned long pfn, const char *call)
{
	struct memdesc_zone *zone = zone_of(pfn);

	if (unlikely(!zone))
		memdesc_bug(call, NULL, "PFN %#lx is in no zone", pfn);
	return zone;
}

u64 memdesc_place_of(const struct page *page)
{
	unsigned long pfn = page_to_pfn(page);
	struct memdesc_zone *zone = memdesc_zone_of(pfn, __func__);
	u64 mask = (1UL << MEMDESC_SECTION_BITS) - 1;

	// Sections wrap round above 64 TB, for which their bits do not do.
	return memdesc_place(zone->zonenum, zone->nid,
			     pfn / PAGES_PER_SECTION & mask);
}

// Pages become reserved memory, then free memory in the largest blocks that are
// aligned.
static void online(struct memdesc_zone *zone, unsigned long pfn,
		   unsigned long nr_pages, unsigned long nr_reserved)
{
	struct misc reserved = {MISC_RESERVED, false, 0};
	unsigned long end = pfn + nr_pages, at;
	struct page *map = memdesc_machine.map - memdesc_machine.min_pfn;

	zone->ranges[zone->nr_ranges].start_pfn = pfn;
	zone->ranges[zone->nr_ranges].end_pfn = end;
	zone->nr_ranges++;
	for (at = pfn; at < end; at++) {
		memdesc_check_transition(MEMDESC_EVENT_ONLINE, map + at,
					 MEMDESC_STATE_ABSENT,
					 MEMDESC_STATE_RESERVED);
		layout_write_misc(map + at, 0, reserved);
	}
	for (at = pfn + nr_reserved; at < end;) {
		unsigned int order = MAX_PAGE_ORDER;

		while (at & ((1UL << order) - 1) || at + (1UL << order) > end)
			order--;
		memdesc_check_pages(MEMDESC_EVENT_BOOT, map + at, order,
				    MEMDESC_STATE_TAIL);
		memdesc_give_pages(map + at, order);
		at += 1UL << order;
	}
}

int memdesc_online_pages(unsigned long pfn, unsigned long nr_pages)
{
	struct memdesc_machine *m = &memdesc_machine;
	unsigned int i, j;

	if (!nr_pages || pfn + nr_pages < pfn)
		return -EINVAL;
	for (i = 0; i < m->nr_zones; i++) {
		struct memdesc_zone *zone = &m->zones[i];
		unsigned long start = zone->buddy.start_pfn;

		if (pfn < start ||
		    pfn + nr_pages > start + zone->buddy.nr_pages)
			continue;
		for (j = 0; j < zone->nr_ranges; j++)
			if (pfn < zone->ranges[j].end_pfn &&
			    zone->ranges[j].start_pfn < pfn + nr_pages)
				return -EINVAL;
		if (zone->nr_ranges == MEMDESC_MAX_RANGES)
			return -ENOSPC;
		online(zone, pfn, nr_pages, 0);
		return 0;
	}
	return -EINVAL;
}

unsigned long memdesc_nr_free_pages(void)
{
	struct memdesc_machine *m = &memdesc_machine;
	unsigned long pages = 0;
	unsigned int i;

	for (i = 0; i < m->nr_zones; i++) {
		spin_lock(&m->zones[i].lock);
		pages += memdesc_buddy_free_pages(&m->zones[i].buddy);
		spin_unlock(&m->zones[i].lock);
	}
	return pages;
}
