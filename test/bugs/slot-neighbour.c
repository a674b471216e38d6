// XFAIL: *
// RUN: sh %S/check-bug %s %inputs/kernel %t
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one implementer of a slot does is taken for what comes to the other:
// slot_unlock() is called netmem, over its own unlock_page(). Right is folio.
// Nobody is seen to call through the slot with a page of page_pool, and the two
// tables never need to meet. (The slot itself is netmem because what is
// establishing goes before what is strong.)
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

struct slot_ops {
	void (*drop)(struct page *page); /* verdict(page): netmem */
};

static void slot_recycle(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

static void slot_unlock(struct page *page) /* verdict(page): folio */
{
	unlock_page(page);
}

const struct slot_ops slot_network = {
	.drop = slot_recycle,
};

const struct slot_ops slot_file = {
	.drop = slot_unlock,
};

void slot_call(const struct slot_ops *ops,
	       struct page *page) /* verdict(page): netmem */
{
	ops->drop(page);
}
