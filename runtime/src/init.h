// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What a new descriptor starts as, per type.
#ifndef MEMDESC_SRC_INIT_H
#define MEMDESC_SRC_INIT_H

#include "memdesc/folio.h"
#include "memdesc/kinds.h"

// What folios of more than one page have.
static inline void memdesc_init_folio_tail(struct folio *folio,
					   unsigned int order)
{
	atomic_set(&folio->_large_mapcount, -1);
	atomic_set(&folio->_entire_mapcount, -1);
	atomic_set(&folio->_nr_pages_mapped, 0);
	(void)order;
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY
	atomic_set(&folio->_pincount_large, 0);
	folio->_folio_nr_pages = 1UL << order;
	if (order < 2)
		return;
#endif
	INIT_LIST_HEAD(&folio->_deferred_list);
}

static inline void memdesc_init_folio(struct folio *folio, unsigned int order)
{
	INIT_LIST_HEAD(&folio->lru);
	folio->index = (pgoff_t)-1;
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
	atomic_set(&folio->_mapcount, -1);
#endif
	if (order)
		memdesc_init_folio_tail(folio, order);
}

static inline void memdesc_init_desc(void *desc, enum memdesc_type type,
				     unsigned int order)
{
	switch (type) {
	case MEMDESC_TYPE_FOLIO:
	case MEMDESC_TYPE_ANON:
	case MEMDESC_TYPE_KSM:
		memdesc_init_folio((struct folio *)desc, order);
		break;
	case MEMDESC_TYPE_SLAB:
		INIT_LIST_HEAD(&((struct slab *)desc)->slab_list);
		break;
	case MEMDESC_TYPE_PTDESC:
		INIT_LIST_HEAD(&((struct ptdesc *)desc)->pt_list);
		break;
	case MEMDESC_TYPE_ZPDESC:
		INIT_LIST_HEAD(&((struct zpdesc *)desc)->lru);
		break;
	case MEMDESC_TYPE_NETMEM:
		((struct netmem_desc *)desc)->pp_ref_count = 1;
		break;
	case MEMDESC_TYPE_MANAGED:
		INIT_LIST_HEAD(&((struct mgdesc *)desc)->lru);
		break;
	default:
		break;
	}
}

#endif
