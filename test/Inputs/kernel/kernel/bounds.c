// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Constants for the preprocessor; `make prepare` compiles this for real. */
#include <linux/page-flags.h>

#define CONSTANT(name, value) \
	asm volatile("# constant: " #name " %0" : : "i"(value))

void bounds(void);
void bounds(void)
{
	CONSTANT(NR_PAGEFLAGS, __NR_PAGEFLAGS);
}
