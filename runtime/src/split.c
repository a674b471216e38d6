// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What is done differently when descriptors are apart from pages.

#include "memdesc/page.h"

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT

enum memdesc_type memdesc_ext_type(const void *desc)
{
	const struct memdesc_head *head = (const struct memdesc_head *)desc;
	u8 type = __atomic_load_n(&head->_subtype, __ATOMIC_RELAXED);

	return type < MEMDESC_NR_TYPES ? (enum memdesc_type)type
				       : MEMDESC_TYPE_NONE;
}

#endif
