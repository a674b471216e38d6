// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The buddy allocator, whose links lie in the words of the free pages.
//
//   MEMDESC_BUDDY_16    16 bytes: prev and next as PFNs of 52 bits. Needs a
//                       second word per page, so a struct page of 16 bytes
//   MEMDESC_BUDDY_8     8 bytes: prev and next as PFNs of 29 bits. PFNs below
//                       2^29 only, which is 2 TB
//   MEMDESC_BUDDY_8REL  8 bytes: PFNs less the start of the zone. 2 TB per
//   zone,
//                       wherever the zone is
//
// The word of the first page of a free block:
//
//   bits 0-3   tag of buddy
//   bits 4-5   1: order 0; 2: a larger order; 3: no first page
//   8 bytes    bits 6-34 next, bits 35-63 prev
//   16 bytes   bits 6-11 order, bits 12-63 prev; next in the second word
//
// In 8 bytes there is no room for the order. Two spare bits tell order 0 from
// the others, and these have a second page, whose word (kind 3) has the order
// in bits 6-11. The first block of a list has itself as prev, the last one
// itself as next, so that no PFN is lost to a NULL; PFN 2^29-1 can be linked.
//
// Nothing here locks. One buddy may be used by one thread at a time; others may
// read the words meanwhile.
#ifndef MEMDESC_BUDDY_H
#define MEMDESC_BUDDY_H

#include "page.h"

enum memdesc_buddy_encoding {
	MEMDESC_BUDDY_16 = 1,
	MEMDESC_BUDDY_8,
	MEMDESC_BUDDY_8REL
};

#define MEMDESC_NO_PFN	      (~0UL)
#define MEMDESC_COMPACT_BITS  29
#define MEMDESC_BUDDY_PFNBITS 52

// What a page is to the buddy allocator.
enum memdesc_buddy_kind {
	MEMDESC_BUDDY_NOT,   // its word is somebody else's
	MEMDESC_BUDDY_ONE,   // first page of a block of order 0
	MEMDESC_BUDDY_FIRST, // first page of a larger one
	MEMDESC_BUDDY_TAIL   // another page of a block, free or just taken
};

struct memdesc_free_list {
	unsigned long first; // PFN, or MEMDESC_NO_PFN
	unsigned long blocks;
};

// One zone's free pages. word0 is the word of page start_pfn; those of the next
// page are stride bytes on. All members are private but for reading.
struct memdesc_buddy {
	enum memdesc_buddy_encoding encoding;
	unsigned long start_pfn;
	unsigned long nr_pages;
	char *word0;
	size_t stride;
	// Offset from word0 of a page to the u32 that says its kind, where that
	// is not in the word (overlay); 0 where it is.
	ptrdiff_t kind_offset;
	struct memdesc_free_list list[MAX_PAGE_ORDER + 1];
};

MEMDESC_BEGIN

// Prepares a zone with no free page. The words belong to the caller, who has
// zeroed them. Returns 0; -ERANGE when the encoding cannot name each page of
// the zone; -EINVAL for an encoding or a stride that does not exist.
int memdesc_buddy_init(struct memdesc_buddy *buddy,
		       enum memdesc_buddy_encoding encoding,
		       unsigned long start_pfn, unsigned long nr_pages,
		       void *word0, size_t stride);

// Puts a block into the list of its order as it is. pfn must be aligned to the
// order, and the block inside of the zone: errors otherwise, as are a block
// that is free and an order above MAX_PAGE_ORDER.
void memdesc_buddy_insert(struct memdesc_buddy *buddy, unsigned long pfn,
			  unsigned int order);

// Takes the free block that begins at pfn out of its list, in constant time.
// Returns its order. A pfn where none begins is an error.
unsigned int memdesc_buddy_remove(struct memdesc_buddy *buddy,
				  unsigned long pfn);

// Takes a block of this order, halving a larger one when there is none. Returns
// MEMDESC_NO_PFN when there is nothing that large.
unsigned long memdesc_buddy_alloc(struct memdesc_buddy *buddy,
				  unsigned int order);

// Gives a block back and joins it with its buddy as often as that is free.
// Returns the order of the block it became part of.
unsigned int memdesc_buddy_free(struct memdesc_buddy *buddy, unsigned long pfn,
				unsigned int order);

// Whether a free block begins at pfn; its order when order is not NULL.
bool memdesc_buddy_is_first(const struct memdesc_buddy *buddy,
			    unsigned long pfn, unsigned int *order);

enum memdesc_buddy_kind memdesc_buddy_kind(const struct memdesc_buddy *buddy,
					   unsigned long pfn);

// The block behind this one in the list of its order, or MEMDESC_NO_PFN.
unsigned long memdesc_buddy_next(const struct memdesc_buddy *buddy,
				 unsigned long pfn);

unsigned long memdesc_buddy_free_pages(const struct memdesc_buddy *buddy);

// The kind that a page word of this library says, for the split layout.
static inline enum memdesc_buddy_kind memdesc_word_buddy_kind(u64 word)
{
	return (enum memdesc_buddy_kind)memdesc_bits(word, 4, 2);
}

MEMDESC_END

#endif
