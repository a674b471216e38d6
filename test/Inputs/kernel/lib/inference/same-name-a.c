// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A static function of which same-name-b.c has a namesake. */
#include <linux/pagemap.h>

static void finish(struct page *page) /* verdict(page): folio */
{
	unlock_page(page);
}

static struct page *current_page; /* verdict(current_page): folio */

void same_name_a(struct page *page) /* verdict(page): folio */
{
	current_page = page;
	finish(page);
}
