// XFAIL: *
// RUN: sh %S/check-bug %s %inputs/kernel %t
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A page behind &folio->page is called "head". Right is maybe-tail: the sum is
// not the first page any more. The seed that says "the page in a folio is a
// head" does not look at what the flow goes through; a conversion by cast
// would be allowed for a tail.
#include <linux/pagemap.h>

void *behind_folio(struct folio *folio, unsigned long n)
{
	struct page *page = &folio->page + n; /* verdict(page): folio */
	struct page *head = &folio->page; /* verdict(head): folio ; headness(head): head */

	return page == head ? NULL : page_address(page);
}

static void *behind_either(struct page *page) /* verdict(page): folio */
{
	return page_address(page);
}

void *behind_call(struct folio *folio, bool tail)
{
	if (tail)
		return behind_either(&folio->page + 1);
	return behind_either(&folio->page);
}
