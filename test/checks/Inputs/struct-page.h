/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The shape of struct page, as small as the tests need it. */
#ifndef TEST_STRUCT_PAGE_H
#define TEST_STRUCT_PAGE_H

#define NULL ((void *)0)
#define offsetof(type, member) __builtin_offsetof(type, member)
#define container_of(ptr, type, member)                                        \
  ((type *)((char *)(ptr) - offsetof(type, member)))

struct list_head {
  struct list_head *next, *prev;
};

struct page {
  unsigned long flags;
  union {
    struct {
      union {
        struct list_head lru;
        struct {
          void *__filler;
          unsigned int mlock_count;
        };
      };
      void *mapping;
      unsigned long index;
      unsigned long private_data;
    };
    struct {
      unsigned long pp_magic;
      unsigned long dma_addr;
    };
  };
  int _refcount;
};

struct folio {
  union {
    struct {
      unsigned long flags;
      struct list_head lru;
      void *mapping;
    };
    struct page page;
  };
};

/* An accessor that stays where it is, and a macro whose body has the access. */
static inline void *page_mapping(struct page *page) { return page->mapping; }
#define page_offset_of(page) ((page)->index << 12)

#endif
