// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Folios that are split, merged and moved.
//
// While the count of a folio is frozen, lookups get nothing. Words are
// rewritten meanwhile, so a lookup that had the old descriptor reads another
// word, and tries again.

#include <errno.h>
#include <string.h>
#include "init.h"
#include "layout.h"

#define MAX_PARTS (1UL << MAX_PAGE_ORDER)

static void inherit(struct folio *to, const struct folio *from)
{
	unsigned long flags = from->flags.f & MEMDESC_FLAGS_INHERITED;

	to->flags.f |= flags & ~(1UL << FL_private);
	to->mapping = from->mapping;
	to->memcg_data = from->memcg_data;
}

static enum memdesc_type folio_type(const struct folio *folio)
{
	return page_type_of(folio_page(folio, 0));
}

// In the split layout a descriptor for each part but the first.
static int alloc_parts(void **desc, unsigned long nr, enum memdesc_type type,
		       unsigned int order)
{
	unsigned long i;

	for (i = 1; i < nr; i++) {
		desc[i] = layout_alloc_desc(type, order);
		if (desc[i])
			continue;
		while (--i)
			layout_free_desc(type, desc[i]);
		return -ENOMEM;
	}
	return 0;
}

static void publish_part(struct folio *folio, unsigned long first,
			 unsigned int order, enum memdesc_type type, void *desc)
{
	struct page *page = folio_page(folio, 0) + first;
	struct folio *part;

	memdesc_check_pages(MEMDESC_EVENT_FOLIO_SPLIT, page, order,
			    MEMDESC_STATE_FOLIO);
	part = layout_prepare(page, order, type, desc);
	atomic_set(memdesc_count(part), 0);
	memdesc_init_folio(part, order);
	inherit(part, folio);
	part->index = folio->index + first;
	layout_publish(page, order, type, part);
	atomic_set_release(memdesc_count(part), 1);
}

int folio_split(struct folio *folio, unsigned int new_order)
{
	enum memdesc_type type = folio_type(folio);
	unsigned int order = folio_order(folio);
	void *desc[MAX_PARTS];
	unsigned long nr, i;
	int err;

	if (new_order >= order)
		return -EINVAL;
	if (folio_test_has_hwpoisoned(folio) || folio_test_private(folio))
		return -EBUSY;
	nr = 1UL << (order - new_order);
	err = alloc_parts(desc, nr, type, new_order);
	if (err)
		return err;
	if (!folio_ref_freeze(folio, 1)) {
		for (i = 1; i < nr; i++)
			layout_free_desc(type, desc[i]);
		return -EBUSY;
	}
	// From behind: in the overlay the second page has the order of all.
	for (i = nr; --i;)
		publish_part(folio, i << new_order, new_order, type, desc[i]);
	layout_set_order(folio, new_order);
	if (new_order)
		memdesc_init_folio_tail(folio, new_order);
	folio_ref_unfreeze(folio, 1);
	return 0;
}

// Freezes all folios that lie in these pages; false when one cannot be, with
// those that were unfrozen again.
static bool freeze_all(struct page *page, unsigned int order,
		       enum memdesc_type type)
{
	unsigned long nr = 1UL << order, i = 0, j;

	while (i < nr) {
		struct folio *folio = page_folio(page + i);

		if (!folio || page_type_of(page + i) != type ||
		    folio_page(folio, 0) != page + i ||
		    i + folio_nr_pages(folio) > nr ||
		    folio_test_has_hwpoisoned(folio) ||
		    (i && folio_test_private(folio)) ||
		    !folio_ref_freeze(folio, 1))
			break;
		i += folio_nr_pages(folio);
	}
	if (i == nr)
		return true;
	for (j = 0; j < i;) {
		struct folio *folio = page_folio(page + j);

		j += folio_nr_pages(folio);
		folio_ref_unfreeze(folio, 1);
	}
	return false;
}

// What the first folio was, kept while its descriptor is made anew.
struct identity {
	unsigned long flags;
	struct address_space *mapping;
	pgoff_t index;
	void *data;
	unsigned long memcg_data;
};

static struct identity identity_of(const struct folio *folio)
{
	struct identity id = {folio->flags.f & MEMDESC_FLAGS_INHERITED,
			      folio->mapping, folio->index,
			      folio->MEMDESC_PRIVATE, folio->memcg_data};

	return id;
}

static void set_identity(struct folio *folio, struct identity id)
{
	folio->flags.f |= id.flags;
	folio->mapping = id.mapping;
	folio->index = id.index;
	folio->MEMDESC_PRIVATE = id.data;
	folio->memcg_data = id.memcg_data;
}

struct folio *folio_merge(struct folio *folio, unsigned int order)
{
	struct page *page = folio_page(folio, 0);
	unsigned long pfn = folio_pfn(folio), nr = 1UL << order, i;
	enum memdesc_type type = folio_type(folio);
	struct folio *old[MAX_PARTS], *merged;
	unsigned long nr_old = 0;
	struct identity id = identity_of(folio);
	void *desc;

	if (order > MAX_PAGE_ORDER || order <= folio_order(folio) ||
	    pfn & (nr - 1) || !pfn_valid(pfn + nr - 1))
		return NULL;
	desc = layout_alloc_desc(type, order);
	if (!desc)
		return NULL;
	if (!freeze_all(page, order, type)) {
		layout_free_desc(type, desc);
		return NULL;
	}
	for (i = 0; i < nr; i += folio_nr_pages(old[nr_old - 1]))
		old[nr_old++] = page_folio(page + i);
	memdesc_check_pages(MEMDESC_EVENT_FOLIO_MERGE, page, order,
			    MEMDESC_STATE_FOLIO);
	merged = layout_prepare(page, order, type, desc);
	atomic_set(memdesc_count(merged), 0);
	memdesc_init_folio(merged, order);
	set_identity(merged, id);
	layout_publish(page, order, type, merged);
	for (i = 0; i < nr_old; i++)
		layout_free_desc(type, old[i]);
	atomic_set_release(memdesc_count(merged), 1);
	return merged;
}

struct folio *folio_migrate(struct folio *src)
{
	unsigned int order = folio_order(src);
	enum memdesc_type type = folio_type(src);
	struct page *from = folio_page(src, 0), *to;
	struct folio *dst;

	if (folio_test_has_hwpoisoned(src) || folio_test_locked(src))
		return NULL;
	to = memdesc_alloc_frozen(GFP_KERNEL, order, type);
	if (!to)
		return NULL;
	dst = page_folio(to);
	if (!folio_ref_freeze(src, 1)) {
		memdesc_release(dst, __func__);
		return NULL;
	}
	set_identity(dst, identity_of(src));
	if (memdesc_machine.memory)
		memcpy(page_address(to), page_address(from),
		       PAGE_SIZE << order);
	memdesc_check_transition(MEMDESC_EVENT_MIGRATE, from, page_state(from),
				 MEMDESC_STATE_TAIL);
	memdesc_release_pages(from, order);
	layout_free_desc(type, src);
	folio_ref_unfreeze(dst, 1);
	return dst;
}
