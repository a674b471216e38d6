// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests: what is proved on one path, and what is not. */
#include <linux/mmdebug.h>
#include <linux/pagemap.h>
#include <linux/swap.h>
#include "../../mm/slab.h"

/* In the branch the page is slab's; the parameter may be anything. */
unsigned long guard_branch(struct page *page) /* verdict(page): unknown */
{
	if (PageSlab(page))
		return page->private; /* access(private): slab, guarded */
	return page->index; /* access(index): unknown */
}

/* Behind an early return. */
unsigned long guard_return(struct page *page) /* verdict(page): unknown */
{
	if (!PageSlab(page))
		return 0;
	return page->private; /* access(private): slab, guarded */
}

/* Behind goto, on both sides of the label. */
unsigned long guard_goto(struct page *page) /* verdict(page): unknown */
{
	unsigned long private = 0;

	if (!PageTable(page))
		goto out;
	private = page->private; /* access(private): ptdesc, guarded */
out:
	return private + page->index; /* access(index): unknown */
}

/* In the rest of && and ?:. */
bool guard_short(struct page *page) /* verdict(page): unknown */
{
	return PageSlab(page) && page->private; /* access(private): slab, guarded */
}

unsigned long guard_choice(struct page *page) /* verdict(page): unknown */
{
	return PageZsmalloc(page) ?
		page->private : /* access(private): zsdesc, guarded */
		page->index; /* access(index): unknown */
}

/* An assertion is a test that stops. */
unsigned long guard_bug(struct page *page) /* verdict(page): unknown */
{
	VM_BUG_ON_PAGE(!PageSlab(page), page);
	return page->private; /* access(private): slab, guarded */
}

unsigned long guard_warn(struct page *page) /* verdict(page): unknown */
{
	WARN_ON(!PageSlab(page));
	return page->private; /* access(private): slab, guarded */
}

/* Here the warning is the test, and its branch is where it is no slab. */
unsigned long guard_warned(struct page *page) /* verdict(page): unknown */
{
	if (WARN_ON(!PageSlab(page)))
		return page->index; /* access(index): unknown */
	return page->private; /* access(private): slab, guarded */
}

/* Not slab is not yet something. */
unsigned long guard_negative(struct page *page) /* verdict(page): unknown */
{
	if (PageSlab(page))
		return 0;
	return page->private; /* access(private): unknown */
}

/* Any compound page may be tested for this. */
unsigned long guard_proves_nothing(struct page *page) /* verdict(page): unknown */
{
	if (PagePrivate(page))
		return page->private; /* access(private): unknown */
	return 0;
}

/* Another page since the test. */
unsigned long guard_stale(struct page *page, unsigned long pfn) /* verdict(page): unknown */
{
	if (!PageSlab(page))
		return 0;
	page = pfn_to_page(pfn);
	return page->private; /* access(private): unknown */
}

/* Two kinds, each on its path; others may come as well. */
void guard_both(struct page *page) /* verdict(page): unknown */
{
	if (PageSlab(page))
		page_slab(page)->inuse = page->private; /* access(private): slab, guarded ; access(*): slab, guarded */
	else if (PageTable(page))
		page_ptdesc(page)->ptl = page->private; /* access(private): ptdesc, guarded ; access(*): ptdesc, guarded */
}

/* Others come, too: they are freed. */
unsigned long guard_others(struct page *page) /* verdict(page): unknown */
{
	if (!PageSlab(page)) {
		__free_page(page);
		return 0;
	}
	return page_slab(page)->inuse; /* access(*): slab, guarded */
}

/* Others are turned away; who calls may still have them. */
static unsigned long guard_turned_away(struct page *page) /* verdict(page): slab */
{
	if (!PageSlab(page))
		return 0;
	return page_slab(page)->inuse; /* access(*): slab */
}

unsigned long guard_any(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn); /* verdict(page): unknown */

	return guard_turned_away(page);
}

/* No others come. */
unsigned long guard_asserted(struct page *page) /* verdict(page): slab */
{
	VM_BUG_ON_PAGE(!PageSlab(page), page);
	return page_slab(page)->inuse; /* access(*): slab */
}

/* A state of folios, asked of folios. */
void guard_state(struct page *page) /* verdict(page): folio */
{
	if (!PageUptodate(page)) {
		put_page(page);
		return;
	}
	mark_page_accessed(page);
}

/* What the test lets through is a slab. */
void *guard_handed_on(struct page *page) /* verdict(page): unknown */
{
	struct page *slab = NULL; /* verdict(slab): slab, comes-from */

	if (PageSlab(page))
		slab = page;
	return slab ? page_address(slab) : NULL;
}

/* By the number of the kind. */
unsigned long guard_type(struct page *page) /* verdict(page): unknown */
{
	switch (page->page_type) { /* access(page_type): unknown */
	case PAGE_TYPE_SLAB:
		return page->private; /* access(private): unknown */
	default:
		return page->index; /* access(index): unknown */
	}
}
