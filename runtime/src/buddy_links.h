// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The words of free pages, packed and unpacked.
#ifndef MEMDESC_SRC_BUDDY_LINKS_H
#define MEMDESC_SRC_BUDDY_LINKS_H

#include "memdesc/buddy.h"

#define KIND_SHIFT  4
#define ORDER_SHIFT 6
#define ORDER_BITS  6
#define NEXT_SHIFT  6
#define PREV_SHIFT  35
#define WIDE_SHIFT  12

struct links {
	unsigned long prev, next; // PFNs
	unsigned int order;
};

static inline u64 *word_of(const struct memdesc_buddy *b, unsigned long pfn)
{
	return (u64 *)(void *)(b->word0 + (pfn - b->start_pfn) * b->stride);
}

static inline u64 load(const u64 *word)
{
	return __atomic_load_n(word, __ATOMIC_RELAXED);
}

static inline void store(u64 *word, u64 value)
{
	__atomic_store_n(word, value, __ATOMIC_RELAXED);
}

static inline enum memdesc_buddy_kind kind_in_word(const u64 *word)
{
	u64 w = load(word);

	if (memdesc_type_of_tag[memdesc_tag(w)] != MEMDESC_TYPE_BUDDY)
		return MEMDESC_BUDDY_NOT;
	return memdesc_word_buddy_kind(w);
}

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY
// The word lies over fields that others use, so it says nothing about whose the
// page is; a second field does.
static inline u32 *kind_of(const struct memdesc_buddy *b, u64 *word)
{
	return (u32 *)(void *)((char *)word + b->kind_offset);
}

static inline enum memdesc_buddy_kind read_kind(const struct memdesc_buddy *b,
						u64 *word)
{
	u32 kind;

	if (!b->kind_offset)
		return kind_in_word(word);
	kind = __atomic_load_n(kind_of(b, word), __ATOMIC_RELAXED) >> 24;
	if (kind == MEMDESC_KIND_FREE_TAIL)
		return MEMDESC_BUDDY_TAIL;
	if (kind == MEMDESC_KIND_BUDDY)
		return memdesc_word_buddy_kind(load(word));
	return MEMDESC_BUDDY_NOT;
}

static inline void say_kind(const struct memdesc_buddy *b, u64 *word,
			    bool first)
{
	if (b->kind_offset)
		__atomic_store_n(
			kind_of(b, word),
			(first ? MEMDESC_KIND_BUDDY : MEMDESC_KIND_FREE_TAIL)
				<< 24,
			__ATOMIC_RELAXED);
}
#else
static inline enum memdesc_buddy_kind read_kind(const struct memdesc_buddy *b,
						u64 *word)
{
	(void)b;
	return kind_in_word(word);
}

static inline void say_kind(const struct memdesc_buddy *b, u64 *word,
			    bool first)
{
	(void)b;
	(void)word;
	(void)first;
}
#endif

static inline unsigned long link_base(const struct memdesc_buddy *b)
{
	return b->encoding == MEMDESC_BUDDY_8REL ? b->start_pfn : 0;
}

static inline u64 head_of_word(enum memdesc_buddy_kind kind)
{
	return (u64)MEMDESC_TAG_BUDDY | (u64)kind << KIND_SHIFT;
}

static inline void write_tail(const struct memdesc_buddy *b, unsigned long pfn,
			      unsigned int order)
{
	u64 *word = word_of(b, pfn);

	store(word,
	      head_of_word(MEMDESC_BUDDY_TAIL) | (u64)order << ORDER_SHIFT);
	say_kind(b, word, false);
}

// Of a first page. Only a page of its own says so without its second page.
static inline unsigned int read_order(const struct memdesc_buddy *b,
				      unsigned long pfn)
{
	u64 w = load(word_of(b, pfn));

	if (b->encoding != MEMDESC_BUDDY_16) {
		if (memdesc_bits(w, KIND_SHIFT, 2) != MEMDESC_BUDDY_FIRST)
			return 0;
		w = load(word_of(b, pfn + 1));
	}
	return (unsigned int)memdesc_bits(w, ORDER_SHIFT, ORDER_BITS);
}

// Of a block of this order, which all blocks of its list have.
static inline struct links read_links(const struct memdesc_buddy *b,
				      unsigned long pfn, unsigned int order)
{
	const u64 *word = word_of(b, pfn);
	u64 w = load(word);
	struct links l = {.order = order};

	if (b->encoding == MEMDESC_BUDDY_16) {
		l.prev = w >> WIDE_SHIFT;
		l.next = load(word + 1);
		return l;
	}
	l.next = link_base(b) +
		 memdesc_bits(w, NEXT_SHIFT, MEMDESC_COMPACT_BITS);
	l.prev = link_base(b) +
		 memdesc_bits(w, PREV_SHIFT, MEMDESC_COMPACT_BITS);
	return l;
}

// The second page of a larger block has the order; it is written only when that
// is new.
static inline void write_links(const struct memdesc_buddy *b, unsigned long pfn,
			       struct links l)
{
	u64 *word = word_of(b, pfn);
	u64 w = head_of_word(l.order ? MEMDESC_BUDDY_FIRST : MEMDESC_BUDDY_ONE);

	if (b->encoding == MEMDESC_BUDDY_16) {
		store(word + 1, l.next);
		w |= (u64)l.order << ORDER_SHIFT | (u64)l.prev << WIDE_SHIFT;
	} else {
		w |= (u64)(l.next - link_base(b)) << NEXT_SHIFT |
		     (u64)(l.prev - link_base(b)) << PREV_SHIFT;
	}
	store(word, w);
}

#endif
