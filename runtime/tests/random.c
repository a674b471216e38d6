// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Random operations against a model that a child could have written.
//
// usage: random [STEPS [SEED]]. The model is a list of allocations and, for
// each page, which of them it belongs to. After each step the whole map is
// walked, the number of free pages compared, and some pages looked at. An
// allocation may fail only when the model has no aligned free block of that
// size.

#include <errno.h>
#include "machine.h"

#define NR_PAGES   256
#define MAX_THINGS NR_PAGES
#define MAX_ORDER  5

struct thing {
	bool used;
	enum memdesc_type type;
	unsigned int subtype;
	unsigned long first; // index of the page
	unsigned int order;
	int refs;
	bool broken;
	pgoff_t index;
};

static struct thing things[MAX_THINGS];
static int owner[NR_PAGES]; // of each page; see below
static unsigned long nr_free;
static u64 state;

#define FREE	 (-1)
#define RESERVED (-2)
#define BROKEN	 (-3)

static const enum memdesc_type types[] = {
	MEMDESC_TYPE_FOLIO,  MEMDESC_TYPE_FOLIO,   MEMDESC_TYPE_FOLIO,
	MEMDESC_TYPE_ANON,   MEMDESC_TYPE_SLAB,	   MEMDESC_TYPE_PTDESC,
	MEMDESC_TYPE_ZPDESC, MEMDESC_TYPE_NETMEM,  MEMDESC_TYPE_MOVABLE,
	MEMDESC_TYPE_PERCPU, MEMDESC_TYPE_ACCTMEM, MEMDESC_TYPE_MANAGED,
	MEMDESC_TYPE_OWN,    MEMDESC_TYPE_MISC,	   MEMDESC_TYPE_MISC,
};

static unsigned int draw(unsigned int below)
{
	state = state * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned int)(state >> 33) % below;
}

// Two zones of NR_PAGES / 2 pages, far apart.
static struct page *page_at(unsigned long i)
{
	return pfn_to_page(i < NR_PAGES / 2 ? FIRST_PFN + i
					    : FIRST_PFN + (1ul << 18) + i -
						      NR_PAGES / 2);
}

static unsigned long index_of(const struct page *page)
{
	unsigned long off = page_to_pfn(page) - FIRST_PFN;

	return off < 1ul << 18 ? off : off - (1ul << 18) + NR_PAGES / 2;
}

static struct thing *any_thing(void)
{
	unsigned int start = draw(MAX_THINGS), i;

	for (i = 0; i < MAX_THINGS; i++) {
		struct thing *t = &things[(start + i) % MAX_THINGS];

		if (t->used)
			return t;
	}
	return NULL;
}

static struct thing *new_thing(unsigned long first, unsigned int order,
			       enum memdesc_type type)
{
	struct thing *t = things;
	unsigned long i;

	while (t->used)
		t++;
	*t = (struct thing){.used = true,
			    .type = type,
			    .first = first,
			    .order = order,
			    .refs = 1};
	for (i = first; i < first + (1ul << order); i++)
		owner[i] = (int)(t - things);
	return t;
}

static void drop_thing(struct thing *t)
{
	unsigned long i;

	for (i = t->first; i < t->first + (1ul << t->order); i++)
		if (owner[i] == t - things) {
			owner[i] = FREE;
			nr_free++;
		}
	t->used = false;
}

static bool model_has_block(unsigned int order)
{
	unsigned long first, i, nr = 1ul << order;

	for (first = 0; first < NR_PAGES; first += nr) {
		for (i = 0; i < nr && owner[first + i] == FREE; i++)
			;
		if (i == nr)
			return true;
	}
	return false;
}

static void allocate(void)
{
	enum memdesc_type type = types[draw(sizeof(types) / sizeof(*types))];
	unsigned int order = draw(MAX_ORDER + 1), subtype = MISC_UNKNOWN;
	bool may = model_has_block(order);
	struct page *page;
	struct thing *t;
	unsigned long i;

	if (type == MEMDESC_TYPE_MISC) {
		subtype = MISC_UNKNOWN + draw(MISC_NR - MISC_UNKNOWN);
		page = alloc_pages_misc(GFP_KERNEL, order,
					(enum memdesc_misc_subtype)subtype,
					draw(2));
	} else {
		page = alloc_page_desc(GFP_KERNEL, order, type);
	}
	CHECK(!page == !may);
	if (!page)
		return;
	for (i = 0; i < 1ul << order; i++)
		CHECK_EQ(owner[index_of(page) + i], FREE);
	t = new_thing(index_of(page), order, type);
	t->subtype = subtype;
	nr_free -= 1ul << order;
	if (page_folio(page)) {
		t->index = draw(1000);
		page_folio(page)->index = t->index;
	}
}

