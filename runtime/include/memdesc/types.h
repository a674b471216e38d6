// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The few words of the kernel's language that the rest is written in.
//
// Integers, gfp_t, atomic_t, READ_ONCE, list_head. Names and meaning are the
// kernel's; the code is ours and holds for user space only. Atomics are the
// compiler's __atomic builtins, so that the same header serves C11 and C++.
#ifndef MEMDESC_TYPES_H
#define MEMDESC_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef unsigned long pgoff_t;

// Flags of an allocation. Only __GFP_ZERO changes what happens here; the others
// exist so that callers read as in the kernel.
typedef unsigned int gfp_t;
#define GFP_KERNEL ((gfp_t)0x0001u)
#define GFP_ATOMIC ((gfp_t)0x0002u)
#define GFP_NOFS   ((gfp_t)0x0004u)
#define __GFP_ZERO ((gfp_t)0x0100u)
#define __GFP_COMP ((gfp_t)0x0200u)

#define PAGE_SHIFT 12
#define PAGE_SIZE  (1UL << PAGE_SHIFT)

// The largest order of one allocation, as in the kernel since 6.8.
#define MAX_PAGE_ORDER 10

#ifdef __cplusplus
#define MEMDESC_BEGIN			 extern "C" {
#define MEMDESC_END			 }
#define MEMDESC_STATIC_ASSERT(expr, msg) static_assert(expr, msg)
// "private" is a word of C++; there the member has this name.
#define MEMDESC_PRIVATE private_
#else
#define MEMDESC_BEGIN
#define MEMDESC_END
#define MEMDESC_STATIC_ASSERT(expr, msg) _Static_assert(expr, msg)
#define MEMDESC_PRIVATE			 private
#endif

#ifndef likely
#define likely(x)   __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#endif

#ifndef READ_ONCE
#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#endif
#ifndef WRITE_ONCE
#define WRITE_ONCE(x, v) (*(volatile __typeof__(x) *)&(x) = (v))
#endif

#ifndef container_of
#define container_of(ptr, type, member) \
	((type *)(void *)((char *)(ptr) - offsetof(type, member)))
#endif

// The zone, node and section of a page, and the flags of its descriptor. A
// struct of its own, so that using it as a plain number does not compile; 6.18
// has it too.
typedef struct {
	unsigned long f;
} memdesc_flags_t;

typedef struct {
	int counter;
} atomic_t;

static inline int atomic_read(const atomic_t *v)
{
	return __atomic_load_n(&v->counter, __ATOMIC_RELAXED);
}

static inline void atomic_set(atomic_t *v, int i)
{
	__atomic_store_n(&v->counter, i, __ATOMIC_RELAXED);
}

static inline void atomic_set_release(atomic_t *v, int i)
{
	__atomic_store_n(&v->counter, i, __ATOMIC_RELEASE);
}

static inline int atomic_add_return(int i, atomic_t *v)
{
	return __atomic_add_fetch(&v->counter, i, __ATOMIC_ACQ_REL);
}

static inline void atomic_inc(atomic_t *v)
{
	__atomic_add_fetch(&v->counter, 1, __ATOMIC_RELAXED);
}

static inline void atomic_dec(atomic_t *v)
{
	__atomic_sub_fetch(&v->counter, 1, __ATOMIC_RELAXED);
}

static inline bool atomic_dec_and_test(atomic_t *v)
{
	return atomic_add_return(-1, v) == 0;
}

// True when *v was old and is now new_value; acquires and releases.
static inline bool atomic_cas(atomic_t *v, int old, int new_value)
{
	return __atomic_compare_exchange_n(&v->counter, &old, new_value, false,
					   __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

// Adds one unless *v is 0; true when it did. What it sees afterwards is at
// least what was written before the count was set.
static inline bool atomic_inc_not_zero(atomic_t *v)
{
	int old = atomic_read(v);

	while (old) {
		if (__atomic_compare_exchange_n(&v->counter, &old, old + 1,
						true, __ATOMIC_ACQUIRE,
						__ATOMIC_RELAXED))
			return true;
	}
	return false;
}

// A lock for a few instructions. Waits by spinning, then by yielding.
typedef struct {
	int locked;
} spinlock_t;

MEMDESC_BEGIN
void memdesc_spin_wait(spinlock_t *lock);
MEMDESC_END

static inline void spin_lock_init(spinlock_t *lock)
{
	__atomic_store_n(&lock->locked, 0, __ATOMIC_RELAXED);
}

static inline void spin_lock(spinlock_t *lock)
{
	if (unlikely(__atomic_exchange_n(&lock->locked, 1, __ATOMIC_ACQUIRE)))
		memdesc_spin_wait(lock);
}

static inline void spin_unlock(spinlock_t *lock)
{
	__atomic_store_n(&lock->locked, 0, __ATOMIC_RELEASE);
}

struct list_head {
	struct list_head *next, *prev;
};

#define LIST_HEAD_INIT(name) {&(name), &(name)}
#define LIST_HEAD(name)	     struct list_head name = LIST_HEAD_INIT(name)

// In the overlay the first word of a list entry is read by who looks for the
// head of a page, so it is written at once, as in the kernel.
static inline void list_set_next(struct list_head *list, struct list_head *next)
{
	__atomic_store_n(&list->next, next, __ATOMIC_RELAXED);
}

static inline void INIT_LIST_HEAD(struct list_head *list)
{
	list_set_next(list, list);
	list->prev = list;
}

static inline bool list_empty(const struct list_head *head)
{
	return head->next == head;
}

static inline void list_insert_between(struct list_head *entry,
				       struct list_head *prev,
				       struct list_head *next)
{
	next->prev = entry;
	list_set_next(entry, next);
	entry->prev = prev;
	list_set_next(prev, entry);
}

static inline void list_add(struct list_head *entry, struct list_head *head)
{
	list_insert_between(entry, head, head->next);
}

static inline void list_add_tail(struct list_head *entry,
				 struct list_head *head)
{
	list_insert_between(entry, head->prev, head);
}

// Takes entry out and leaves it as a list of its own.
static inline void list_del_init(struct list_head *entry)
{
	entry->next->prev = entry->prev;
	list_set_next(entry->prev, entry->next);
	INIT_LIST_HEAD(entry);
}

static inline void list_del(struct list_head *entry)
{
	list_del_init(entry);
}

static inline void list_move(struct list_head *entry, struct list_head *head)
{
	list_del_init(entry);
	list_add(entry, head);
}

#define list_entry(ptr, type, member) container_of(ptr, type, member)
#define list_first_entry(head, type, member) \
	list_entry((head)->next, type, member)
#define list_for_each_entry(pos, head, member)                         \
	for (pos = list_entry((head)->next, __typeof__(*pos), member); \
	     &pos->member != (head);                                   \
	     pos = list_entry(pos->member.next, __typeof__(*pos), member))
#define list_for_each_entry_safe(pos, n, head, member)                  \
	for (pos = list_entry((head)->next, __typeof__(*pos), member),  \
	    n = list_entry(pos->member.next, __typeof__(*pos), member); \
	     &pos->member != (head);                                    \
	     pos = n, n = list_entry(n->member.next, __typeof__(*n), member))

#endif
