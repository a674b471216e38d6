// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Prints the states of a page and what may follow which, as Markdown.

#include <stdio.h>
#include "memdesc/transitions.h"

int main(void)
{
	unsigned int i;

	printf("# The states of a page\n\n"
	       "Printed by `memdesc-transitions` from "
	       "`runtime/include/memdesc/transitions.def`, which a debug\n"
	       "build asks at every change of a page word. To change this "
	       "page, change that file.\n\n"
	       "## States\n\n| state | what it is |\n|---|---|\n");
	for (i = 0; i < MEMDESC_NR_STATES; i++)
		printf("| %s | %s |\n",
		       memdesc_state_name((enum memdesc_state)i),
		       memdesc_state_text((enum memdesc_state)i));
	printf("\n## Events\n\n| event | what happens |\n|---|---|\n");
	for (i = 0; i < MEMDESC_NR_EVENTS; i++)
		printf("| %s | %s |\n",
		       memdesc_event_name((enum memdesc_event)i),
		       memdesc_event_text((enum memdesc_event)i));
	printf("\n## Transitions\n\n| event | from | to | what must hold, and "
	       "what is done |\n|---|---|---|---|\n");
	for (i = 0; i < memdesc_nr_transitions; i++)
		printf("| %s | %s | %s | %s |\n",
		       memdesc_event_name(memdesc_transitions[i].event),
		       memdesc_state_name(memdesc_transitions[i].from),
		       memdesc_state_name(memdesc_transitions[i].to),
		       memdesc_transitions[i].text);
	return 0;
}
