// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Ops tables: who calls through a slot calls every function stored there. */
#include <linux/swap.h>
#include <net/page_pool/types.h>
#include "ops.h"

/* A table of the kernel, by its knowledge; the body says nothing. */
static int ops_writepage(struct page *page, void *wbc) /* verdict(page): folio */
{
	return page_address(page) != wbc;
}

const struct address_space_operations ops_aops = {
	.writepage = ops_writepage,
};

/* Two implementers; the only caller has a folio. */
static int ops_first_read(struct store *store,
			  struct page *page) /* verdict(page): folio */
{
	return page_address(page) == store;
}

static int ops_second_read(struct store *store,
			   struct page *page) /* verdict(page): folio */
{
	return page_address(page) != store;
}

static struct page *ops_first_get(struct store *store) /* verdict(return): folio */
{
	return find_get_page(store->mapping, 0);
}

const struct store_ops ops_first = {
	.read = ops_first_read,
	.get = ops_first_get,
};

const struct store_ops ops_second = {
	.read = ops_second_read,
};

int ops_call(struct store *store)
{
	struct page *page = find_get_page(store->mapping, 1); /* verdict(page): folio */

	return page ? store->ops->read(store, page) : 0;
}

/* What comes out of a slot is what its implementers give. */
void *ops_get(struct store *store)
{
	struct page *got = store->ops->get(store); /* verdict(got): folio */

	return page_address(got);
}

/* Each implementer has its own idea; who calls through the slot, none. */
static void ops_netmem_drop(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

static void ops_folio_drop(struct page *page) /* verdict(page): folio */
{
	mark_page_accessed(page);
}

const struct drop_ops ops_net_drop = {
	.drop = ops_netmem_drop,
};

const struct drop_ops ops_file_drop = {
	.drop = ops_folio_drop,
};

void ops_drop(const struct drop_ops *ops,
	      struct page *page) /* verdict(page): mixed, uses-differ */
{
	ops->drop(page);
}

/* What one implementer does is not what comes to the other. */
static void ops_netmem_put(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

static void ops_folio_put(struct page *page) /* verdict(page): folio, used-as */
{
	unlock_page(page);
}

static void ops_any_put(struct page *page) /* verdict(page): unknown */
{
	page_address(page);
}

const struct put_ops ops_net_put = {
	.put = ops_netmem_put,
};

const struct put_ops ops_file_put = {
	.put = ops_folio_put,
};

const struct put_ops ops_other_put = {
	.put = ops_any_put,
};

void ops_put(const struct put_ops *ops,
	     struct page *page) /* verdict(page): netmem */
{
	ops->put(page);
}

/* Nobody contradicts the only one that does something with it. */
static void ops_netmem_show(struct page *page) /* verdict(page): netmem */
{
	page_pool_put_page(NULL, page);
}

static void ops_any_show(struct page *page) /* verdict(page): netmem, comes-from */
{
	page_address(page);
}

const struct show_ops ops_net_show = {
	.show = ops_netmem_show,
};

const struct show_ops ops_other_show = {
	.show = ops_any_show,
};

/* A slot that nobody calls through and nobody knows. */
static int ops_unused_peek(struct page *page) /* verdict(page): unknown */
{
	return page_address(page) != NULL;
}

const struct peek_ops ops_unused = {
	.peek = ops_unused_peek,
};
