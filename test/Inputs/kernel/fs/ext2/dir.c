// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Directories in the page cache. */
#include <linux/pagemap.h>

struct inode {
	struct address_space *i_mapping;
	loff_t i_size;
};

static unsigned int last_byte(struct inode *inode, pgoff_t n)
{
	loff_t bytes = inode->i_size - (loff_t)(n << PAGE_SHIFT);

	return bytes > (loff_t)PAGE_SIZE ? PAGE_SIZE : bytes;
}

static bool check_page(struct page *page)
{
	struct inode *dir = page->mapping->host;
	const char *entry = page_address(page);

	return PageUptodate(page) && last_byte(dir, page->index) &&
	       page_offset(page) < dir->i_size && *entry;
}

struct page *ext2_get_page(struct inode *dir, pgoff_t n, char **address)
{
	struct page *page = find_get_page(dir->i_mapping, n);

	if (!page)
		return NULL;
	*address = page_address(page);
	if (check_page(page))
		return page;
	put_page(page);
	return NULL;
}

static int ext2_writepage(struct page *page, void *wbc)
{
	lock_page(page);
	ClearPageDirty(page);
	unlock_page(page);
	return 0;
}

const struct address_space_operations ext2_aops = {
	.writepage = ext2_writepage,
};
