/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#define TEST_FLAG(name, bit)						\
static inline int Page##name(struct page *page)				\
{ return page->flags >> PG_##bit & 1; }
#define SET_FLAG(name, bit)						\
static inline void SetPage##name(struct page *page)			\
{ page->flags |= 1UL << PG_##bit; }
#define FLAG(name, bit) TEST_FLAG(name, bit) SET_FLAG(name, bit)

enum { PG_dirty };
FLAG(Dirty, dirty)
