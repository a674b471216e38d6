// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Pages that lie in variables of the file. */
#include <linux/pagemap.h>
#include "../../mm/slab.h"

static struct page *global_root; /* verdict(global_root): folio */
struct page *global_shared; /* verdict(global_shared): mixed, origins-differ */
static struct page *global_never; /* verdict(global_never): unknown */

void global_set(struct address_space *mapping)
{
	global_root = find_get_page(mapping, 0);
	global_shared = global_root;
}

void global_set_slab(struct slab *slab)
{
	global_shared = slab_page(slab);
}

void *global_get(void)
{
	struct page *page = global_root; /* verdict(page): folio */

	return page_address(page);
}

void *global_static(struct page *page) /* verdict(page): folio */
{
	static struct page *last; /* verdict(last): folio */
	struct page *before = last; /* verdict(before): folio */

	lock_page(page);
	last = page;
	return before ? page_address(before) : NULL;
}

void *global_get_never(void)
{
	return global_never ? page_address(global_never) : NULL;
}
