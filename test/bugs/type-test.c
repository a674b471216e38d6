// XFAIL: *
// RUN: sh %S/check-bug %s %inputs/kernel %t
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A page that is asked whether it is a slab, and is freed otherwise, is called
// slab. Right is unknown: the test is there because it may be another kind.
// What is asked of a page under a test counts for the other paths as well; that
// fits a state, such as PageUptodate(), but not the kind of a page.
#include "../../mm/slab.h"

unsigned long type_test(struct page *page) /* verdict(page): unknown */
{
	if (!PageSlab(page)) {
		__free_page(page);
		return 0;
	}
	return page_slab(page)->inuse; /* access(*): slab */
}
