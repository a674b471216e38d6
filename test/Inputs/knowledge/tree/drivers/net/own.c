/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
union own_page {
	struct page page;
	struct {
		unsigned long unused[3];
		struct page *next;
	};
};

int own_driver_call(struct page *page)
{
	BUILD_BUG_ON(offsetof(struct page, mapping) !=
		     offsetof(union own_page, next));
	return 0;
}
