// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Chains: what is known at one end holds at every link. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

/* Down to a callee that needs a folio. */
static void chain_lock(struct page *page) /* verdict(page): folio */
{
	lock_page(page);
}

static void chain_begin(struct page *page, /* verdict(page): folio */
			bool dirty)
{
	chain_lock(page);
	if (dirty)
		return;
}

void chain_write(struct page *page) /* verdict(page): folio */
{
	struct page *target = page; /* verdict(target): folio */

	chain_begin(target, true);
}

/* Up from where the page was found. */
static struct page *chain_find(struct address_space *mapping) /* verdict(return): folio */
{
	return find_get_page(mapping, 0);
}

static struct page *chain_first(struct address_space *mapping) /* verdict(return): folio */
{
	struct page *first = chain_find(mapping); /* verdict(first): folio */

	return first;
}

void *chain_read(struct address_space *mapping)
{
	struct page *page = chain_first(mapping); /* verdict(page): folio */

	return page ? page_address(page) : NULL;
}

/* Three links, and nothing at either end. */
static void *chain_map(const struct page *page) /* verdict(page): unknown */
{
	return page_address(page);
}

static void *chain_copy(struct page *page) /* verdict(page): unknown */
{
	return chain_map(page);
}

void *chain_of_nothing(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn); /* verdict(page): unknown */

	return chain_copy(page);
}
