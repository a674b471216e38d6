/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef LIB_INFERENCE_MEMBER_H
#define LIB_INFERENCE_MEMBER_H

struct page;

/* Written in member-fill.c, read in member-use.c. */
struct request {
	struct page *page;	/* verdict(page): folio */
	struct page *pages[4];	/* verdict(pages): netmem */
	struct page *scratch;	/* verdict(scratch): page, bare */
	struct page *either;	/* verdict(either): mixed, origins-differ */
	struct page *unset;	/* verdict(unset): unknown */
};

#endif
