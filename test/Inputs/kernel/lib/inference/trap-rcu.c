// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: rcu_head lies on top of the list; the page comes back by it. */
#include <linux/mm.h>
#include "../../mm/slab.h"

static void rcu_free_any(struct rcu_head *head)
{
	struct page *page = container_of(head, struct page, rcu_head); /* verdict(page): unknown */

	__free_page(page);
}

void rcu_free(struct page *page) /* verdict(page): unknown */
{
	call_rcu(&page->rcu_head, rcu_free_any);
}

/* The callback knows what it frees. */
static void rcu_free_table(struct rcu_head *head)
{
	struct page *page = container_of(head, struct page, rcu_head); /* verdict(page): ptdesc */

	__ClearPageTable(page);
	__free_page(page);
}

void rcu_free_ptdesc(struct ptdesc *ptdesc)
{
	struct page *page = ptdesc_page(ptdesc); /* verdict(page): ptdesc */

	call_rcu(&page->rcu_head, rcu_free_table);
}