static struct page *some_page(const struct thing *t)
{
	unsigned long i = draw(1u << t->order);

	while (owner[t->first + i] == BROKEN)
		i = (i + 1) % (1u << t->order);
	return page_at(t->first + i);
}

static bool all_broken(const struct thing *t)
{
	unsigned long i;

	for (i = 0; i < 1ul << t->order; i++)
		if (owner[t->first + i] != BROKEN)
			return false;
	return true;
}

static bool is_counted(const struct thing *t)
{
	return memdesc_type_in(t->type, MEMDESC_COUNTED_TYPES);
}

static void release(struct thing *t)
{
	if (t->type == MEMDESC_TYPE_MISC)
		__free_pages(page_at(t->first), t->order);
	else if (is_counted(t))
		put_page(some_page(t));
	else
		free_page_desc(some_page(t));
	if (--t->refs == 0)
		drop_thing(t);
}

static void reference(struct thing *t)
{
	if (!is_counted(t) || t->refs > 5)
		return;
	get_page(some_page(t));
	t->refs++;
}

static bool is_folio(const struct thing *t)
{
	return memdesc_type_in(t->type, MEMDESC_FOLIO_TYPES);
}

static void split(struct thing *t)
{
	unsigned int order = t->order, to = draw(MAX_ORDER), i;
	struct thing was = *t;
	int err;

	if (!is_folio(t))
		return;
	err = folio_split(page_folio(some_page(t)), to);
	CHECK_EQ(err, to >= order		  ? -EINVAL
		      : t->broken || t->refs != 1 ? -EBUSY
						  : 0);
	if (err)
		return;
	t->used = false;
	for (i = 0; i < 1u << (order - to); i++) {
		struct thing *part =
			new_thing(was.first + (i << to), to, was.type);

		part->index = was.index + (i << to);
	}
}

// Whether the pages of this order that begin with t's are all folios of its
// type with one reference each.
static bool can_merge(const struct thing *t, unsigned int order)
{
	unsigned long first = t->first, end = first + (1ul << order);

	if (order <= t->order || first & ((1ul << order) - 1) ||
	    end > (first < NR_PAGES / 2 ? NR_PAGES / 2 : NR_PAGES))
		return false;
	while (first < end) {
		const struct thing *part;

		if (owner[first] < 0)
			return false;
		part = &things[owner[first]];
		if (part->type != t->type || part->refs != 1 || part->broken ||
		    part->first != first)
			return false;
		first += 1ul << part->order;
	}
	return first == end;
}

static void merge(struct thing *t)
{
	unsigned int order = t->order + 1 + draw(2);
	bool may = can_merge(t, order);
	struct thing was = *t, *merged;
	struct folio *folio;
	unsigned long i;

	if (!is_folio(t) || order > MAX_ORDER || t->broken)
		return;
	folio = folio_merge(page_folio(some_page(t)), order);
	CHECK(!folio == !may);
	if (!folio)
		return;
	for (i = was.first; i < was.first + (1ul << order); i++)
		things[owner[i]].used = false;
	merged = new_thing(was.first, order, was.type);
	merged->index = was.index;
}

static void migrate(struct thing *t)
{
	bool may = model_has_block(t->order) && t->refs == 1 && !t->broken;
	struct thing was = *t, *moved;
	struct folio *folio;

	if (!is_folio(t))
		return;
	folio = folio_migrate(page_folio(some_page(t)));
	CHECK(!folio == !may);
	if (!folio)
		return;
	drop_thing(t);
	moved = new_thing(index_of(folio_page(folio, 0)), was.order, was.type);
	moved->index = was.index;
	nr_free -= 1ul << was.order;
}

static void change_subtype(struct thing *t)
{
	unsigned int subtype = draw(2) ? MISC_VMALLOC : MISC_OFFLINE;

	if (t->type != MEMDESC_TYPE_MISC || t->subtype == MISC_GUARD ||
	    (t->subtype == MISC_OFFLINE && subtype == MISC_OFFLINE) ||
	    t->broken)
		return;
	page_set_misc(some_page(t), (enum memdesc_misc_subtype)subtype);
	t->subtype = subtype;
}

