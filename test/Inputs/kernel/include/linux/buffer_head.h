/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_BUFFER_HEAD_H
#define _LINUX_BUFFER_HEAD_H

#include <linux/pagemap.h>

struct buffer_head {
	unsigned long b_state;
	struct buffer_head *b_this_page;
	union {
		struct page *b_page;
		struct folio *b_folio;
	};
	sector_t b_blocknr;
	size_t b_size;
	char *b_data;
};

/* A macro, so that it can be assigned from any of the two. */
#define page_buffers(page)					\
({								\
	VM_BUG_ON(!PagePrivate(page));				\
	((struct buffer_head *)page_private(page));		\
})

#endif
