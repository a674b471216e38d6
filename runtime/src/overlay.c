// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What is done differently when descriptors lie over struct page.

#include <string.h>
#include "layout.h"
#include "memdesc/rcu.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY

// The links of free pages lie over index and private; the first word stays 0,
// for bit 0 there says that a page is a tail.
const size_t layout_buddy_offset = offsetof(struct page, index);
const ptrdiff_t layout_kind_offset =
	offsetof(struct page, page_type) - offsetof(struct page, index);
const enum memdesc_buddy_encoding layout_buddy_encoding = MEMDESC_BUDDY_16;

static char token[16];

#ifdef MEMDESC_TSAN
char memdesc_grace_period;
#endif

enum memdesc_type memdesc_ext_type(const void *desc)
{
	return memdesc_head_type((const struct page *)desc);
}

void *layout_alloc_desc(enum memdesc_type type, unsigned int order)
{
	(void)type;
	(void)order;
	return token;
}

void layout_free_desc(enum memdesc_type type, void *desc)
{
	(void)type;
	(void)desc;
}

static void set_kind(struct page *page, u32 kind)
{
	__atomic_store_n(&page->page_type, kind, __ATOMIC_RELEASE);
}

static void set_head_word(struct page *page, unsigned long word)
{
	__atomic_store_n(&page->compound_head, word, __ATOMIC_RELEASE);
}

// The order and the way to the first page are there before that has a type.
void *layout_prepare(struct page *page, unsigned int order,
		     enum memdesc_type type, void *desc)
{
	unsigned long i, place = memdesc_place_of(page);

	(void)type;
	(void)desc;
	for (i = 1; i < 1UL << order; i++) {
		page[i].flags.f = place | (i == 1 ? order : 0);
		page[i].mapping = NULL;
		page[i].MEMDESC_PRIVATE = 0;
		set_kind(&page[i], 0xffffffffu);
		set_head_word(&page[i], (unsigned long)(uintptr_t)page | 1);
	}
	page->flags.f = place | (order ? 1UL << MEMDESC_PG_HEAD : 0);
	set_head_word(page, 0);
	page->lru.prev = NULL;
	page->mapping = NULL;
	page->index = 0;
	page->MEMDESC_PRIVATE = 0;
	page->memcg_data = 0;
	return page;
}

// mapping is written first: it says which folio this is.
void layout_publish(struct page *page, unsigned int order,
		    enum memdesc_type type, void *desc)
{
	unsigned long bits = type == MEMDESC_TYPE_ANON	? 1
			     : type == MEMDESC_TYPE_KSM ? 3
							: 0;

	(void)order;
	(void)desc;
	if (memdesc_type_in(type, MEMDESC_FOLIO_TYPES)) {
		unsigned long mapping = (unsigned long)page->mapping;

		__atomic_store_n(&page->mapping,
				 (struct address_space *)(mapping | bits),
				 __ATOMIC_RELAXED);
		set_kind(page, 0xffffffffu);
	} else {
		u32 low = page->page_type & 0xffffff;

		if (type != MEMDESC_TYPE_ZPDESC)
			low = 0;
		set_kind(page, (MEMDESC_KIND_TYPE + type) << 24 | low);
	}
}

void layout_clear(struct page *page, unsigned int order)
{
	unsigned long i;

	for (i = 0; i < 1UL << order; i++) {
		set_kind(&page[i], MEMDESC_KIND_FREE_TAIL << 24);
		set_head_word(&page[i], 0);
		page[i].flags.f &=
			MEMDESC_PLACE_MASK | 1UL << MEMDESC_PG_POISON;
		page[i].mapping = NULL;
	}
}

void layout_retype(struct page *page, unsigned int order,
		   enum memdesc_type type, void *desc)
{
	layout_publish(page, order, type, desc);
}

void layout_set_order(void *desc, unsigned int order)
{
	struct page *page = desc;

	if (order) {
		page->flags.f |= 1UL << MEMDESC_PG_HEAD;
		page[1].flags.f = (page[1].flags.f & ~0xffUL) | order;
	} else {
		page->flags.f &= ~(1UL << MEMDESC_PG_HEAD);
	}
}

void layout_write_misc(struct page *page, unsigned int order, struct misc misc)
{
	u32 kind = MEMDESC_KIND_MISC << 24 | misc.subtype |
		   (u32)misc.mappable << 7 | misc.order << 8;
	unsigned long i;

	for (i = 0; i < 1UL << order; i++) {
		set_head_word(&page[i], 0);
		page[i].flags.f = memdesc_place_of(&page[i]);
		set_kind(&page[i], kind);
	}
}

bool layout_read_misc(const struct page *page, struct misc *misc)
{
	u32 kind = __atomic_load_n(&page->page_type, __ATOMIC_ACQUIRE);

	if (kind >> 24 != MEMDESC_KIND_MISC || compound_head(page) != page)
		return false;
	misc->subtype = kind & 127;
	misc->mappable = kind >> 7 & 1;
	misc->order = kind >> 8 & 63;
	return true;
}

// The fields of a broken page stay its owner's; a flag says what it is.
void layout_poison(struct page *page, void *desc)
{
	bool is_free = page_state(page) == MEMDESC_STATE_TAIL;

	(void)desc;
	page->flags.f |= 1UL << MEMDESC_PG_POISON;
	if (is_free)
		layout_disown(page);
}

void layout_unpoison(struct page *page)
{
	struct misc misc = {MISC_UNKNOWN, false, 0};
	bool disowned = memdesc_head_type(page) == MEMDESC_TYPE_HWPOISON;

	page->flags.f &= ~(1UL << MEMDESC_PG_POISON);
	if (disowned && compound_head(page) == page)
		layout_write_misc(page, 0, misc);
}

void layout_disown(struct page *page)
{
	set_head_word(page, 0);
	set_kind(page, (MEMDESC_KIND_TYPE + MEMDESC_TYPE_HWPOISON) << 24);
}

bool layout_is_poisoned(const struct page *page)
{
	return page->flags.f >> MEMDESC_PG_POISON & 1;
}

enum memdesc_state page_state(const struct page *page)
{
	struct page *head = compound_head(page);
	enum memdesc_type type = memdesc_head_type(head);
	struct misc misc;

	if (layout_is_poisoned(page))
		return MEMDESC_STATE_HWPOISON;
	if (head->page_type >> 24 == MEMDESC_KIND_BUDDY)
		return MEMDESC_STATE_FREE;
	if (type == MEMDESC_TYPE_BUDDY)
		return MEMDESC_STATE_TAIL;
	if (type == MEMDESC_TYPE_MISC && layout_read_misc(page, &misc))
		return memdesc_state_of_subtype(misc.subtype);
	return memdesc_state_of_type(type);
}

u64 page_memdesc(const struct page *page)
{
	struct page *head = compound_head(page);
	enum memdesc_type type = memdesc_head_type(head);
	struct misc misc;

	if (type == MEMDESC_TYPE_MISC && layout_read_misc(page, &misc))
		return memdesc_make_misc(misc.subtype, misc.mappable,
					 misc.order, memdesc_place_of(page));
	if (type == MEMDESC_TYPE_BUDDY)
		return (u64)MEMDESC_TAG_BUDDY;
	return memdesc_make(type, head);
}

unsigned long memdesc_nr_descriptors(enum memdesc_type type)
{
	(void)type;
	return 0;
}

unsigned long memdesc_descriptor_bytes(void)
{
	return 0;
}

unsigned long memdesc_shrink(void)
{
	return 0;
}

#endif
