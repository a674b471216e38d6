// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Blocks of a page, hung on page->private. */
#include <linux/buffer_head.h>

void create_empty_buffers(struct page *page, struct buffer_head *first,
			  unsigned long blocksize)
{
	struct buffer_head *bh = first;
	char *data = page_address(page);

	do {
		bh->b_page = page;
		bh->b_data = data;
		bh->b_size = blocksize;
		data += blocksize;
		bh = bh->b_this_page;
	} while (bh != first);
	attach_page_private(page, first);
}

bool try_to_free_buffers(struct page *page)
{
	struct buffer_head *head = page_buffers(page), *bh = head;

	do {
		if (bh->b_state)
			return false;
		bh = bh->b_this_page;
	} while (bh != head);
	detach_page_private(page);
	return true;
}

bool buffer_of(const struct buffer_head *bh, struct address_space *mapping)
{
	return bh->b_page->mapping == mapping && !bh->b_folio->index;
}
