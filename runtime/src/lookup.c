// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The lookup protocol for any set of types.

#include "protocol.h"

void *memdesc_lookup(const struct page *page, u64 types,
		     void (*drop)(void *desc))
{
	return lookup_inline(page, types, drop);
}
