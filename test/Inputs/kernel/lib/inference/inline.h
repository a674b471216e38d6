/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef LIB_INFERENCE_INLINE_H
#define LIB_INFERENCE_INLINE_H

#include <linux/pagemap.h>

/* One function, though each file that includes this compiles its own. */
static inline void *inline_address(const struct page *page) /* verdict(page): folio */
{
	return page_address(page);
}

static inline void inline_unlock(struct page *page) /* verdict(page): folio */
{
	unlock_page(page);
}

static inline void *inline_either(const struct page *page) /* verdict(page): mixed, origins-differ */
{
	return page_address(page);
}

#endif
