// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// struct page for the extraction tests, in C and in C++, and the few names of
// the kernel around it. Its own accesses have their expectations beside them,
// as in the tests.

#ifndef TEST_PAGE_H
#define TEST_PAGE_H

#ifdef __cplusplus
#define typeof __typeof__
extern "C" {
#else
#define NULL ((void *)0)
typedef _Bool bool;
#endif

typedef unsigned long pgoff_t;
typedef unsigned long size_t;
typedef struct { int counter; } atomic_t;
typedef struct { long counter; } atomic_long_t;
struct list_head { struct list_head *next, *prev; };
struct rcu_head { struct rcu_head *next; void (*func)(struct rcu_head *); };
struct address_space;

struct page {
  unsigned long flags; // 0
  union {
    struct {
      union { // 8
        struct list_head lru;
        struct {
          void *__filler;
          unsigned int mlock_count; // 16
        };
        struct list_head buddy_list;
      };
      struct address_space *mapping; // 24
      union { // 32
        pgoff_t index;
        unsigned long share;
      };
#ifdef __cplusplus
      unsigned long private_; // a keyword
#else
      unsigned long private; // 40
#endif
    };
    struct {
      unsigned long pp_magic; // 8
      void *pp;
      unsigned long _pp_mapping_pad;
      unsigned long dma_addr; // 32
      atomic_long_t pp_ref_count; // 40
    };
    unsigned long compound_head; // 8
    struct rcu_head rcu_head; // 8
  };
  union { // 48
    unsigned int page_type;
    atomic_t _mapcount;
  };
  atomic_t _refcount; // 52
  unsigned long memcg_data; // 56
};

struct folio {
  union {
    struct {
      unsigned long flags;
      struct list_head lru;
      struct address_space *mapping;
      pgoff_t index;
    };
    struct page page;
  };
  struct page __page_1;
};

struct slab {
  unsigned long flags;
  void *freelist;
};

struct vm_fault {
  struct page *page;
  struct page **pages;
};

typedef struct page *pgtable_t;

struct page *virt_to_page(const void *address);
void unknown(void *pointer);
void consume(unsigned long value);
void *memset(void *to, int byte, size_t bytes);
void *memcpy(void *to, const void *from, size_t bytes);
void set_bit(long nr, volatile unsigned long *word);
void clear_bit(long nr, volatile unsigned long *word);
bool test_and_set_bit(long nr, volatile unsigned long *word);
bool test_bit(long nr, const volatile unsigned long *word);
int atomic_read(const atomic_t *v);
void atomic_set(atomic_t *v, int value);
void atomic_inc(atomic_t *v);
long atomic_long_sub_return(long value, atomic_long_t *v);
void list_add(struct list_head *entry, struct list_head *head);
void list_del(struct list_head *entry);
void call_rcu(struct rcu_head *head, void (*func)(struct rcu_head *));

#ifdef __cplusplus
}
#endif

#define offsetof(type, member) __builtin_offsetof(type, member)
#define page_private(page) ((page)->private) // here: page_private
#define READ_ONCE(word) (*(const volatile typeof(word) *)&(word))
#define WRITE_ONCE(word, value) (*(volatile typeof(word) *)&(word) = (value))
#define container_of(inner, type, member)                                      \
  ({                                                                           \
    char *__inner = (char *)(inner);                                           \
    (type *)(__inner - offsetof(type, member));                                \
  })
#define list_entry(link, type, member) container_of(link, type, member)
#define list_first_entry(head, type, member)                                   \
  list_entry((head)->next, type, member)
#define list_next_entry(entry, member)                                         \
  list_entry((entry)->member.next, typeof(*(entry)), member)
#define list_for_each_entry(entry, head, member)                               \
  for (entry = list_first_entry(head, typeof(*entry), member);                 \
       &entry->member != (head); entry = list_next_entry(entry, member))

static inline void set_page_type(struct page *page, unsigned int type) {
  page->page_type = type; // access: member write page_type@48 base=page function=set_page_type
}

#endif
