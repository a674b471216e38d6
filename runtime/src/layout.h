// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What the two layouts do differently, as one set of functions.
//
// split.c and overlay.c have one implementation each; the rest of the library
// is the same for both.
#ifndef MEMDESC_SRC_LAYOUT_H
#define MEMDESC_SRC_LAYOUT_H

#include "memdesc/lookup.h"

// What a Misc page says of itself.
struct misc {
	unsigned int subtype;
	bool mappable;
	unsigned int order;
};

// Where the buddy allocator has its words in struct page.
extern const size_t layout_buddy_offset;
extern const ptrdiff_t layout_kind_offset;
extern const enum memdesc_buddy_encoding layout_buddy_encoding;

// A descriptor for 2^order pages, count 0, or NULL; in the overlay a token.
void *layout_alloc_desc(enum memdesc_type type, unsigned int order);
void layout_free_desc(enum memdesc_type type, void *desc);

// Makes desc that of the pages, which still do not say so. Returns it; in the
// overlay the first page.
void *layout_prepare(struct page *page, unsigned int order,
		     enum memdesc_type type, void *desc);
// The pages say so.
void layout_publish(struct page *page, unsigned int order,
		    enum memdesc_type type, void *desc);
// Before the pages are given back: nothing of the type is left in them.
void layout_clear(struct page *page, unsigned int order);
// The pages of a folio get another type of folio, its descriptor stays.
void layout_retype(struct page *page, unsigned int order,
		   enum memdesc_type type, void *desc);
void layout_set_order(void *desc, unsigned int order);

void layout_write_misc(struct page *page, unsigned int order, struct misc misc);
// False when the page is not Misc.
bool layout_read_misc(const struct page *page, struct misc *misc);

// A single page becomes broken, and whole again. desc is the descriptor that
// layout_alloc_desc() gave for HWPOISON; the page may be anybody's or free.
void layout_poison(struct page *page, void *desc);
void layout_unpoison(struct page *page);
// The owner of a broken page is gone.
void layout_disown(struct page *page);
bool layout_is_poisoned(const struct page *page);

// Zone, node and section of a page, as the word and flags have them.
u64 memdesc_place_of(const struct page *page);

// Whether the next fallible step is to fail.
bool memdesc_should_fail(void);

// Ends the program when the table has no such row; debug builds only.
#ifdef MEMDESC_DEBUG
void memdesc_check_transition(enum memdesc_event event, const struct page *page,
			      enum memdesc_state from, enum memdesc_state to);
void memdesc_check_pages(enum memdesc_event event, const struct page *page,
			 unsigned int order, enum memdesc_state to);
#else
#define memdesc_check_transition(event, page, from, to) ((void)0)
#define memdesc_check_pages(event, page, order, to)	((void)0)
#endif

enum memdesc_state memdesc_state_of_type(enum memdesc_type type);
enum memdesc_state memdesc_state_of_subtype(unsigned int subtype);

// Pages from the buddy allocator, in no state but TAIL, or NULL; and back. page
// is the first of 2^order.
struct page *memdesc_take_pages(gfp_t gfp, unsigned int order);
void memdesc_give_pages(struct page *page, unsigned int order);

// What alloc_page_desc() does, but for the count, which is 0 and stays so until
// the caller publishes it.
struct page *memdesc_alloc_frozen(gfp_t gfp, unsigned int order,
				  enum memdesc_type type);

// Clears and gives back all pages of an allocation but the broken ones, which
// nobody owns any more.
void memdesc_release_pages(struct page *page, unsigned int order);

// The caches of the split layout.
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
void *memdesc_cache_alloc(unsigned int class);
void memdesc_cache_free(unsigned int class, void *object);
unsigned long memdesc_cache_live(unsigned int class);
unsigned long memdesc_cache_bytes(void);
unsigned long memdesc_cache_shrink(void);
void memdesc_cache_exit(void);
unsigned int memdesc_class_of(enum memdesc_type type, unsigned int order);
size_t memdesc_class_size(unsigned int class);
#define MEMDESC_CLASS_SMALL_FOLIO MEMDESC_NR_TYPES
#define MEMDESC_NR_CLASSES	  (MEMDESC_NR_TYPES + 1)
#endif

#endif
