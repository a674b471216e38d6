// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What is done differently when descriptors are apart from pages.

#include <string.h>
#include "layout.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT

const size_t layout_buddy_offset = 0;
const ptrdiff_t layout_kind_offset = 0;
const enum memdesc_buddy_encoding layout_buddy_encoding =
	MEMDESC_PAGE_WORDS == 2 ? MEMDESC_BUDDY_16 : MEMDESC_BUDDY_8REL;

static const size_t sizes[MEMDESC_NR_TYPES] = {
	[MEMDESC_TYPE_FOLIO] = sizeof(struct folio),
	[MEMDESC_TYPE_ANON] = sizeof(struct folio),
	[MEMDESC_TYPE_KSM] = sizeof(struct folio),
	[MEMDESC_TYPE_SLAB] = sizeof(struct slab),
	[MEMDESC_TYPE_MOVABLE] = sizeof(struct movable_desc),
	[MEMDESC_TYPE_PTDESC] = sizeof(struct ptdesc),
	[MEMDESC_TYPE_NETMEM] = sizeof(struct netmem_desc),
	[MEMDESC_TYPE_HWPOISON] = sizeof(struct hwpoison_desc),
	[MEMDESC_TYPE_PERCPU] = sizeof(struct pcpudesc),
	[MEMDESC_TYPE_ACCTMEM] = sizeof(struct acctmem),
	[MEMDESC_TYPE_ZPDESC] = sizeof(struct zpdesc),
	[MEMDESC_TYPE_MANAGED] = sizeof(struct mgdesc),
};

// Folios are one class, whether of files, anonymous or KSM's, because a folio
// may become another of these.
unsigned int memdesc_class_of(enum memdesc_type type, unsigned int order)
{
	if (!memdesc_type_in(type, MEMDESC_FOLIO_TYPES))
		return type;
	return order ? MEMDESC_TYPE_FOLIO : MEMDESC_CLASS_SMALL_FOLIO;
}

size_t memdesc_class_size(unsigned int class)
{
	if (class == MEMDESC_CLASS_SMALL_FOLIO)
		return MEMDESC_SMALL_FOLIO_SIZE;
	return class < MEMDESC_TYPE_OWN ? sizes[class] : sizeof(struct mgdesc);
}

enum memdesc_type memdesc_ext_type(const void *desc)
{
	const struct memdesc_head *head = (const struct memdesc_head *)desc;
	u8 type = __atomic_load_n(&head->_subtype, __ATOMIC_RELAXED);

	return type < MEMDESC_NR_TYPES ? (enum memdesc_type)type
				       : MEMDESC_TYPE_NONE;
}

void *layout_alloc_desc(enum memdesc_type type, unsigned int order)
{
	unsigned int class = memdesc_class_of(type, order);
	struct memdesc_head *head;

	if (memdesc_should_fail())
		return NULL;
	head = memdesc_cache_alloc(class);
	if (head) {
		head->_class = (u16)class;
		__atomic_store_n(&head->_subtype, (u8)type, __ATOMIC_RELAXED);
	}
	return head;
}

void layout_free_desc(enum memdesc_type type, void *desc)
{
	(void)type;
	memdesc_cache_free(((struct memdesc_head *)desc)->_class, desc);
}

// Clears what is behind the head, for the head may be looked at by others.
void *layout_prepare(struct page *page, unsigned int order,
		     enum memdesc_type type, void *desc)
{
	struct memdesc_head *head = desc;

	(void)type;
	memset(head + 1, 0, memdesc_class_size(head->_class) - sizeof(*head));
	head->flags.f = memdesc_place_of(page);
	head->pfn = page_to_pfn(page);
	head->_word = 0;
	head->_half = 0;
	head->_order = (u8)order;
	return desc;
}

static void write_words(struct page *page, unsigned int order, u64 word)
{
	unsigned long i;

	// What was written to the descriptor is seen by who sees the word.
	for (i = 0; i < 1UL << order; i++)
		__atomic_store_n(&page[i].memdesc, word, __ATOMIC_RELEASE);
}

