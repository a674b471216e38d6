// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Folios: allocation, lookup, lock, private data.

#include <sched.h>
#include "layout.h"
#include "protocol.h"
#include "memdesc/folio.h"

struct folio *folio_alloc(gfp_t gfp, unsigned int order)
{
	struct page *page = memdesc_alloc_pages(gfp, order, MEMDESC_TYPE_FOLIO);

	return page ? page_folio(page) : NULL;
}

static void drop(void *desc)
{
	folio_put((struct folio *)desc);
}

struct folio *folio_lookup(const struct page *page)
{
	return lookup_inline(page, MEMDESC_FOLIO_TYPES, drop);
}

bool folio_trylock(struct folio *folio)
{
	unsigned long bit = 1UL << FL_locked;

	return !(__atomic_fetch_or(&folio->flags.f, bit, __ATOMIC_ACQUIRE) &
		 bit);
}

void folio_lock(struct folio *folio)
{
	while (!folio_trylock(folio))
		sched_yield();
}

void folio_unlock(struct folio *folio)
{
	unsigned long bit = 1UL << FL_locked;

	if (!(__atomic_fetch_and(&folio->flags.f, ~bit, __ATOMIC_RELEASE) &
	      bit))
		memdesc_bug(__func__, folio_page(folio, 0),
			    "unlock without lock");
}

void folio_attach_private(struct folio *folio, void *data)
{
	if (folio_test_private(folio))
		memdesc_bug(__func__, folio_page(folio, 0), "has private data");
	folio_get(folio);
	folio->MEMDESC_PRIVATE = data;
	__atomic_fetch_or(&folio->flags.f, 1UL << FL_private, __ATOMIC_RELEASE);
}

void *folio_detach_private(struct folio *folio)
{
	void *data = folio->MEMDESC_PRIVATE;

	if (!folio_test_private(folio))
		memdesc_bug(__func__, folio_page(folio, 0),
			    "has no private data");
	__atomic_fetch_and(&folio->flags.f, ~(1UL << FL_private),
			   __ATOMIC_RELEASE);
	folio->MEMDESC_PRIVATE = NULL;
	folio_put(folio);
	return data;
}

void folio_set_anon(struct folio *folio, void *anon_vma)
{
	struct page *page = folio_page(folio, 0);

	if ((uintptr_t)anon_vma & 3 || folio->mapping)
		memdesc_bug(__func__, page, "anon_vma %p, mapping %p", anon_vma,
			    (void *)folio->mapping);
	memdesc_check_pages(MEMDESC_EVENT_RETYPE, page, folio_order(folio),
			    MEMDESC_STATE_FOLIO);
	folio->mapping = (struct address_space *)((uintptr_t)anon_vma | 1);
	layout_retype(page, folio_order(folio), MEMDESC_TYPE_ANON, folio);
}
