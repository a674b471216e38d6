/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Says that this is Linux 5.10. */
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define LINUX_VERSION_CODE KERNEL_VERSION(5, 10, 0)
