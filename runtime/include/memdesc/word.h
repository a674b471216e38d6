// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The eight bytes a page has: a tag and a pointer, or Misc with what it needs.
//
//   bits 0-3    tag: the number of the type in the chosen revision
//   a pointer   bits 4-63 of the address of the descriptor, which is therefore
//               aligned to 16
//   Misc        bits 4-10  subtype
//               bit  11    may be mapped to user space
//               bits 12-17 order of the allocation
//               bits 18-31 free
//               bits 32-63 zone, node and section, as in page->flags
//
// Nothing here looks at memory, except memdesc_type() of a word with tag 15.
#ifndef MEMDESC_WORD_H
#define MEMDESC_WORD_H

#include "numbering.h"
#include "bug.h"

#define MEMDESC_ALIGN 16

#define MEMDESC_SUBTYPE_SHIFT  4
#define MEMDESC_SUBTYPE_BITS   7
#define MEMDESC_MAPPABLE_SHIFT 11
#define MEMDESC_ORDER_SHIFT    12
#define MEMDESC_ORDER_BITS     6
#define MEMDESC_MAX_ORDER      ((1u << MEMDESC_ORDER_BITS) - 1)

// The high half of the word, and of the flags of every descriptor. The widths
// are those of x86-64 with sparse memory: sections of 128 MiB in 46 bits.
#define MEMDESC_ZONE_SHIFT    32
#define MEMDESC_ZONE_BITS     3
#define MEMDESC_NODE_SHIFT    35
#define MEMDESC_NODE_BITS     10
#define MEMDESC_SECTION_SHIFT 45
#define MEMDESC_SECTION_BITS  19
#define MEMDESC_PLACE_MASK    (~(u64)0 << MEMDESC_ZONE_SHIFT)
#define SECTION_SIZE_BITS     27
#define PAGES_PER_SECTION     (1UL << (SECTION_SIZE_BITS - PAGE_SHIFT))

// The subtypes of Misc that are published; 9 to 127 are free.
enum memdesc_misc_subtype {
	MISC_RESERVED,	// what PageReserved said
	MISC_ZERO_PAGE, // of PTE or PMD size
	MISC_UNKNOWN,	// of plain alloc_pages()
	MISC_VMALLOC,
	MISC_GUARD,
	MISC_OFFLINE, // also balloons
	MISC_KMALLOC_LARGE,
	MISC_EXACT, // alloc_pages_exact()
	MISC_BRD,
	MISC_NR_PUBLISHED,
	MISC_NR = 1 << MEMDESC_SUBTYPE_BITS
};

static inline u64 memdesc_bits(u64 word, unsigned int shift, unsigned int bits)
{
	return (word >> shift) & (((u64)1 << bits) - 1);
}

static inline unsigned int memdesc_tag(u64 word)
{
	return (unsigned int)(word & MEMDESC_TAG_MASK);
}

// The descriptor a word points to. Only for words that point.
static inline void *memdesc_ptr(u64 word)
{
	return (void *)(uintptr_t)(word & ~MEMDESC_TAG_MASK);
}

// The word of a page that belongs to desc. A descriptor that is NULL or not
// aligned to 16, and a type that has none, are errors: see bug.h.
static inline u64 memdesc_make(enum memdesc_type type, const void *desc)
{
	u64 address = (u64)(uintptr_t)desc;

	if (unlikely(!desc || (address & MEMDESC_TAG_MASK)))
		memdesc_bug(__func__, NULL,
			    "descriptor %p is not aligned to 16", desc);
	if (unlikely(type == MEMDESC_TYPE_MISC || type == MEMDESC_TYPE_BUDDY ||
		     type >= MEMDESC_NR_TYPES))
		memdesc_bug(__func__, NULL, "type %d has no descriptor", type);
	return address | memdesc_tag_of_type[type];
}

// The zone, node and section of a page, where words and flags have them. What
// does not fit is an error.
static inline u64 memdesc_place(unsigned int zone, unsigned int node,
				unsigned long section)
{
	if (unlikely(zone >> MEMDESC_ZONE_BITS || node >> MEMDESC_NODE_BITS ||
		     section >> MEMDESC_SECTION_BITS))
		memdesc_bug(__func__, NULL, "zone %u, node %u, section %lu",
			    zone, node, section);
	return (u64)zone << MEMDESC_ZONE_SHIFT |
	       (u64)node << MEMDESC_NODE_SHIFT |
	       (u64)section << MEMDESC_SECTION_SHIFT;
}

// The word of all pages of a Misc allocation. place is a memdesc_place().
static inline u64 memdesc_make_misc(unsigned int subtype, bool mappable,
				    unsigned int order, u64 place)
{
	if (unlikely(subtype >= MISC_NR || order > MEMDESC_MAX_ORDER ||
		     (place & ~MEMDESC_PLACE_MASK)))
		memdesc_bug(__func__, NULL, "subtype %u, order %u", subtype,
			    order);
	return (u64)MEMDESC_TAG_MISC | (u64)subtype << MEMDESC_SUBTYPE_SHIFT |
	       (u64)mappable << MEMDESC_MAPPABLE_SHIFT |
	       (u64)order << MEMDESC_ORDER_SHIFT | place;
}

static inline bool memdesc_is_misc(u64 word)
{
	return memdesc_tag(word) == MEMDESC_TAG_MISC;
}

// The parts of a Misc word; without meaning for any other.
static inline unsigned int memdesc_misc_subtype(u64 word)
{
	return (unsigned int)memdesc_bits(word, MEMDESC_SUBTYPE_SHIFT,
					  MEMDESC_SUBTYPE_BITS);
}

static inline bool memdesc_misc_mappable(u64 word)
{
	return word >> MEMDESC_MAPPABLE_SHIFT & 1;
}

static inline unsigned int memdesc_misc_order(u64 word)
{
	return (unsigned int)memdesc_bits(word, MEMDESC_ORDER_SHIFT,
					  MEMDESC_ORDER_BITS);
}

// Of the flags of a descriptor, or of a Misc word in a memdesc_flags_t.
static inline unsigned int memdesc_zonenum(memdesc_flags_t flags)
{
	return (unsigned int)memdesc_bits(flags.f, MEMDESC_ZONE_SHIFT,
					  MEMDESC_ZONE_BITS);
}

static inline int memdesc_nid(memdesc_flags_t flags)
{
	return (int)memdesc_bits(flags.f, MEMDESC_NODE_SHIFT,
				 MEMDESC_NODE_BITS);
}

static inline unsigned long memdesc_section(memdesc_flags_t flags)
{
	return (unsigned long)memdesc_bits(flags.f, MEMDESC_SECTION_SHIFT,
					   MEMDESC_SECTION_BITS);
}

// Which of a program's own types a descriptor is. Written where every
// descriptor has it; memdesc_type() asks for it when the tag is 15.
MEMDESC_BEGIN
enum memdesc_type memdesc_ext_type(const void *desc);
MEMDESC_END

// The type a word stands for; MEMDESC_TYPE_NONE when its tag is not assigned.
static inline enum memdesc_type memdesc_type(u64 word)
{
	unsigned int tag = memdesc_tag(word);

	if (unlikely(tag == MEMDESC_TAG_EXTENDED))
		return memdesc_ext_type(memdesc_ptr(word));
	return (enum memdesc_type)memdesc_type_of_tag[tag];
}

// "file, order 3" and so on, for messages; returns buffer.
MEMDESC_BEGIN
const char *memdesc_describe(u64 word, char *buffer, size_t size);
MEMDESC_END

#endif
