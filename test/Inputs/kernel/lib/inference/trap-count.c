// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: a count that is one does not say whose page it is. */
#include <linux/pagemap.h>

bool count_alone(struct page *page) /* verdict(page): unknown */
{
	return page_ref_count(page) == 1;
}

unsigned long count_reuse(struct page *page) /* verdict(page): unknown */
{
	if (page_ref_count(page) != 1)
		return 0;
	return page->private; /* access(private): unknown */
}

bool count_freeze(struct page *page) /* verdict(page): unknown */
{
	set_page_count(page, 0);
	return atomic_read(&page->_refcount) == 0;
}
