// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Something for our checks, and something for one that clangd has on.
struct page {
	unsigned long index;
};

unsigned long index_and_size(struct page *page)
{
	return page->index + sizeof(sizeof(int));
}
