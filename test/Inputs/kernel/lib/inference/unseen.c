// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What cannot be seen is not known. */
#include <linux/pagemap.h>
#include <linux/printk.h>

/* No body, and nothing in the knowledge files. */
struct page *unseen_get(int key); /* verdict(return): unknown */
void unseen_put(struct page *page); /* verdict(page): unknown */

void *unseen_result(int key)
{
	struct page *page = unseen_get(key); /* verdict(page): unknown, out-of-sight */

	return page_address(page);
}

void unseen_argument(struct page *page) /* verdict(page): unknown */
{
	unseen_put(page);
}

/* Called through something that has no name. */
typedef void (*unseen_fn)(struct page *page); /* verdict(page): none */
unseen_fn unseen_choose(int key);

void unseen_callee(struct page *page) /* verdict(page): unknown */
{
	unseen_choose(0)(page);
}

/* From an instruction. */
void *unseen_instruction(void)
{
	struct page *page; /* verdict(page): unknown */

	asm("# %0" : "=r"(page));
	return page_address(page);
}

/* Not seen, but used: then it is known from there. */
void unseen_used(int key)
{
	struct page *page = unseen_get(key + 1); /* verdict(page): folio */

	unlock_page(page);
}

/* Every argument behind the format goes where nobody follows. */
void unseen_printed(struct page *page) /* verdict(page): unknown */
{
	pr_info("page %p\n", page);
}

void *unseen_variadic(int n, ...)
{
	struct page *page; /* verdict(page): unknown */
	__builtin_va_list list;

	__builtin_va_start(list, n);
	page = __builtin_va_arg(list, struct page *);
	__builtin_va_end(list);
	return page_address(page);
}

void unseen_pass_variadic(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	unseen_variadic(1, page);
}
