// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: NULL, an error, and a page in one variable. */
#include <linux/err.h>
#include <linux/pagemap.h>

struct page *errptr_find(struct address_space *mapping) /* verdict(return): folio */
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	if (!page)
		return ERR_PTR(-EIO);
	return page;
}

void *errptr_read(struct address_space *mapping)
{
	struct page *page = errptr_find(mapping); /* verdict(page): folio */

	if (IS_ERR(page))
		return ERR_CAST(page);
	return page_address(page);
}

/* Nothing but errors is no page at all. */
struct page *errptr_only(int error) /* verdict(return): unknown */
{
	return ERR_PTR(-error);
}

long errptr_code(int error)
{
	struct page *page = errptr_only(error); /* verdict(page): unknown */

	return PTR_ERR(page);
}
