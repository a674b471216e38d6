/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef LIB_INFERENCE_OPS_H
#define LIB_INFERENCE_OPS_H

struct address_space;
struct page;
struct store;

struct store_ops {
	int (*read)(struct store *store,
		    struct page *page); /* verdict(page): folio */
	struct page *(*get)(struct store *store); /* verdict(return): folio */
};

struct store {
	struct address_space *mapping;
	const struct store_ops *ops;
};

struct drop_ops {
	void (*drop)(struct page *page); /* verdict(page): mixed, uses-differ */
};

struct put_ops {
	void (*put)(struct page *page); /* verdict(page): netmem */
};

struct show_ops {
	void (*show)(struct page *page); /* verdict(page): netmem */
};

struct peek_ops {
	int (*peek)(struct page *page); /* verdict(page): unknown */
};

#endif
