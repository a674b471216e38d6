/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_MMDEBUG_H
#define _LINUX_MMDEBUG_H

#include <linux/bug.h>

struct page;

void dump_page(const struct page *page, const char *reason);

#define VM_BUG_ON_PAGE(cond, page)			\
do {							\
	if (unlikely(cond)) {				\
		dump_page(page, #cond);			\
		BUG();					\
	}						\
} while (0)

#endif
