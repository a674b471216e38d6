// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Calls the functions of inline.h; inline-b.c does too. */
#include <net/page_pool/types.h>
#include "inline.h"

void *inline_a(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	return page ? inline_address(page) : NULL;
}

void *inline_a_either(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 1); /* verdict(page): folio */

	return page ? inline_either(page) : NULL;
}
