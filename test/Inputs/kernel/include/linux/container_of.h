/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_CONTAINER_OF_H
#define _LINUX_CONTAINER_OF_H

#include <linux/compiler.h>
#include <linux/types.h>

#define offsetof(type, member) __builtin_offsetof(type, member)

/* The structure of which *inner is the given member. */
#define container_of(inner, type, member)				\
({									\
	void *__inner = (void *)(inner);				\
	static_assert(__builtin_types_compatible_p(			\
		__typeof__(*(inner)), __typeof__(((type *)0)->member)));\
	((type *)(__inner - offsetof(type, member)));			\
})

#endif
