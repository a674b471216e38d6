// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Lists of free blocks per order, halving and joining.

#include <errno.h>
#include <string.h>
#include "buddy_links.h"

static bool can_name(enum memdesc_buddy_encoding encoding,
		     unsigned long start_pfn, unsigned long nr_pages)
{
	u64 end = (u64)start_pfn + nr_pages;

	switch (encoding) {
	case MEMDESC_BUDDY_16:
		return end <= (u64)1 << MEMDESC_BUDDY_PFNBITS;
	case MEMDESC_BUDDY_8:
		return end <= (u64)1 << MEMDESC_COMPACT_BITS;
	case MEMDESC_BUDDY_8REL:
		return nr_pages <= (u64)1 << MEMDESC_COMPACT_BITS;
	}
	return false;
}

int memdesc_buddy_init(struct memdesc_buddy *buddy,
		       enum memdesc_buddy_encoding encoding,
		       unsigned long start_pfn, unsigned long nr_pages,
		       void *word0, size_t stride)
{
	unsigned int order;

	if (encoding < MEMDESC_BUDDY_16 || encoding > MEMDESC_BUDDY_8REL ||
	    stride % 8 || stride < (encoding == MEMDESC_BUDDY_16 ? 16u : 8u) ||
	    start_pfn + nr_pages < start_pfn)
		return -EINVAL;
	if (!can_name(encoding, start_pfn, nr_pages))
		return -ERANGE;
	memset(buddy, 0, sizeof(*buddy));
	buddy->encoding = encoding;
	buddy->start_pfn = start_pfn;
	buddy->nr_pages = nr_pages;
	buddy->word0 = (char *)word0;
	buddy->stride = stride;
	for (order = 0; order <= MAX_PAGE_ORDER; order++)
		buddy->list[order].first = MEMDESC_NO_PFN;
	return 0;
}

static bool is_inside(const struct memdesc_buddy *b, unsigned long pfn,
		      unsigned long nr)
{
	return pfn >= b->start_pfn && nr <= b->nr_pages &&
	       pfn - b->start_pfn <= b->nr_pages - nr;
}

enum memdesc_buddy_kind memdesc_buddy_kind(const struct memdesc_buddy *buddy,
					   unsigned long pfn)
{
	if (!is_inside(buddy, pfn, 1))
		return MEMDESC_BUDDY_NOT;
	return read_kind(buddy, word_of(buddy, pfn));
}

bool memdesc_buddy_is_first(const struct memdesc_buddy *buddy,
			    unsigned long pfn, unsigned int *order)
{
	enum memdesc_buddy_kind kind = memdesc_buddy_kind(buddy, pfn);

	if (kind != MEMDESC_BUDDY_ONE && kind != MEMDESC_BUDDY_FIRST)
		return false;
	if (order)
		*order = read_order(buddy, pfn);
	return true;
}

unsigned long memdesc_buddy_next(const struct memdesc_buddy *buddy,
				 unsigned long pfn)
{
	unsigned long next = read_links(buddy, pfn, 0).next;

	return next == pfn ? MEMDESC_NO_PFN : next;
}

unsigned long memdesc_buddy_free_pages(const struct memdesc_buddy *buddy)
{
	unsigned long pages = 0;
	unsigned int order;

	for (order = 0; order <= MAX_PAGE_ORDER; order++)
		pages += buddy->list[order].blocks << order;
	return pages;
}

static void check_block(const struct memdesc_buddy *b, unsigned long pfn,
			unsigned int order, const char *call)
{
	if (unlikely(order > MAX_PAGE_ORDER))
		memdesc_bug(call, NULL, "PFN %#lx: order %u is above %u", pfn,
			    order, MAX_PAGE_ORDER);
	if (unlikely(!is_inside(b, pfn, 1UL << order)))
		memdesc_bug(call, NULL,
			    "PFN %#lx, order %u: out of zone %#lx+"
			    "%#lx",
			    pfn, order, b->start_pfn, b->nr_pages);
	if (unlikely(pfn & ((1UL << order) - 1)))
		memdesc_bug(call, NULL, "PFN %#lx is not aligned to order %u",
			    pfn, order);
	if (unlikely(memdesc_buddy_is_first(b, pfn, NULL)))
		memdesc_bug(call, NULL, "PFN %#lx: double free", pfn);
}

