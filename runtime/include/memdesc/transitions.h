// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The states of a page, and the table of what may follow.
#ifndef MEMDESC_TRANSITIONS_H
#define MEMDESC_TRANSITIONS_H

#include "page.h"

enum memdesc_state {
#define MEMDESC_STATE(NAME, text) MEMDESC_STATE_##NAME,
#include "transitions.def"
	MEMDESC_NR_STATES
};

enum memdesc_event {
#define MEMDESC_EVENT(NAME, text) MEMDESC_EVENT_##NAME,
#include "transitions.def"
	MEMDESC_NR_EVENTS
};

struct memdesc_transition {
	enum memdesc_event event;
	enum memdesc_state from, to;
	const char *text;
};

MEMDESC_BEGIN

extern const struct memdesc_transition memdesc_transitions[];
extern const unsigned int memdesc_nr_transitions;

const char *memdesc_state_name(enum memdesc_state state);
const char *memdesc_state_text(enum memdesc_state state);
const char *memdesc_event_name(enum memdesc_event event);
const char *memdesc_event_text(enum memdesc_event event);

bool memdesc_may_follow(enum memdesc_event event, enum memdesc_state from,
			enum memdesc_state to);

// The state of a page of this machine as its word says it now. A page that
// others change meanwhile may be in another when this returns.
enum memdesc_state page_state(const struct page *page);

MEMDESC_END

#endif
