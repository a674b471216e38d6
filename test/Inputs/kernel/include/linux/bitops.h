/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_BITOPS_H
#define _LINUX_BITOPS_H

#include <linux/compiler.h>
#include <linux/types.h>

#define BIT(nr) (1UL << (nr))

static inline void set_bit(long nr, volatile unsigned long *word)
{
	__atomic_fetch_or(word, BIT(nr), __ATOMIC_RELAXED);
}

static inline void clear_bit(long nr, volatile unsigned long *word)
{
	__atomic_fetch_and(word, ~BIT(nr), __ATOMIC_RELAXED);
}

static inline bool test_and_set_bit(long nr, volatile unsigned long *word)
{
	return __atomic_fetch_or(word, BIT(nr), __ATOMIC_SEQ_CST) & BIT(nr);
}

static inline bool test_and_clear_bit(long nr, volatile unsigned long *word)
{
	return __atomic_fetch_and(word, ~BIT(nr), __ATOMIC_SEQ_CST) & BIT(nr);
}

static inline bool test_bit(long nr, const volatile unsigned long *word)
{
	return *word & BIT(nr);
}

static inline void __set_bit(unsigned long nr, unsigned long *word)
{
	*word |= BIT(nr);
}

static inline void __clear_bit(unsigned long nr, unsigned long *word)
{
	*word &= ~BIT(nr);
}

#endif
