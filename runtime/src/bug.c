// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// The end of a program that used the library wrongly.

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sched.h>
#include "memdesc/machine.h"

void memdesc_bug(const char *call, const struct page *page, const char *format,
		 ...)
{
	char what[200];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	if (page)
		fprintf(stderr, "memdesc: error: %s: page %#lx: %s\n", call,
			page_to_pfn(page), what);
	else
		fprintf(stderr, "memdesc: error: %s: no page: %s\n", call,
			what);
	fflush(stderr);
	abort();
}

void memdesc_spin_wait(spinlock_t *lock)
{
	unsigned int tries = 0;

	do {
		while (__atomic_load_n(&lock->locked, __ATOMIC_RELAXED))
			if (++tries > 100)
				sched_yield();
	} while (__atomic_exchange_n(&lock->locked, 1, __ATOMIC_ACQUIRE));
}
