/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_MEMREMAP_H
#define _LINUX_MEMREMAP_H

#include <linux/mm_types.h>

struct dev_pagemap_ops {
	void (*page_free)(struct page *page);
};

bool is_zone_device_page(const struct page *page);

#endif
