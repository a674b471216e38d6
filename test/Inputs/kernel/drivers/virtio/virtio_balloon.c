// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Pages given back to the hypervisor, kept on a list through page->lru. */
#include <linux/mm.h>

struct virtio_balloon {
	struct list_head pages;
	unsigned int nr;
};

int fill_balloon(struct virtio_balloon *vb, unsigned int nr)
{
	while (nr--) {
		struct page *page = alloc_page(GFP_KERNEL);

		if (!page)
			return -1;
		__SetPageOffline(page);
		set_page_private(page, (unsigned long)vb);
		list_add(&page->lru, &vb->pages);
		vb->nr++;
	}
	return 0;
}

void leak_balloon(struct virtio_balloon *vb)
{
	struct page *page, *next;

	list_for_each_entry_safe(page, next, &vb->pages, lru) {
		__ClearPageOffline(page);
		set_page_private(page, 0);
		list_del(&page->lru);
		put_page(page);
		vb->nr--;
	}
}
