// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Memory tags travel with a page that is swapped out. */
#include <linux/mm.h>

static unsigned char *tag_storage[64];

int mte_save_tags(struct page *page)
{
	if (!test_bit(PG_mte_tagged, &page->flags))
		return 0;
	memcpy(tag_storage[page_private(page) % 64], page_address(page), 16);
	return 1;
}

void mte_restore_tags(unsigned long entry, struct page *page)
{
	memcpy(page_address(page), tag_storage[entry % 64], 16);
	set_bit(PG_mte_tagged, &page->flags);
}
