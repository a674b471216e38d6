// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The transition table as arrays.

#include "memdesc/transitions.h"

static const char *const states[][2] = {
#define MEMDESC_STATE(NAME, text) {#NAME, text},
#include "memdesc/transitions.def"
};

static const char *const events[][2] = {
#define MEMDESC_EVENT(NAME, text) {#NAME, text},
#include "memdesc/transitions.def"
};

const struct memdesc_transition memdesc_transitions[] = {
#define MEMDESC_TRANSITION(EVENT, FROM, TO, text) \
	{MEMDESC_EVENT_##EVENT, MEMDESC_STATE_##FROM, MEMDESC_STATE_##TO, text},
#include "memdesc/transitions.def"
};

const unsigned int memdesc_nr_transitions =
	sizeof(memdesc_transitions) / sizeof(memdesc_transitions[0]);

const char *memdesc_state_name(enum memdesc_state state)
{
	return state < MEMDESC_NR_STATES ? states[state][0] : NULL;
}

const char *memdesc_state_text(enum memdesc_state state)
{
	return state < MEMDESC_NR_STATES ? states[state][1] : NULL;
}

const char *memdesc_event_name(enum memdesc_event event)
{
	return event < MEMDESC_NR_EVENTS ? events[event][0] : NULL;
}

const char *memdesc_event_text(enum memdesc_event event)
{
	return event < MEMDESC_NR_EVENTS ? events[event][1] : NULL;
}

bool memdesc_may_follow(enum memdesc_event event, enum memdesc_state from,
			enum memdesc_state to)
{
	unsigned int i;

	for (i = 0; i < memdesc_nr_transitions; i++) {
		const struct memdesc_transition *t = &memdesc_transitions[i];

		if (t->event == event && t->from == from && t->to == to)
			return true;
	}
	return false;
}
