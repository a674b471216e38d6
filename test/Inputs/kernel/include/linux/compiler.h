/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_COMPILER_H
#define _LINUX_COMPILER_H

#define __always_inline inline __attribute__((__always_inline__))
#define __aligned(bytes) __attribute__((__aligned__(bytes)))
#define likely(cond) __builtin_expect(!!(cond), 1)
#define unlikely(cond) __builtin_expect(!!(cond), 0)
#define barrier() asm volatile("" : : : "memory")
#define static_assert(cond) _Static_assert(cond, #cond)
#define BUILD_BUG_ON(cond) static_assert(!(cond))

/*
 * Once means: the compiler neither tears nor repeats the access. The operand
 * is named several times, and evaluated in exactly one of them.
 */
#define __once_fits(word) static_assert(sizeof(word) <= sizeof(long long))
#define __READ_ONCE(word) (*(const volatile __typeof__(word) *)&(word))
#define READ_ONCE(word)			\
({					\
	__once_fits(word);		\
	__READ_ONCE(word);		\
})
#define WRITE_ONCE(word, value)					\
do {								\
	__once_fits(word);					\
	*(volatile __typeof__(word) *)&(word) = (value);	\
} while (0)

#endif
