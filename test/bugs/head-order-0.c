// XFAIL: *
// RUN: sh %S/check-bug %s %inputs/kernel %t
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A page of alloc_page() is called "head". Right is order-0. alloc_page() is a
// macro around alloc_pages(), which is known as well, for head: two
// descriptions of one value, of which the one that says less wins. The best of
// them must not be taken: the facts about either_order() are the same, two
// origins at one place of the sources, and there are two values there. It takes
// facts that say which call stands inside which macro.
#include <linux/mm.h>

void *order_0(void)
{
	struct page *page = alloc_page(GFP_KERNEL); /* verdict(page): page ; headness(page): order-0 */

	return page ? page_address(page) : NULL;
}

void *either_order(bool large)
{
	struct page *page = large ? alloc_pages(GFP_KERNEL, 3) : alloc_page(GFP_KERNEL); /* verdict(page): page ; headness(page): head */

	return page ? page_address(page) : NULL;
}
