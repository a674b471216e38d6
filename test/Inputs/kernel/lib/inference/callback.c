// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Functions that are stored, handed over, and called by others. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

/* Handed over as an argument. */
static void callback_each(struct address_space *mapping,
			  void (*fn)(struct page *page)) /* verdict(page): none */
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	if (page)
		fn(page);
}

static void callback_touch(struct page *page) /* verdict(page): folio */
{
	barrier();
	page_address(page);
}

void callback_run(struct address_space *mapping)
{
	callback_each(mapping, callback_touch);
}

/* Handed on by a function that does not call it. */
static void callback_all(struct address_space *mapping,
			 void (*fn)(struct page *page)) /* verdict(page): none */
{
	callback_each(mapping, fn);
	callback_each(mapping, NULL);
}

static void callback_far(struct page *page) /* verdict(page): folio */
{
	barrier();
	page_address(page);
}

void callback_run_all(struct address_space *mapping)
{
	callback_all(mapping, callback_far);
}

/* Stored first, called later. */
struct later {
	void (*fn)(struct page *page); /* verdict(page): netmem */
	struct page *page; /* verdict(page): netmem */
};

static void callback_done(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

void callback_queue(struct later *later)
{
	later->fn = callback_done;
}

void callback_complete(struct later *later)
{
	later->fn(later->page);
}

/* Given to somebody whose body is not here: it may be called with anything. */
void callback_register(void (*fn)(struct page *page)); /* verdict(page): none */

static void callback_foreign(struct page *page) /* verdict(page): unknown */
{
	page_address(page);
}

void callback_expose(void)
{
	callback_register(callback_foreign);
}
