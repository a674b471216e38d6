// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The numbers of every published revision, and what has none.
//
// The expected numbers are written out here a second time, as one reads them in
// the revisions: number, then type.

#include "check.h"
#include "memdesc/word.h"

struct expected {
	const char *name;
	const char *types[16]; // by number
	unsigned int count;    // of types
};

static const struct expected revisions[] = {
	{"2022",
	 {"misc", "slab", "anon", "folio", "buddy", "ptdesc", "vmalloc",
	  "netmem", "zpdesc", "z3fold", "mappable"},
	 11},
	{"oldest",
	 {"misc", "folio", "anon", "ksm", "slab", "buddy", "movable", "vmalloc",
	  NULL, "ptdesc", "netmem", "hwpoison"},
	 11},
	{"2024",
	 {"misc", "buddy", "folio", "anon", "ksm", "slab", "movable", "ptdesc",
	  "netmem", "hwpoison", "percpu"},
	 11},
	{"newest",
	 {"misc", "buddy", "folio", "anon", "ksm", "slab", "netmem", "movable",
	  "ptdesc", "hwpoison", "percpu", "acctmem", "zpdesc", "managed"},
	 14},
	{"path",
	 {"buddy", "misc", "folio", "anon", "buddy", NULL, NULL, NULL, "buddy",
	  NULL, NULL, NULL, "buddy"},
	 7},
};

static void every_revision(void)
{
	const struct memdesc_numbering *n;
	unsigned int i, tag, count;

	for (i = 0; i < sizeof(revisions) / sizeof(revisions[0]); i++) {
		n = memdesc_numbering_by_name(revisions[i].name);
		CHECK(n && n == memdesc_numbering_at(i));
		for (tag = count = 0; tag < 16; tag++) {
			const char *want = revisions[i].types[tag];
			enum memdesc_type type = memdesc_numbering_type(n, tag);

			CHECK((type == MEMDESC_TYPE_NONE) == !want);
			if (want)
				CHECK(!strcmp(memdesc_type_name(type), want));
			count += want != NULL;
		}
		CHECK_EQ(count, revisions[i].count);
	}
	CHECK(!memdesc_numbering_at(i));
	CHECK(!memdesc_numbering_by_name("2023"));
}

// No two types share a number in any revision.
static void numbers_are_unique(void)
{
	const struct memdesc_numbering *n;
	unsigned int i, a, b;

	for (i = 0; (n = memdesc_numbering_at(i)); i++)
		for (a = 0; a < MEMDESC_NR_PUBLISHED; a++)
			for (b = 0; b < a; b++)
				CHECK(n->tag[a] != n->tag[b] ||
				      n->tag[a] == MEMDESC_NO_TAG);
}

static void chosen_revision(void)
{
	const struct memdesc_numbering *n =
		memdesc_numbering_by_name(MEMDESC_NUMBERING_NAME);
	unsigned int tag, type;

	CHECK(n);
	for (tag = 0; tag < 15; tag++)
		CHECK_EQ(memdesc_type_of_tag[tag],
			 memdesc_numbering_type(n, tag));
	CHECK_EQ(memdesc_type_of_tag[15], MEMDESC_TYPE_NONE);
	for (type = 0; type < MEMDESC_NR_TYPES; type++) {
		bool own = type >= MEMDESC_NR_PUBLISHED ||
			   n->tag[type] == MEMDESC_NO_TAG;

		CHECK_EQ(memdesc_tag_of_type[type],
			 own ? MEMDESC_TAG_EXTENDED : n->tag[type]);
	}
	CHECK_EQ(MEMDESC_TAG_FOLIO, memdesc_tag_of_type[MEMDESC_TYPE_FOLIO]);
}

static void names(void)
{
	CHECK(!strcmp(memdesc_type_name(MEMDESC_TYPE_PTDESC), "ptdesc"));
	CHECK(!strcmp(memdesc_type_name(MEMDESC_TYPE_OWN), "own"));
	CHECK(!memdesc_type_name(MEMDESC_NR_TYPES));
	CHECK(!memdesc_type_name(MEMDESC_TYPE_NONE));
}

int main(void)
{
	RUN(every_revision);
	RUN(numbers_are_unique);
	RUN(chosen_revision);
	RUN(names);
	return 0;
}
