// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The state that a type or subtype is, and the question to the table.

#include "layout.h"

enum memdesc_state memdesc_state_of_type(enum memdesc_type type)
{
	switch (type) {
	case MEMDESC_TYPE_FOLIO:
	case MEMDESC_TYPE_ANON:
	case MEMDESC_TYPE_KSM:
		return MEMDESC_STATE_FOLIO;
	case MEMDESC_TYPE_SLAB:
		return MEMDESC_STATE_SLAB;
	case MEMDESC_TYPE_PTDESC:
		return MEMDESC_STATE_PTDESC;
	case MEMDESC_TYPE_ZPDESC:
		return MEMDESC_STATE_ZPDESC;
	case MEMDESC_TYPE_NETMEM:
		return MEMDESC_STATE_NETMEM;
	case MEMDESC_TYPE_MOVABLE:
		return MEMDESC_STATE_MOVABLE;
	case MEMDESC_TYPE_PERCPU:
		return MEMDESC_STATE_PERCPU;
	case MEMDESC_TYPE_ACCTMEM:
		return MEMDESC_STATE_ACCTMEM;
	case MEMDESC_TYPE_MANAGED:
		return MEMDESC_STATE_MANAGED;
	case MEMDESC_TYPE_HWPOISON:
		return MEMDESC_STATE_HWPOISON;
	default:
		return type >= MEMDESC_TYPE_OWN && type < MEMDESC_NR_TYPES
			       ? MEMDESC_STATE_OWN
			       : MEMDESC_STATE_ABSENT;
	}
}

enum memdesc_state memdesc_state_of_subtype(unsigned int subtype)
{
	switch (subtype) {
	case MISC_RESERVED:
		return MEMDESC_STATE_RESERVED;
	case MISC_GUARD:
		return MEMDESC_STATE_GUARD;
	case MISC_OFFLINE:
		return MEMDESC_STATE_OFFLINE;
	default:
		return MEMDESC_STATE_MISC;
	}
}

#ifdef MEMDESC_DEBUG
void memdesc_check_transition(enum memdesc_event event, const struct page *page,
			      enum memdesc_state from, enum memdesc_state to)
{
	if (!memdesc_may_follow(event, from, to))
		memdesc_bug(memdesc_event_name(event), page,
			    "%s does not follow %s", memdesc_state_name(to),
			    memdesc_state_name(from));
}

void memdesc_check_pages(enum memdesc_event event, const struct page *page,
			 unsigned int order, enum memdesc_state to)
{
	unsigned long i;

	for (i = 0; i < 1UL << order; i++)
		memdesc_check_transition(event, page + i, page_state(page + i),
					 to);
}
#endif
