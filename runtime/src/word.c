// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// A page word for people to read.

#include <stdio.h>
#include "memdesc/word.h"

static const char *const misc_names[MISC_NR_PUBLISHED] = {
	"reserved", "zero page",     "unknown", "vmalloc", "guard",
	"offline",  "large kmalloc", "exact",	"brd",
};

const char *memdesc_describe(u64 word, char *buffer, size_t size)
{
	enum memdesc_type type = memdesc_type(word);
	unsigned int subtype = memdesc_misc_subtype(word);

	if (type == MEMDESC_TYPE_NONE)
		snprintf(buffer, size, "tag %u", memdesc_tag(word));
	else if (type != MEMDESC_TYPE_MISC)
		snprintf(buffer, size, "%s", memdesc_type_name(type));
	else if (subtype < MISC_NR_PUBLISHED)
		snprintf(buffer, size, "misc %s, order %u", misc_names[subtype],
			 memdesc_misc_order(word));
	else
		snprintf(buffer, size, "misc %u, order %u", subtype,
			 memdesc_misc_order(word));
	return buffer;
}
