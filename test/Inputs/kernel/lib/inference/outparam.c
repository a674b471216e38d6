// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Out-parameters: the callee fills what the caller gave the address of. */
#include <linux/err.h>
#include <linux/pagemap.h>

static int out_find(struct address_space *mapping,
		    struct page **pagep) /* verdict(pagep): folio */
{
	*pagep = find_get_page(mapping, 0);
	return *pagep ? 0 : -EIO;
}

void *out_read(struct address_space *mapping)
{
	struct page *page; /* verdict(page): folio */

	if (out_find(mapping, &page))
		return NULL;
	return page_address(page);
}

/* Through two levels. */
static int out_retry(struct address_space *mapping,
		     struct page **pagep) /* verdict(pagep): folio */
{
	int error = out_find(mapping, pagep);

	return error ? out_find(mapping, pagep) : 0;
}

void *out_read_again(struct address_space *mapping)
{
	struct page *page = NULL; /* verdict(page): folio */

	return out_retry(mapping, &page) ? NULL : page_address(page);
}

/* Filled by somebody whose body is not here. */
int out_elsewhere(struct address_space *mapping,
		  struct page **pagep); /* verdict(pagep): unknown */

void *out_unknown(struct address_space *mapping)
{
	struct page *page; /* verdict(page): unknown */

	if (out_elsewhere(mapping, &page))
		return NULL;
	return page_address(page);
}
