/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The page lock of Linux 5.10, as declarations. */
#include <linux/mm_types.h>
void lock_page(struct page *page);
int trylock_page(struct page *page);
void unlock_page(struct page *page);
void wait_on_page_locked(struct page *page);
