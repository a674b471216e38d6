// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The lookup protocol, to be inlined where the types are known.
#ifndef MEMDESC_SRC_PROTOCOL_H
#define MEMDESC_SRC_PROTOCOL_H

#include "memdesc/lookup.h"
#include "memdesc/rcu.h"

static inline void *lookup_inline(const struct page *page, u64 types,
				  void (*drop)(void *desc))
{
	void *desc;

	rcu_read_lock();
	for (;;) {
		desc = page_desc_in(page, types);
		if (!desc)
			break;
		if (unlikely(!atomic_inc_not_zero(memdesc_count(desc)))) {
			if (page_desc_in(page, types) != desc)
				continue;
			desc = NULL;
			break;
		}
		if (likely(page_desc_in(page, types) == desc))
			break;
		drop(desc);
	}
	memdesc_mark_reader_done();
	rcu_read_unlock();
	return desc;
}

#endif
