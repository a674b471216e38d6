/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef long loff_t;
typedef _Bool bool;
typedef unsigned int gfp_t;
typedef unsigned long pgoff_t;
typedef u64 dma_addr_t;
typedef u64 sector_t;

#define NULL ((void *)0)
#define true 1
#define false 0

typedef struct {
	int counter;
} atomic_t;

typedef struct {
	long counter;
} atomic_long_t;

struct list_head {
	struct list_head *next, *prev;
};

struct rcu_head {
	struct rcu_head *next;
	void (*func)(struct rcu_head *head);
};

#endif
