/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_PRINTK_H
#define _LINUX_PRINTK_H

int _printk(const char *format, ...) __attribute__((__format__(printf, 1, 2)));
#define pr_info(format, ...) _printk(format, ##__VA_ARGS__)

#endif