void layout_publish(struct page *page, unsigned int order,
		    enum memdesc_type type, void *desc)
{
	write_words(page, order, memdesc_make(type, desc));
}

// Giving the pages back writes their words.
void layout_clear(struct page *page, unsigned int order)
{
	(void)page;
	(void)order;
}

void layout_retype(struct page *page, unsigned int order,
		   enum memdesc_type type, void *desc)
{
	struct memdesc_head *head = desc;

	__atomic_store_n(&head->_subtype, (u8)type, __ATOMIC_RELAXED);
	layout_publish(page, order, type, desc);
}

void layout_set_order(void *desc, unsigned int order)
{
	((struct memdesc_head *)desc)->_order = (u8)order;
}

void layout_write_misc(struct page *page, unsigned int order, struct misc misc)
{
	u64 place = memdesc_place_of(page);

	write_words(page, order,
		    memdesc_make_misc(misc.subtype, misc.mappable, misc.order,
				      place));
}

bool layout_read_misc(const struct page *page, struct misc *misc)
{
	u64 word = page_memdesc(page);

	if (!memdesc_is_misc(word))
		return false;
	misc->subtype = memdesc_misc_subtype(word);
	misc->mappable = memdesc_misc_mappable(word);
	misc->order = memdesc_misc_order(word);
	return true;
}

void layout_poison(struct page *page, void *desc)
{
	struct hwpoison_desc *poison =
		layout_prepare(page, 0, MEMDESC_TYPE_HWPOISON, desc);

	poison->owner = page_memdesc(page);
	if (memdesc_type(poison->owner) == MEMDESC_TYPE_BUDDY)
		poison->owner = memdesc_make_misc(MISC_UNKNOWN, false, 0,
						  memdesc_place_of(page));
	layout_publish(page, 0, MEMDESC_TYPE_HWPOISON, poison);
}

static struct hwpoison_desc *poison_of(const struct page *page)
{
	return page_desc_in(page, MEMDESC_TYPE_BIT(HWPOISON));
}

void layout_unpoison(struct page *page)
{
	struct hwpoison_desc *poison = poison_of(page);

	write_words(page, 0, poison->owner);
	layout_free_desc(MEMDESC_TYPE_HWPOISON, poison);
}

void layout_disown(struct page *page)
{
	poison_of(page)->owner = memdesc_make_misc(MISC_UNKNOWN, false, 0,
						   memdesc_place_of(page));
}

bool layout_is_poisoned(const struct page *page)
{
	return poison_of(page) != NULL;
}

enum memdesc_state page_state(const struct page *page)
{
	u64 word = page_memdesc(page);
	enum memdesc_type type = memdesc_type(word);
	enum memdesc_buddy_kind kind;

	if (type == MEMDESC_TYPE_MISC)
		return memdesc_state_of_subtype(memdesc_misc_subtype(word));
	if (type != MEMDESC_TYPE_BUDDY)
		return memdesc_state_of_type(type);
	kind = memdesc_word_buddy_kind(word);
	if (kind == MEMDESC_BUDDY_NOT)
		return MEMDESC_STATE_ABSENT;
	return kind == MEMDESC_BUDDY_TAIL ? MEMDESC_STATE_TAIL
					  : MEMDESC_STATE_FREE;
}

unsigned long memdesc_nr_descriptors(enum memdesc_type type)
{
	unsigned int class = memdesc_class_of(type, 1);
	unsigned long live = memdesc_cache_live(class);

	if (class == MEMDESC_TYPE_FOLIO)
		live += memdesc_cache_live(MEMDESC_CLASS_SMALL_FOLIO);
	return live;
}

unsigned long memdesc_descriptor_bytes(void)
{
	return memdesc_cache_bytes();
}

unsigned long memdesc_shrink(void)
{
	return memdesc_cache_shrink();
}

#endif
