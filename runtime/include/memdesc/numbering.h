// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Which number each type has, in every published revision.
//
// The numbers in bits 0-3 of the page word changed with each revision of the
// design and will change again. So they stand in one table, keyed by name; code
// uses MEMDESC_TYPE_x, which is a name, and never a number.
//
//   2022    "State of the page", a list of types without numbers; numbered here
//           in the order of the list
//   oldest  the oldest copy of the wiki page
//   2024    the state of LSFMM 2024, 11 types
//   newest  the copy of 2025, still cited in 2026
//   path    the transitional numbering of the 32-byte struct page: a list_head
//           of the buddy allocator lies over the word, so 0, 4, 8 and 12 (a
//           pointer to something aligned to 4) all mean buddy
//
// Choose with -DMEMDESC_NUMBERING=MEMDESC_NUMBERING_2024; newest unless chosen.
//
// A type without a number in the chosen revision, and a 17th type in any, has
// tag 15 and its number in the descriptor (memdesc_ext_subtype()). No revision
// assigns 15. The price is one dependent load to learn the type, and that only
// a walker under RCU may do it. Types without a descriptor need no tag: they
// are subtypes of Misc, of which there are 128.
#ifndef MEMDESC_NUMBERING_H
#define MEMDESC_NUMBERING_H

#include "types.h"

#define MEMDESC_NUMBERING_2022	 1
#define MEMDESC_NUMBERING_OLDEST 2
#define MEMDESC_NUMBERING_2024	 3
#define MEMDESC_NUMBERING_NEWEST 4
#define MEMDESC_NUMBERING_PATH	 5

#ifndef MEMDESC_NUMBERING
#define MEMDESC_NUMBERING MEMDESC_NUMBERING_NEWEST
#endif

#define MEMDESC_TAG_BITS 4
#define MEMDESC_TAG_MASK ((u64)15)
// The descriptor says which type it is.
#define MEMDESC_TAG_EXTENDED 15
#define MEMDESC_NO_TAG	     (-1)

// X(NAME, name, 2022, oldest, 2024, newest, path); -1: has no number there.
// VMALLOC, Z3FOLD and MAPPABLE were types once and are none in later revisions.
// clang-format off
#define MEMDESC_TYPES(X)                                  \
	X(MISC,     misc,      0,  0,  0,  0,  1)         \
	X(BUDDY,    buddy,     4,  5,  1,  1,  0)         \
	X(FOLIO,    folio,     3,  1,  2,  2,  2)         \
	X(ANON,     anon,      2,  2,  3,  3,  3)         \
	X(KSM,      ksm,      -1,  3,  4,  4, -1)         \
	X(SLAB,     slab,      1,  4,  5,  5, -1)         \
	X(MOVABLE,  movable,  -1,  6,  6,  7, -1)         \
	X(PTDESC,   ptdesc,    5,  9,  7,  8, -1)         \
	X(NETMEM,   netmem,    7, 10,  8,  6, -1)         \
	X(HWPOISON, hwpoison, -1, 11,  9,  9, -1)         \
	X(PERCPU,   percpu,   -1, -1, 10, 10, -1)         \
	X(ACCTMEM,  acctmem,  -1, -1, -1, 11, -1)         \
	X(ZPDESC,   zpdesc,    8, -1, -1, 12, -1)         \
	X(MANAGED,  managed,  -1, -1, -1, 13, -1)         \
	X(VMALLOC,  vmalloc,   6,  7, -1, -1, -1)         \
	X(Z3FOLD,   z3fold,    9, -1, -1, -1, -1)         \
	X(MAPPABLE, mappable, 10, -1, -1, -1, -1)
// clang-format on

#if MEMDESC_NUMBERING == MEMDESC_NUMBERING_2022
#define MEMDESC_PICK(a, b, c, d, e) (a)
#define MEMDESC_NUMBERING_NAME	    "2022"
#elif MEMDESC_NUMBERING == MEMDESC_NUMBERING_OLDEST
#define MEMDESC_PICK(a, b, c, d, e) (b)
#define MEMDESC_NUMBERING_NAME	    "oldest"
#elif MEMDESC_NUMBERING == MEMDESC_NUMBERING_2024
#define MEMDESC_PICK(a, b, c, d, e) (c)
#define MEMDESC_NUMBERING_NAME	    "2024"
#elif MEMDESC_NUMBERING == MEMDESC_NUMBERING_NEWEST
#define MEMDESC_PICK(a, b, c, d, e) (d)
#define MEMDESC_NUMBERING_NAME	    "newest"
#elif MEMDESC_NUMBERING == MEMDESC_NUMBERING_PATH
#define MEMDESC_PICK(a, b, c, d, e) (e)
#define MEMDESC_NUMBERING_NAME	    "path"
#else
#error "MEMDESC_NUMBERING is one of the MEMDESC_NUMBERING_x"
#endif

// The types by name. The values have nothing to do with what is in the word.
enum memdesc_type {
#define X(NAME, ...) MEMDESC_TYPE_##NAME,
	MEMDESC_TYPES(X)
#undef X
		MEMDESC_NR_PUBLISHED,
	// Beyond the published ones: types of the program's own, all under tag
	// 15, each with its subtype. 32 ought to show the point.
	MEMDESC_TYPE_OWN = MEMDESC_NR_PUBLISHED,
	MEMDESC_NR_TYPES = MEMDESC_TYPE_OWN + 32,
	// What a tag means that the revision leaves unassigned.
	MEMDESC_TYPE_NONE = 255
};

// What stands in bits 0-3 for each type in the chosen revision.
enum memdesc_tag {
#define X(NAME, name, a, b, c, d, e)                         \
	MEMDESC_TAG_##NAME = MEMDESC_PICK(a, b, c, d, e) < 0 \
				     ? MEMDESC_TAG_EXTENDED  \
				     : MEMDESC_PICK(a, b, c, d, e),
	MEMDESC_TYPES(X)
#undef X
};

// One published revision, for programs that look at all of them.
struct memdesc_numbering {
	const char *name;
	// The tag of each type, or MEMDESC_NO_TAG.
	signed char tag[MEMDESC_NR_PUBLISHED];
	// Whether 4, 8 and 12 mean buddy, too.
	bool buddy_aliases;
};

MEMDESC_BEGIN

// The type of each tag in the chosen revision; MEMDESC_TYPE_NONE where it has
// none and for tag 15.
extern const u8 memdesc_type_of_tag[16];
extern const u8 memdesc_tag_of_type[MEMDESC_NR_TYPES];

// "folio"; "own" for types of the program, NULL for what is no type.
const char *memdesc_type_name(enum memdesc_type type);

// The revision called name, or NULL.
const struct memdesc_numbering *memdesc_numbering_by_name(const char *name);

// The i-th revision, oldest first, or NULL behind the last.
const struct memdesc_numbering *memdesc_numbering_at(unsigned int i);

// The type that has this tag in a revision; MEMDESC_TYPE_NONE when none has.
enum memdesc_type memdesc_numbering_type(const struct memdesc_numbering *n,
					 unsigned int tag);

MEMDESC_END

#endif
