/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_BUG_H
#define _LINUX_BUG_H

#include <linux/compiler.h>

#define BUG() __builtin_trap()
#define BUG_ON(cond) do { if (unlikely(cond)) BUG(); } while (0)

void warn_here(const char *file, int line);

#define WARN_ON(cond)					\
({							\
	int __warn = !!(cond);				\
	if (unlikely(__warn))				\
		warn_here(__FILE__, __LINE__);		\
	unlikely(__warn);				\
})

#endif
