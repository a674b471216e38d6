/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_SCATTERLIST_H
#define _LINUX_SCATTERLIST_H

#include <linux/mm.h>

#define SG_CHAIN	1UL
#define SG_END		2UL

/* The low bits of page_link say whether the list goes on. */
struct scatterlist {
	unsigned long page_link;
	unsigned int offset;
	unsigned int length;
};

static inline struct page *sg_page(struct scatterlist *sg)
{
	return (struct page *)(sg->page_link & ~(SG_CHAIN | SG_END));
}

static inline void sg_set_page(struct scatterlist *sg, struct page *page,
			       unsigned int length, unsigned int offset)
{
	sg->page_link = (sg->page_link & (SG_CHAIN | SG_END)) |
			(unsigned long)page;
	sg->offset = offset;
	sg->length = length;
}

#endif
