/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * struct page as Linux 5.10 lays it out, written from a description of that
 * layout: which member lies at which offset. Only members that descriptors
 * stand for are here; the others are gaps of the right size.
 *
 * SHIFTED moves the second half, as a wrong tree would.
 */
#ifndef STUB_MM_TYPES_H
#define STUB_MM_TYPES_H

typedef unsigned long size_t;
typedef _Bool bool;
typedef unsigned long pgoff_t;
typedef unsigned int gfp_t;
typedef struct { int counter; } atomic_t;
typedef struct { int locked; } spinlock_t;
typedef struct page *pgtable_t;

#define NULL ((void *)0)
#define offsetof(type, member) __builtin_offsetof(type, member)

struct list_head { struct list_head *next, *prev; };
struct rcu_head { void *next; void (*func)(struct rcu_head *head); };

struct page {
	unsigned long flags;
#ifdef SHIFTED
	unsigned long shifted;
#endif
	union {
		struct {
			struct list_head lru;
			struct address_space *mapping;
			pgoff_t index;
			unsigned long private;
		};
		struct {
			unsigned long compound_head;
			unsigned char compound_dtor;
			unsigned char compound_order;
		};
		struct {
			unsigned long _pt_pad_1;
			pgtable_t pmd_huge_pte;
			unsigned long _pt_pad_2;
			union {
				struct mm_struct *pt_mm;
				atomic_t pt_frag_refcount;
			};
#if ALLOC_SPLIT_PTLOCKS
			spinlock_t *ptl;
#else
			spinlock_t ptl;
#endif
		};
		struct rcu_head rcu_head;
	};
	union {
		atomic_t _mapcount;
		unsigned int page_type;
		unsigned int active;
		int units;
	};
	atomic_t _refcount;
#ifdef CONFIG_MEMCG
	union {
		struct mem_cgroup *mem_cgroup;
		struct obj_cgroup **obj_cgroups;
	};
#endif
};

#endif
