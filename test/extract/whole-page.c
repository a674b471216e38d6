// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// struct page as a whole: copies, memset() and memcpy(), sizeof, arithmetic.

#include "page.h"

struct page copy(struct page *to, const struct page *from, struct page value) {
  struct page local = *from; // access: copy read * base=*from
  *to = *from;               // access: copy write * base=*to ; copy read * base=*from
  to[1] = value;             // access: copy write * base=to[1] ; copy read * base=value
  local = (*to);             // access: copy write * base=local ; copy read * base=*to
  return local;              // access: copy read * base=local
}

void memory_calls(struct page *page, struct page *other, void *buffer) {
  memset(page, 0, sizeof(*page));           // access: memory-call write * base=page via=memset ; sizeof type-only * base=*page
  memcpy(page, buffer, 64);                 // access: memory-call write * base=page via=memcpy
  memcpy(buffer, page, 64);                 // access: memory-call read * base=page via=memcpy
  memcpy(page, other, sizeof(struct page)); // access: memory-call rmw * via=memcpy ; sizeof type-only *
  __builtin_memset(page, 0, 64);            // access: memory-call write * via=__builtin_memset
  memcpy(buffer, buffer, 64);
}

unsigned long sizes(struct page *page, struct page **pages) {
  unsigned long sum = sizeof(struct page); // access: sizeof type-only *
  sum += sizeof(*page);                    // access: sizeof type-only * base=*page
  sum += sizeof *page;                     // access: sizeof type-only * base=*page
  sum += sizeof(struct page[4]);           // access: sizeof type-only *
  sum += sizeof(pages[0][0]);              // access: sizeof type-only * base=pages[0][0]
  sum += _Alignof(struct page);            // access: sizeof type-only *
  sum += sizeof(page) + sizeof(*pages);    // a pointer, twice
  sum += sizeof(page->flags);              // access: member type-only flags
  return sum;
}

struct page *arithmetic(struct page *page, struct page *base, int i) {
  page = page + 1;              // access: arithmetic type-only * base=page
  page = i + page;              // access: arithmetic type-only * base=page
  page = page - i;              // access: arithmetic type-only * base=page
  i = page - base;              // access: arithmetic type-only * base=page
  page++;                       // access: arithmetic type-only * base=page
  --page;                       // access: arithmetic type-only * base=page
  page += i;                    // access: arithmetic type-only * base=page
  page -= 2;                    // access: arithmetic type-only * base=page
  unknown(&page[i]);            // access: arithmetic type-only * base=page
  consume(page[i].index);       // access: member read index base=page[i]
  consume((page + i)->index);   // access: arithmetic type-only * base=page ; member read index base="page + i"
  return page == base || page < base || !page ? base : page;
}

// The pointers move, the pages do not.
struct page *no_arithmetic(struct page **pages, int i) {
  pages++;
  pages += i;
  return pages[i] ? *pages : *(pages + 1);
}
