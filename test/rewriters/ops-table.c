// RUN: %S/check-rewriter %s %t %clang
// RUN: FileCheck %s < %t/findings
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK-DAG: exact-page function-signature fs/test.c 67 31 page fs/test.c:71:22: page_address
// CHECK-DAG: needs-another function-signature fs/test.c 59 30 page fs/test.c:56:27: struct held.hold
// CHECK-DAG: not-covered function-signature fs/test.c 82 29 page fs/test.c:98:9: struct partly.hidden
// CHECK-DAG: needs-another function-signature fs/test.c 85 30 page fs/test.c:82:29: struct partly.hidden
// CHECK-DAG: address-taken function-signature fs/test.c 104 30 page fs/test.c:118:8
//--- before.c
#include "pages.h"

struct page *some_page(struct address_space *mapping);
typedef int (*cast_to)(struct page *page);

/* What is stored in one member, and all who call through it. */
struct ops {
	int (*sync)(struct page *page, int n);
	struct page *(*next)(struct page *, struct page **done);
};

static int sync_all(struct page *page, int n)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return n;
}

static int sync_none(struct page *page, int n)
{
	return n;
}

static struct page *next_of(struct page *page, struct page **done)
{
	mark_page_accessed(page);
	unlock_page(page);
	*done = page;
	return &page_folio(page)->page;
}

static const struct ops all = { .sync = sync_all, .next = &next_of };
static struct ops none = { sync_none };

void choose(struct ops *ops)
{
	none.next = all.next;
	if (!ops->next)
		ops->sync = sync_none;
}

pgoff_t caller(const struct ops *ops, struct folio *folio)
{
	struct page *done, *next;

	ops->sync(&folio->page, 1);
	next = ops->next(&folio->page, &done);
	mark_page_accessed(next);
	unlock_page(done);
	return (*all.sync)(next, 2) + done->index;
}

/* One that cannot change holds all. */
struct held {
	int (*hold)(struct page *page);
};

static int easy(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return 0;
}

static int exact(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	return page_address(page) != NULL;
}

static const struct held both[] = { { .hold = easy }, { .hold = exact } };

int call_both(struct page *some)
{
	return both[0].hold(some) + both[1].hold(some);
}

struct partly {
	int (*hidden)(struct page *page);
};

static int part(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return 0;
}

static const struct partly partly = { .hidden = part };

int call_part(struct folio *folio)
{
#ifdef CONFIG_NOBODY_HAS
	partly.hidden(NULL);
#endif
	return partly.hidden(&folio->page);
}

struct cast {
	int (*through)(struct page *page);
};

static int kept(struct page *page)
{
	mark_page_accessed(page);
	lock_page(page);
	unlock_page(page);
	return 0;
}

int call_kept(struct cast *cast, cast_to other, struct folio *folio)
{
	cast->through = kept;
	cast->through = other;
	return cast->through(&folio->page);
}
//--- after.c
#include "pages.h"

struct page *some_page(struct address_space *mapping);
typedef int (*cast_to)(struct page *page);

/* What is stored in one member, and all who call through it. */
struct ops {
	int (*sync)(struct folio *folio, int n);
	struct folio *(*next)(struct folio *, struct folio **done);
};

static int sync_all(struct folio *folio, int n)
{
	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return n;
}

static int sync_none(struct folio *folio, int n)
{
	return n;
}

static struct folio *next_of(struct folio *folio, struct folio **done)
{
	folio_mark_accessed(folio);
	folio_unlock(folio);
	*done = folio;
	return folio;
}

static const struct ops all = { .sync = sync_all, .next = &next_of };
static struct ops none = { sync_none };

void choose(struct ops *ops)
{
	none.next = all.next;
	if (!ops->next)
		ops->sync = sync_none;
}

pgoff_t caller(const struct ops *ops, struct folio *folio)
{
	struct folio *done, *next;

	ops->sync(folio, 1);
	next = ops->next(folio, &done);
	folio_mark_accessed(next);
	folio_unlock(done);
	return (*all.sync)(next, 2) + done->index;
}

/* One that cannot change holds all. */
struct held {
	int (*hold)(struct page *page);
};

static int easy(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return 0;
}

static int exact(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	return page_address(page) != NULL;
}

static const struct held both[] = { { .hold = easy }, { .hold = exact } };

int call_both(struct page *some)
{
	return both[0].hold(some) + both[1].hold(some);
}

struct partly {
	int (*hidden)(struct page *page);
};

static int part(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return 0;
}

static const struct partly partly = { .hidden = part };

int call_part(struct folio *folio)
{
#ifdef CONFIG_NOBODY_HAS
	partly.hidden(NULL);
#endif
	return partly.hidden(&folio->page);
}

struct cast {
	int (*through)(struct page *page);
};

static int kept(struct page *page)
{
	struct folio *folio = page_folio(page);

	folio_mark_accessed(folio);
	folio_lock(folio);
	folio_unlock(folio);
	return 0;
}

int call_kept(struct cast *cast, cast_to other, struct folio *folio)
{
	cast->through = kept;
	cast->through = other;
	return cast->through(&folio->page);
}
