/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A system header: clang-tidy says nothing of it, nor of its macros. */
static inline unsigned long system_index(struct page *page) {
  return page->index;
}
#define SYSTEM_INDEX(page) ((page)->index)
