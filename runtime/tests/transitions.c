// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The transition table is sound, and a debug build asks it.

#include "machine.h"

// Each event and each state is used, none twice in the same way.
static void table(void)
{
	unsigned int events[MEMDESC_NR_EVENTS] = {0};
	unsigned int from[MEMDESC_NR_STATES] = {0}, to[MEMDESC_NR_STATES] = {0};
	unsigned int i, j;

	for (i = 0; i < memdesc_nr_transitions; i++) {
		const struct memdesc_transition *t = &memdesc_transitions[i];

		events[t->event]++;
		from[t->from]++;
		to[t->to]++;
		for (j = 0; j < i; j++)
			CHECK(memdesc_transitions[j].event != t->event ||
			      memdesc_transitions[j].from != t->from ||
			      memdesc_transitions[j].to != t->to);
		CHECK(memdesc_may_follow(t->event, t->from, t->to));
	}
	for (i = 0; i < MEMDESC_NR_EVENTS; i++)
		CHECK(events[i] && memdesc_event_name(i) &&
		      memdesc_event_text(i));
	for (i = 0; i < MEMDESC_NR_STATES; i++)
		CHECK(from[i] && memdesc_state_name(i) &&
		      memdesc_state_text(i) &&
		      (to[i] || i == MEMDESC_STATE_ABSENT));
}

static void what_must_not_be(void)
{
	CHECK(!memdesc_may_follow(MEMDESC_EVENT_ALLOC, MEMDESC_STATE_SLAB,
				  MEMDESC_STATE_FOLIO));
	CHECK(!memdesc_may_follow(MEMDESC_EVENT_FREE, MEMDESC_STATE_HWPOISON,
				  MEMDESC_STATE_TAIL));
	CHECK(!memdesc_may_follow(MEMDESC_EVENT_FREE_MISC,
				  MEMDESC_STATE_RESERVED, MEMDESC_STATE_TAIL));
	CHECK(!memdesc_may_follow(MEMDESC_EVENT_SUBTYPE, MEMDESC_STATE_FOLIO,
				  MEMDESC_STATE_OFFLINE));
}

// From every state but ABSENT there is a way to every other one but ABSENT and,
// once it is left, RESERVED.
static void every_state_is_reached(void)
{
	bool seen[MEMDESC_NR_STATES] = {false};
	unsigned int i, round;

	seen[MEMDESC_STATE_ABSENT] = true;
	for (round = 0; round < MEMDESC_NR_STATES; round++)
		for (i = 0; i < memdesc_nr_transitions; i++)
			if (seen[memdesc_transitions[i].from])
				seen[memdesc_transitions[i].to] = true;
	for (i = 0; i < MEMDESC_NR_STATES; i++)
		CHECK(seen[i]);
}

#ifdef MEMDESC_DEBUG
// GUARD to OFFLINE has no row.
static void a_debug_build_asks(void)
{
	struct page *page;

	machine_start(4096);
	page = alloc_pages_misc(GFP_KERNEL, 0, MISC_GUARD, false);
	CHECK_BUG(page_set_misc(page, MISC_OFFLINE), "SUBTYPE: page 0x",
		  "OFFLINE does not follow GUARD");
	__free_page(page);
	machine_stop();
}
#endif

int main(void)
{
	RUN(table);
	RUN(what_must_not_be);
	RUN(every_state_is_reached);
#ifdef MEMDESC_DEBUG
	RUN(a_debug_build_asks);
#endif
	return 0;
}
