// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Trap: accesses that no grep for "->" finds. */
#include <linux/pagemap.h>

#define TP_STRUCT(name, args...) static void trace_##name(args)
#define TP_ASSIGN(entry, value) ((entry) = (value))
#define VMCOREINFO_OFFSET(type, field) offsetof(struct type, field)
#define test_and_count(page, name, n) ((n) += Page##name(page))

/* The field is in the macro, the page at its argument. */
unsigned long macro_private(struct page *page) /* verdict(page): unknown */
{
	return page_private(page); /* access(private): unknown */
}

/* Whose index is traced depends on who traces. */
static unsigned long trace_index;

TP_STRUCT(page_index, struct page *page) /* verdict(page): folio */
{
	TP_ASSIGN(trace_index, page->index); /* access(index): folio */
}

void macro_trace(struct address_space *mapping)
{
	struct page *page = find_get_page(mapping, 0); /* verdict(page): folio */

	if (page)
		trace_page_index(page);
}

/* The name of the call is pasted. */
unsigned int macro_pasted(struct page *page) /* verdict(page): folio */
{
	unsigned int n = 0;

	test_and_count(page, Dirty, n);
	return n;
}

/* Of the type, not of any page. */
unsigned long macro_offset(void)
{
	return VMCOREINFO_OFFSET(page, flags); /* access(flags): unknown */
}

/* An operand that is not evaluated is not used. */
unsigned long macro_size(struct page *page) /* verdict(page): unknown */
{
	return sizeof(PageDirty(page));
}
