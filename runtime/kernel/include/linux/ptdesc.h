/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * struct ptdesc for trees that have none: Linux 5.10 to 6.5.
 *
 * A page table's view of its struct page. It lies over struct page, member over
 * member; the assertions below hold each in its place. linux/mm.h can include
 * this file; the functions, which need linux/mm.h, are in linux/pagetable.h.
 * From 6.6 the tree has all that, and these files only include it.
 */
#ifndef _LINUX_PTDESC_H
#define _LINUX_PTDESC_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 6, 0)

#include <linux/build_bug.h>
#include <linux/mm_types.h>

/**
 * struct ptdesc - memory descriptor of a page table
 * @__page_flags: same as page flags, unused for page tables
 * @pt_rcu_head: for freeing page tables after a grace period
 * @pt_list: list of used page tables, of the architecture's own
 * @_pt_pad_1: padding, bit 0 must stay clear
 * @pmd_huge_pte: protected by @ptl, of the page table of a PMD
 * @__page_mapping: overlays page->mapping, unused for page tables
 * @_pt_s390_gaddr: guest address, s390 only
 * @pt_index: of s390 and m68k
 * @pt_mm: used for x86 PGDs
 * @pt_frag_refcount: for fragmented page tables, powerpc only
 * @pt_share_count: how many share a table of huge PMDs
 * @_pt_pad_2: padding, @ptl may be larger than a word or smaller
 * @ptl: lock of the page table
 * @__page_type: overlays page->page_type
 * @__page_refcount: same as page refcount
 * @pt_memcg_data: memory control group that is charged
 */
struct ptdesc {
	unsigned long __page_flags;

	union {
		struct rcu_head pt_rcu_head;
		struct list_head pt_list;
		struct {
			unsigned long _pt_pad_1;
			pgtable_t pmd_huge_pte;
		};
	};
	union {
		unsigned long __page_mapping;
		unsigned long _pt_s390_gaddr;
	};
	union {
		pgoff_t pt_index;
		struct mm_struct *pt_mm;
		atomic_t pt_frag_refcount;
		atomic_t pt_share_count;
	};
	union {
		unsigned long _pt_pad_2;
#if ALLOC_SPLIT_PTLOCKS
		spinlock_t *ptl;
#else
		spinlock_t ptl;
#endif
	};
	unsigned int __page_type;
	atomic_t __page_refcount;
#ifdef CONFIG_MEMCG
	unsigned long pt_memcg_data;
#endif
};

/* Place and size: a member that only begins in the right place is not enough. */
#define TABLE_MATCH(pg, pt)						\
	static_assert(offsetof(struct page, pg) ==			\
		      offsetof(struct ptdesc, pt) &&			\
		      sizeof(((struct page *)0)->pg) ==			\
		      sizeof(((struct ptdesc *)0)->pt),			\
		      "ptdesc." #pt " does not lie over page." #pg)
TABLE_MATCH(flags, __page_flags);
TABLE_MATCH(compound_head, _pt_pad_1);
TABLE_MATCH(rcu_head, pt_rcu_head);
TABLE_MATCH(lru, pt_list);
TABLE_MATCH(pmd_huge_pte, pmd_huge_pte);
TABLE_MATCH(mapping, __page_mapping);
TABLE_MATCH(mapping, _pt_s390_gaddr);
TABLE_MATCH(index, pt_index);
TABLE_MATCH(pt_mm, pt_mm);
TABLE_MATCH(pt_frag_refcount, pt_frag_refcount);
TABLE_MATCH(pt_frag_refcount, pt_share_count);
TABLE_MATCH(ptl, ptl);
TABLE_MATCH(page_type, __page_type);
TABLE_MATCH(_refcount, __page_refcount);
#ifdef CONFIG_MEMCG
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 11, 0)
TABLE_MATCH(mem_cgroup, pt_memcg_data);
#else
TABLE_MATCH(memcg_data, pt_memcg_data);
#endif
#endif
#undef TABLE_MATCH
static_assert(sizeof(struct ptdesc) <= sizeof(struct page),
	      "ptdesc is larger than the page it lies over");

/*
 * Casts, which are right for the first page of the table only. The constness of
 * the argument is that of the result; other types do not compile.
 */
#define page_ptdesc(p)	_Generic((p),					\
	const struct page * :	(const struct ptdesc *)(p),		\
	struct page * :		(struct ptdesc *)(p))

#define ptdesc_page(pt)	_Generic((pt),					\
	const struct ptdesc * :	(const struct page *)(pt),		\
	struct ptdesc * :	(struct page *)(pt))

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
#define ptdesc_folio(pt) _Generic((pt),					\
	const struct ptdesc * :	(const struct folio *)(pt),		\
	struct ptdesc * :	(struct folio *)(pt))
#endif

#else
#include <linux/mm.h>
#endif /* LINUX_VERSION_CODE */
#endif /* _LINUX_PTDESC_H */
