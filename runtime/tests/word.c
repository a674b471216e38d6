// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The bits of the page word, and what does not fit into it.

#include "check.h"
#include "memdesc/page.h"

static struct folio some_folio __attribute__((aligned(64)));

static void pointers_come_back(void)
{
	unsigned int type;

	for (type = 0; type < MEMDESC_NR_PUBLISHED; type++) {
		u64 word;

		if (type == MEMDESC_TYPE_MISC || type == MEMDESC_TYPE_BUDDY)
			continue;
		word = memdesc_make((enum memdesc_type)type, &some_folio);
		CHECK(memdesc_ptr(word) == &some_folio);
		CHECK_EQ(memdesc_tag(word), memdesc_tag_of_type[type]);
		CHECK_EQ(word & 15, memdesc_tag_of_type[type]);
		if (memdesc_tag(word) != MEMDESC_TAG_EXTENDED)
			CHECK_EQ(memdesc_type(word), type);
	}
}

static void bad_pointers_are_refused(void)
{
	unsigned long off;

	for (off = 1; off < MEMDESC_ALIGN; off++)
		CHECK_BUG(memdesc_make(MEMDESC_TYPE_FOLIO,
				       (char *)&some_folio + off),
			  "memdesc: error: memdesc_make: no page:",
			  "not aligned to 16");
	CHECK_BUG(memdesc_make(MEMDESC_TYPE_FOLIO, NULL), "memdesc_make");
	CHECK_BUG(memdesc_make(MEMDESC_TYPE_MISC, &some_folio),
		  "type 0 has no descriptor");
	CHECK_BUG(memdesc_make(MEMDESC_TYPE_BUDDY, &some_folio),
		  "has no descriptor");
	CHECK_BUG(
		memdesc_make((enum memdesc_type)MEMDESC_NR_TYPES, &some_folio),
		"has no descriptor");
}

// Every field of Misc with all others all ones, and all zero.
static void misc_fields_are_apart(void)
{
	u64 place = memdesc_place(7, 1023, (1ul << 19) - 1);
	u64 all = memdesc_make_misc(127, true, 63, place);

	CHECK_EQ(place, 0xffffffff00000000u);
	CHECK_EQ(all, place | 0x3fff0u | MEMDESC_TAG_MISC);
	CHECK_EQ(memdesc_make_misc(0, false, 0, 0), MEMDESC_TAG_MISC);
	CHECK_EQ(memdesc_make_misc(127, false, 0, 0),
		 0x7f0u | MEMDESC_TAG_MISC);
	CHECK_EQ(memdesc_make_misc(0, true, 0, 0), 0x800u | MEMDESC_TAG_MISC);
	CHECK_EQ(memdesc_make_misc(0, false, 63, 0),
		 0x3f000u | MEMDESC_TAG_MISC);
}

static void misc_round_trip(void)
{
	unsigned int subtype, order, mappable;

	for (subtype = 0; subtype < MISC_NR; subtype++)
		for (order = 0; order <= MEMDESC_MAX_ORDER; order++)
			for (mappable = 0; mappable < 2; mappable++) {
				u64 place =
					memdesc_place(order % 8, subtype * 8,
						      subtype * 4096ul);
				u64 w = memdesc_make_misc(subtype, mappable,
							  order, place);
				memdesc_flags_t high = {(unsigned long)w};

				CHECK(memdesc_is_misc(w));
				CHECK_EQ(memdesc_type(w), MEMDESC_TYPE_MISC);
				CHECK_EQ(memdesc_misc_subtype(w), subtype);
				CHECK_EQ(memdesc_misc_order(w), order);
				CHECK_EQ(memdesc_misc_mappable(w), mappable);
				CHECK_EQ(memdesc_zonenum(high), order % 8);
				CHECK_EQ(memdesc_nid(high), subtype * 8);
				CHECK_EQ(memdesc_section(high),
					 subtype * 4096ul);
			}
}

static void misc_out_of_range(void)
{
	CHECK_BUG(memdesc_make_misc(128, false, 0, 0), "memdesc_make_misc",
		  "subtype 128");
	CHECK_BUG(memdesc_make_misc(0, false, 64, 0), "order 64");
	CHECK_BUG(memdesc_make_misc(0, false, 0, 1ul << 18),
		  "memdesc_make_misc");
	CHECK_BUG(memdesc_place(8, 0, 0), "memdesc_place", "zone 8");
	CHECK_BUG(memdesc_place(0, 1024, 0), "node 1024");
	CHECK_BUG(memdesc_place(0, 0, 1ul << 19), "section 524288");
}

static void unassigned_tags(void)
{
	unsigned int tag;
	char text[40], want[10];

	for (tag = 0; tag < 15; tag++) {
		if (memdesc_type_of_tag[tag] != MEMDESC_TYPE_NONE)
			continue;
		CHECK_EQ(memdesc_type(tag), MEMDESC_TYPE_NONE);
		snprintf(want, sizeof(want), "tag %u", tag);
		CHECK(!strcmp(memdesc_describe(tag, text, sizeof(text)), want));
	}
}

static void descriptions(void)
{
	char text[60];

	memdesc_describe(memdesc_make_misc(MISC_GUARD, false, 4, 0), text,
			 sizeof(text));
	CHECK(!strcmp(text, "misc guard, order 4"));
	memdesc_describe(memdesc_make_misc(99, false, 1, 0), text,
			 sizeof(text));
	CHECK(!strcmp(text, "misc 99, order 1"));
	memdesc_describe(memdesc_make(MEMDESC_TYPE_FOLIO, &some_folio), text,
			 sizeof(text));
	CHECK(!strcmp(text, "folio"));
}

// Sixteen types that are published and one more fit, and so do 32 of our own.
static void a_seventeenth_type(void)
{
	static char desc[64] __attribute__((aligned(64)));
	unsigned int type;

	CHECK(MEMDESC_NR_PUBLISHED > 16);
	for (type = MEMDESC_TYPE_OWN; type < MEMDESC_NR_TYPES; type++) {
		u64 word = memdesc_make((enum memdesc_type)type, desc);
#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
		((struct memdesc_head *)desc)->_subtype = (u8)type;
#else
		((struct page *)desc)->page_type = (MEMDESC_KIND_TYPE + type)
						   << 24;
#endif
		CHECK_EQ(memdesc_tag(word), MEMDESC_TAG_EXTENDED);
		CHECK_EQ(memdesc_type(word), type);
	}
}

int main(void)
{
	RUN(pointers_come_back);
	RUN(bad_pointers_are_refused);
	RUN(misc_fields_are_apart);
	RUN(misc_round_trip);
	RUN(misc_out_of_range);
	RUN(unassigned_tags);
	RUN(descriptions);
	RUN(a_seventeenth_type);
	return 0;
}
