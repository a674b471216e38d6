/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Linux 5.10 has no kmap_local_page() yet. */
#include <linux/mm_types.h>
void *kmap_atomic(struct page *page);
