// XFAIL: *
// RUN: sh %S/check-bug %s %inputs/kernel %t
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The result of compound_head() is called "maybe-tail". Right is head, as the
// knowledge files say under "passes". The macro, the function behind it and the
// argument are three descriptions of one value; the first two bring what is not
// known of their bodies, and that is what counts.
#include <linux/pagemap.h>

void *compound_first(struct page *page) /* verdict(page): unknown */
{
	struct page *head = compound_head(page); /* verdict(head): unknown ; headness(head): head */

	return page_address(head);
}
