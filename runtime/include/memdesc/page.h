// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// struct page in the chosen layout.
//
//   MEMDESC_LAYOUT_OVERLAY   today: 64 bytes, and descriptors lie over them
//   MEMDESC_LAYOUT_SPLIT     tomorrow: 8 bytes, and descriptors are elsewhere
//
// Choose with -DMEMDESC_LAYOUT=MEMDESC_LAYOUT_SPLIT; overlay unless chosen. A
// program and the library it links must agree, which memdesc_init() verifies.
//
// Code that works in both layouts treats struct page as opaque.
#ifndef MEMDESC_PAGE_H
#define MEMDESC_PAGE_H

#include "word.h"

#define MEMDESC_LAYOUT_OVERLAY 1
#define MEMDESC_LAYOUT_SPLIT   2

#ifndef MEMDESC_LAYOUT
#define MEMDESC_LAYOUT MEMDESC_LAYOUT_OVERLAY
#endif

// The words a free page needs in the split layout: 1, or 2 with links of 16
// bytes (the step before the last, when struct page still has 16).
#ifndef MEMDESC_PAGE_WORDS
#define MEMDESC_PAGE_WORDS 1
#endif

// The two shapes of a page table's descriptor.
#define MEMDESC_PTDESC_V6 6  // the series of 2023
#define MEMDESC_PTDESC_73 73 // Linux 7.3
#ifndef MEMDESC_PTDESC
#define MEMDESC_PTDESC MEMDESC_PTDESC_73
#endif

struct address_space;
struct kmem_cache;
struct mem_cgroup;
struct mm_struct;
struct movable_operations;
struct page_pool;
struct pcpu_chunk;
struct zspage;

// Two words that RCU takes to free an object later; the size of the kernel's
// and of liburcu's.
struct memdesc_rcu_words {
	void *words[2];
};

#if MEMDESC_LAYOUT == MEMDESC_LAYOUT_OVERLAY
#include "overlay.h"
#elif MEMDESC_LAYOUT == MEMDESC_LAYOUT_SPLIT
#include "split.h"
#else
#error "MEMDESC_LAYOUT is MEMDESC_LAYOUT_OVERLAY or MEMDESC_LAYOUT_SPLIT"
#endif

#endif
