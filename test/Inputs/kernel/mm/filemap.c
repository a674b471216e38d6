// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The page cache: pages of files. */
#include <linux/pagemap.h>

static struct page *cache_slot(struct address_space *mapping, pgoff_t index)
{
	struct page **slots = mapping->i_pages;

	return index < mapping->nrpages ? slots[index] : NULL;
}

struct page *find_get_page(struct address_space *mapping, pgoff_t index)
{
	struct page *page = cache_slot(mapping, index);

	if (!page)
		return NULL;
	get_page(page);
	if (unlikely(page->mapping != mapping || page->index != index)) {
		put_page(page);
		return NULL;
	}
	return page;
}

int read_cache_pages(struct address_space *mapping, struct page **pages,
		     unsigned int nr)
{
	unsigned int i;

	for (i = 0; i < nr; i++) {
		if (PageUptodate(pages[i]))
			continue;
		pages[i]->mapping = mapping;
		pages[i]->index = i ? pages[i - 1]->index + 1 : 0;
		mapping->a_ops->read_folio(NULL, page_folio(pages[i]));
	}
	return 0;
}

void delete_from_page_cache(struct folio *folio)
{
	folio->mapping->nrpages -= folio_nr_pages(folio);
	folio->page.mapping = NULL;
	put_page(&folio->page);
}

static int filemap_fault(struct vm_fault *vmf)
{
	struct address_space *mapping = vmf->vma->vm_mm ? NULL : NULL;

	vmf->page = find_get_page(mapping, vmf->pgoff);
	return vmf->page && vmf->page->index == vmf->pgoff ? 0 : -1;
}

const struct vm_operations_struct generic_file_vm_ops = {
	.fault = filemap_fault,
};
