// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: a word that is there in one configuration only. */
#include <linux/pagemap.h>

bool config_charged(struct page *page) /* verdict(page): unknown */
{
#ifdef CONFIG_MEMCG
	return page->memcg_data; /* access(memcg_data): unknown */
#else
	return false;
#endif
}

/* Other configurations have no such word at all. */
#ifdef CONFIG_TRANSPARENT_HUGEPAGE
void config_huge(struct page *page) /* verdict(page): folio */
{
	SetPageUptodate(page);
}
#endif