// The first page of a block becomes that of a list's first block.
static void push(struct memdesc_buddy *b, unsigned long pfn, unsigned int order)
{
	struct memdesc_free_list *list = &b->list[order];
	struct links l = {pfn, pfn, order};

	if (list->first != MEMDESC_NO_PFN) {
		struct links next = read_links(b, list->first, order);

		l.next = list->first;
		next.prev = pfn;
		write_links(b, list->first, next);
	}
	if (order)
		write_tail(b, pfn + 1, order);
	write_links(b, pfn, l);
	say_kind(b, word_of(b, pfn), true);
	list->first = pfn;
	list->blocks++;
}

// Takes a block out of its list; its first page is one of a block just taken.
static void unlink_block(struct memdesc_buddy *b, unsigned long pfn,
			 unsigned int order)
{
	struct memdesc_free_list *list = &b->list[order];
	struct links l = read_links(b, pfn, order), other;

	if (l.prev == pfn) {
		list->first = l.next == pfn ? MEMDESC_NO_PFN : l.next;
	} else {
		other = read_links(b, l.prev, order);
		other.next = l.next == pfn ? l.prev : l.next;
		write_links(b, l.prev, other);
	}
	if (l.next != pfn) {
		other = read_links(b, l.next, order);
		other.prev = l.prev == pfn ? l.next : l.prev;
		write_links(b, l.next, other);
	}
	write_tail(b, pfn, 0);
	list->blocks--;
}

static void write_tails(struct memdesc_buddy *b, unsigned long pfn,
			unsigned int order)
{
	unsigned long i;

	for (i = 0; i < 1UL << order; i++)
		write_tail(b, pfn + i, 0);
}

void memdesc_buddy_insert(struct memdesc_buddy *buddy, unsigned long pfn,
			  unsigned int order)
{
	check_block(buddy, pfn, order, __func__);
	write_tails(buddy, pfn, order);
	push(buddy, pfn, order);
}

unsigned int memdesc_buddy_remove(struct memdesc_buddy *buddy,
				  unsigned long pfn)
{
	unsigned int order = 0;

	if (unlikely(!memdesc_buddy_is_first(buddy, pfn, &order)))
		memdesc_bug(__func__, NULL,
			    "PFN %#lx: no free block begins "
			    "here",
			    pfn);
	unlink_block(buddy, pfn, order);
	return order;
}

unsigned long memdesc_buddy_alloc(struct memdesc_buddy *buddy,
				  unsigned int order)
{
	unsigned int have = order;
	unsigned long pfn;

	if (unlikely(order > MAX_PAGE_ORDER))
		memdesc_bug(__func__, NULL, "order %u is above %u", order,
			    MAX_PAGE_ORDER);
	while (have <= MAX_PAGE_ORDER &&
	       buddy->list[have].first == MEMDESC_NO_PFN)
		have++;
	if (have > MAX_PAGE_ORDER)
		return MEMDESC_NO_PFN;
	pfn = buddy->list[have].first;
	unlink_block(buddy, pfn, have);
	while (have > order) {
		have--;
		push(buddy, pfn + (1UL << have), have);
	}
	return pfn;
}

unsigned int memdesc_buddy_free(struct memdesc_buddy *buddy, unsigned long pfn,
				unsigned int order)
{
	unsigned int other;

	check_block(buddy, pfn, order, __func__);
	write_tails(buddy, pfn, order);
	while (order < MAX_PAGE_ORDER) {
		unsigned long sibling = pfn ^ (1UL << order);

		if (!memdesc_buddy_is_first(buddy, sibling, &other) ||
		    other != order)
			break;
		unlink_block(buddy, sibling, order);
		pfn &= sibling;
		order++;
	}
	push(buddy, pfn, order);
	return order;
}
