// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The other end of member-fill.c. */
#include <linux/highmem.h>
#include "member.h"

void *request_address(struct request *request)
{
	struct page *page = request->page; /* verdict(page): folio */

	return page_address(page);
}

void *request_one(struct request *request, int n)
{
	struct page *one = request->pages[n]; /* verdict(one): netmem */

	return page_address(one);
}

void request_clear(struct request *request)
{
	struct page *scratch = request->scratch; /* verdict(scratch): page, bare */
	void *address = kmap_local_page(scratch);

	memset(address, 0, PAGE_SIZE);
	kunmap_local(address);
}

void *request_either(struct request *request)
{
	struct page *either = request->either; /* verdict(either): mixed, origins-differ */

	return page_address(either);
}
