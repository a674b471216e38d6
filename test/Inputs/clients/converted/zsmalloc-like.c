// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Chains of pages that objects lie across, converted to zpdescs.

#include "../client.h"

#define OBJECT 3000
#define CHAIN  3

struct zspage {
	struct zpdesc *first;
	unsigned int used;
};

static void build(struct zspage *zspage)
{
	struct zpdesc *zp, *previous = NULL;
	unsigned int i;

	for (i = 0; i < CHAIN; i++) {
		zp = alloc_zpdesc(GFP_KERNEL);
		zp->zspage = zspage;
		zp->next = NULL;
		if (previous)
			previous->next = zp;
		else
			zspage->first = zp;
		set_first_obj_offset(zp, (OBJECT - i * PAGE_SIZE % OBJECT) %
						 OBJECT);
		previous = zp;
	}
}

// Writes one object, byte after byte, over the ends of pages.
static void put_object(struct zspage *zspage, char fill)
{
	unsigned long at = zspage->used++ * OBJECT, i;
	struct zpdesc *zp = zspage->first;

	for (; at >= PAGE_SIZE; at -= PAGE_SIZE)
		zp = zp->next;
	for (i = 0; i < OBJECT; i++, at++) {
		if (at == PAGE_SIZE) {
			zp = zp->next;
			at = 0;
		}
		((char *)zpdesc_address(zp))[at] = fill;
	}
}

void client(void)
{
	struct zspage zspage = {0};
	struct zpdesc *zp, *next;
	unsigned long sum = 0, i;

	build(&zspage);
	for (i = 0; i < CHAIN * PAGE_SIZE / OBJECT; i++)
		put_object(&zspage, (char)(i + 1));
	for (zp = zspage.first; zp; zp = zp->next) {
		for (i = 0; i < PAGE_SIZE; i++)
			sum += ((unsigned char *)zpdesc_address(zp))[i];
		printf("zsmalloc-like: first object at %u, mine: %d\n",
		       get_first_obj_offset(zp), zp->zspage == &zspage);
	}
	printf("objects: %u, more than nothing: %d\n", zspage.used, sum > 0);
	for (zp = zspage.first; zp; zp = next) {
		next = zp->next;
		zp->next = NULL;
		zp->zspage = NULL;
		free_zpdesc(zp);
	}
}
