/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_BVEC_H
#define _LINUX_BVEC_H

#include <linux/mm_types.h>

/* A piece of memory of any kind. */
struct bio_vec {
	struct page *bv_page;
	unsigned int bv_len;
	unsigned int bv_offset;
};

#endif
