// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Pages that travel as void * or as a number. */
#include <linux/pagemap.h>
#include <net/page_pool/types.h>

struct parcel {
	void *data;
	unsigned long word;
	void *other;
};

/* In and out of a void * of one type, in one file. */
void parcel_send(struct parcel *parcel, struct address_space *mapping)
{
	parcel->data = find_get_page(mapping, 0);
	parcel->word = (unsigned long)find_get_page(mapping, 1);
}

void *parcel_receive(struct parcel *parcel)
{
	struct page *page = parcel->data; /* verdict(page): folio */

	return page_address(page);
}

void *parcel_receive_word(struct parcel *parcel)
{
	struct page *page = (struct page *)(parcel->word & ~1UL); /* verdict(page): folio */

	return page_address(page);
}

/* What happens inside a function of void * alone is not looked at. */
static void *voidptr_same(void *data)
{
	return data;
}

void *voidptr_through(struct address_space *mapping)
{
	struct page *page = voidptr_same(find_get_page(mapping, 0)); /* verdict(page): unknown */

	return page_address(page);
}

static void voidptr_work(void *data)
{
	struct page *page = data; /* verdict(page): netmem */

	page_pool_put_page(NULL, page);
}

void voidptr_start(struct page *page) /* verdict(page): netmem */
{
	voidptr_work(page);
}

/* Something else may have been put there. */
void *parcel_other(struct parcel *parcel)
{
	struct page *page = parcel->other; /* verdict(page): unknown */

	return page_address(page);
}
