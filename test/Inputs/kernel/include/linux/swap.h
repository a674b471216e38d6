/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_SWAP_H
#define _LINUX_SWAP_H

#include <linux/pagemap.h>

void mark_page_accessed(struct page *page);

#endif
