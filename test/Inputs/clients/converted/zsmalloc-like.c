// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Chains of pages that objects lie across.

#include "../client.h"

#define OBJECT 3000
#define CHAIN  3

struct zspage {
	struct zpdesc *first_zpdesc;
	unsigned int used;
};

static struct zspage *get_zspage(struct zpdesc *zpdesc)
{
	return zpdesc->zspage;
}

static struct zpdesc *get_next_page(struct zpdesc *zpdesc)
{
	return zpdesc->next;
}

static void set_offset(struct zpdesc *zpdesc, unsigned int offset)
{
	zpdesc->first_obj_offset =
		(zpdesc->first_obj_offset & ~0xffffffu) | offset;
}

static unsigned int get_offset(struct zpdesc *zpdesc)
{
	return zpdesc->first_obj_offset & 0xffffff;
}

static bool build(struct zspage *zspage)
{
	struct zpdesc *zpdesc, *previous = NULL;
	unsigned int i;

	for (i = 0; i < CHAIN; i++) {
		zpdesc = alloc_zpdesc(GFP_KERNEL);
		if (!zpdesc)
			return false;
		__zpdesc_set_zsmalloc(zpdesc);
		zpdesc->zspage = zspage;
		zpdesc->next = NULL;
		if (previous)
			previous->next = zpdesc;
		else
			zspage->first_zpdesc = zpdesc;
		set_offset(zpdesc, (OBJECT - i * PAGE_SIZE % OBJECT) % OBJECT);
		previous = zpdesc;
	}
	return true;
}

// Writes one object, byte after byte, over the ends of pages.
static void put_object(struct zspage *zspage, char fill)
{
	unsigned long at = zspage->used++ * OBJECT, i;
	struct zpdesc *zpdesc = zspage->first_zpdesc;

	for (; at >= PAGE_SIZE; at -= PAGE_SIZE)
		zpdesc = get_next_page(zpdesc);
	for (i = 0; i < OBJECT; i++, at++) {
		if (at == PAGE_SIZE) {
			zpdesc = get_next_page(zpdesc);
			at = 0;
		}
		((char *)zpdesc_address(zpdesc))[at] = fill;
	}
}

void client(void)
{
	struct zspage zspage = {0};
	struct zpdesc *zpdesc, *next;
	unsigned long sum = 0, i;

	if (!build(&zspage))
		return;
	for (i = 0; i < CHAIN * PAGE_SIZE / OBJECT; i++)
		put_object(&zspage, (char)(i + 1));
	for (zpdesc = zspage.first_zpdesc; zpdesc;
	     zpdesc = get_next_page(zpdesc)) {
		for (i = 0; i < PAGE_SIZE; i++)
			sum += ((unsigned char *)zpdesc_address(zpdesc))[i];
		printf("zsmalloc-like: first object at %u, mine: %d\n",
		       get_offset(zpdesc), get_zspage(zpdesc) == &zspage);
	}
	printf("objects: %u, more than nothing: %d\n", zspage.used, sum > 0);
	for (zpdesc = zspage.first_zpdesc; zpdesc; zpdesc = next) {
		next = get_next_page(zpdesc);
		zpdesc->next = NULL;
		zpdesc->zspage = NULL;
		zpdesc_put(zpdesc);
	}
}