// Few, or there would be nothing left.
static void break_page(void)
{
	unsigned long i = draw(NR_PAGES);
	struct thing *t = owner[i] >= 0 ? &things[owner[i]] : NULL;
	int err;

	if (draw(50) || owner[i] == RESERVED || (t && !is_folio(t)))
		return;
	if (owner[i] == BROKEN) {
		CHECK_EQ(memory_failure(page_to_pfn(page_at(i))), -EBUSY);
		return;
	}
	err = memory_failure(page_to_pfn(page_at(i)));
	CHECK_EQ(err, 0);
	if (t)
		t->broken = true;
	else
		nr_free--;
	owner[i] = BROKEN;
	// A folio with no page left cannot be named by one.
	if (t && all_broken(t)) {
		CHECK_EQ(unpoison_memory(page_to_pfn(page_at(i))), 0);
		owner[i] = (int)(t - things);
	}
}

static bool inside_of_a_folio(unsigned long i)
{
	unsigned int j;

	for (j = 0; j < MAX_THINGS; j++)
		if (things[j].used && i >= things[j].first &&
		    i < things[j].first + (1ul << things[j].order))
			return true;
	return false;
}

static void mend_page(void)
{
	unsigned long i = draw(NR_PAGES);

	if (owner[i] != BROKEN || inside_of_a_folio(i))
		return;
	CHECK_EQ(unpoison_memory(page_to_pfn(page_at(i))), 0);
	__free_page(page_at(i));
	owner[i] = FREE;
	nr_free++;
}

static void compare_page(unsigned long i)
{
	struct page *page = page_at(i);
	const struct thing *t;
	struct folio *folio;

	if (owner[i] == FREE || owner[i] == RESERVED) {
		CHECK(!page_folio(page) && !folio_lookup(page));
		CHECK_EQ(page_type_of(page), owner[i] == FREE
						     ? MEMDESC_TYPE_BUDDY
						     : MEMDESC_TYPE_MISC);
		return;
	}
	CHECK_EQ(PageHWPoison(page), owner[i] == BROKEN);
	if (owner[i] == BROKEN)
		return;
	t = &things[owner[i]];
	CHECK_EQ(page_type_of(page), t->type);
	CHECK_EQ(page_order(page), t->order);
	if (t->type == MEMDESC_TYPE_MISC)
		CHECK_EQ(memdesc_misc_subtype(page_memdesc(page)), t->subtype);
	else if (is_counted(t))
		CHECK_EQ(memdesc_ref_count(memdesc_ptr(page_memdesc(page))),
			 t->refs);
	folio = folio_lookup(page);
	CHECK(!folio == !is_folio(t));
	if (!folio)
		return;
	CHECK_EQ(folio_ref_count(folio), t->refs + 1);
	CHECK_EQ(folio->index, t->index);
	CHECK(folio_page(folio, 0) == page_at(t->first));
	folio_put(folio);
}

static void step(void)
{
	unsigned int what = draw(100), i;
	struct thing *t = any_thing();

	if (what < 38 || !t)
		allocate();
	else if (what < 70)
		release(t);
	else if (what < 78)
		reference(t);
	else if (what < 84)
		split(t);
	else if (what < 90)
		merge(t);
	else if (what < 94)
		migrate(t);
	else if (what < 97)
		change_subtype(t);
	else if (what < 98)
		break_page();
	else
		mend_page();
#ifdef MEMDESC_DEBUG
	CHECK_EQ(memdesc_check(stderr), 0);
#endif
	CHECK_EQ(memdesc_nr_free_pages(), nr_free);
	for (i = 0; i < 4; i++)
		compare_page(draw(NR_PAGES));
}

int main(int argc, char **argv)
{
	unsigned long steps = steps_wanted(argc, argv, 1000000);
	unsigned long seed = argc > 2 ? strtoul(argv[2], NULL, 10) : 1, i;
	unsigned int j;

	state = seed;
	machine_start(NR_PAGES);
	for (i = 0; i < NR_PAGES; i++)
		owner[i] = i < 3 ? RESERVED : FREE;
	nr_free = NR_PAGES - 3;
	for (i = 0; i < steps; i++)
		step();
	for (j = 0; j < MAX_THINGS; j++)
		while (things[j].used)
			release(&things[j]);
	for (i = 0; i < NR_PAGES; i++)
		if (owner[i] == BROKEN) {
			CHECK_EQ(unpoison_memory(page_to_pfn(page_at(i))), 0);
			__free_page(page_at(i));
		}
	machine_stop();
	printf("%lu steps, seed %lu: ok\n", steps, seed);
	return 0;
}
