// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Locals whose address is taken. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

/* By a pointer to it in the same function. */
void *address_of_local(struct address_space *mapping)
{
	struct page *page = NULL; /* verdict(page): folio */
	struct page **where = &page; /* verdict(where): folio */

	*where = find_get_page(mapping, 0);
	return page ? page_address(page) : NULL;
}

/* One pointer to either of two. */
void *address_of_either(struct address_space *mapping, bool second)
{
	struct page *a = NULL; /* verdict(a): folio */
	struct page *b = NULL; /* verdict(b): folio */
	struct page **where = second ? &b : &a; /* verdict(where): folio */

	*where = find_get_page(mapping, 0);
	return a ? page_address(a) : b ? page_address(b) : NULL;
}

/* An array of one. */
static void address_put(struct page_pool *pool,
			struct page **pages, int n) /* verdict(pages): netmem */
{
	while (n--)
		page_pool_put_page(pool, pages[n]);
}

void address_put_one(struct page_pool *pool,
		     struct page *page) /* verdict(page): netmem */
{
	address_put(pool, &page, 1);
}

/* It went where nobody follows: the page may be another one now. */
void address_escape(void *anywhere);

void *address_escaped(void)
{
	struct page *page; /* verdict(page): unknown */

	address_escape(&page);
	return page_address(page);
}
