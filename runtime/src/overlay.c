// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What is done differently when descriptors lie over struct page.

#include "memdesc/page.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY

enum memdesc_type memdesc_ext_type(const void *desc)
{
	const struct page *page = (const struct page *)desc;
	u32 kind = __atomic_load_n(&page->page_type, __ATOMIC_RELAXED) >> 24;

	if (kind < MEMDESC_KIND_TYPE ||
	    kind >= MEMDESC_KIND_TYPE + MEMDESC_NR_TYPES)
		return MEMDESC_TYPE_NONE;
	return (enum memdesc_type)(kind - MEMDESC_KIND_TYPE);
}

#endif
