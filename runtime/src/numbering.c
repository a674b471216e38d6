// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The table of numbers, turned into the ones programs look things up in.

#include <string.h>
#include "memdesc/numbering.h"

// A chain over all types, as a constant: the one that has this tag.
#define X(NAME, name, a, b, c, d, e) \
	MEMDESC_PICK(a, b, c, d, e) == TAG ? MEMDESC_TYPE_##NAME:
enum {
#define TAG 0
	type_0 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 1
	type_1 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 2
	type_2 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 3
	type_3 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 4
	type_4 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 5
	type_5 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 6
	type_6 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 7
	type_7 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 8
	type_8 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 9
	type_9 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 10
	type_10 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 11
	type_11 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 12
	type_12 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
#define TAG 13
	type_13 = MEMDESC_TYPES(X) MEMDESC_TYPE_NONE,
#undef TAG
};
#undef X

#if MEMDESC_NUMBERING == MEMDESC_NUMBERING_PATH
#define ALIAS(type) MEMDESC_TYPE_BUDDY
#else
#define ALIAS(type) type
#endif

const u8 memdesc_type_of_tag[16] = {
	type_0,
	type_1,
	type_2,
	type_3,
	ALIAS(type_4),
	type_5,
	type_6,
	type_7,
	ALIAS(type_8),
	type_9,
	type_10,
	type_11,
	ALIAS(type_12),
	type_13,
	MEMDESC_TYPE_NONE,
	MEMDESC_TYPE_NONE,
};

#define E2  MEMDESC_TAG_EXTENDED, MEMDESC_TAG_EXTENDED
#define E8  E2, E2, E2, E2
#define E32 E8, E8, E8, E8
const u8 memdesc_tag_of_type[MEMDESC_NR_TYPES] = {
#define X(NAME, ...) MEMDESC_TAG_##NAME,
	MEMDESC_TYPES(X)
#undef X
		E32,
};

#define COLUMN_A(a, b, c, d, e) a
#define COLUMN_B(a, b, c, d, e) b
#define COLUMN_C(a, b, c, d, e) c
#define COLUMN_D(a, b, c, d, e) d
#define COLUMN_E(a, b, c, d, e) e

static const struct memdesc_numbering numberings[] = {
#define X(NAME, name, ...) COLUMN_A(__VA_ARGS__),
	{"2022", {MEMDESC_TYPES(X)}, false},
#undef X
#define X(NAME, name, ...) COLUMN_B(__VA_ARGS__),
	{"oldest", {MEMDESC_TYPES(X)}, false},
#undef X
#define X(NAME, name, ...) COLUMN_C(__VA_ARGS__),
	{"2024", {MEMDESC_TYPES(X)}, false},
#undef X
#define X(NAME, name, ...) COLUMN_D(__VA_ARGS__),
	{"newest", {MEMDESC_TYPES(X)}, false},
#undef X
#define X(NAME, name, ...) COLUMN_E(__VA_ARGS__),
	{"path", {MEMDESC_TYPES(X)}, true},
#undef X
};

static const char *const type_names[MEMDESC_NR_PUBLISHED] = {
#define X(NAME, name, ...) #name,
	MEMDESC_TYPES(X)
#undef X
};

const char *memdesc_type_name(enum memdesc_type type)
{
	if (type < MEMDESC_NR_PUBLISHED)
		return type_names[type];
	return type < MEMDESC_NR_TYPES ? "own" : NULL;
}

const struct memdesc_numbering *memdesc_numbering_at(unsigned int i)
{
	if (i >= sizeof(numberings) / sizeof(numberings[0]))
		return NULL;
	return &numberings[i];
}

const struct memdesc_numbering *memdesc_numbering_by_name(const char *name)
{
	const struct memdesc_numbering *n;
	unsigned int i;

	for (i = 0; (n = memdesc_numbering_at(i)); i++)
		if (!strcmp(n->name, name))
			return n;
	return NULL;
}

enum memdesc_type memdesc_numbering_type(const struct memdesc_numbering *n,
					 unsigned int tag)
{
	unsigned int type;

	if (n->buddy_aliases && tag < 16 && tag % 4 == 0)
		return MEMDESC_TYPE_BUDDY;
	for (type = 0; type < MEMDESC_NR_PUBLISHED; type++)
		if (n->tag[type] == (int)tag)
			return (enum memdesc_type)type;
	return MEMDESC_TYPE_NONE;
}
