/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef _LINUX_ERR_H
#define _LINUX_ERR_H

#include <linux/compiler.h>
#include <linux/types.h>

#define ENOMEM 12
#define EIO 5
#define MAX_ERRNO 4095

/* The last page of addresses is never mapped: errors stand there. */
static inline void *ERR_PTR(long error)
{
	return (void *)error;
}

static inline long PTR_ERR(const void *pointer)
{
	return (long)pointer;
}

static inline bool IS_ERR(const void *pointer)
{
	return unlikely((unsigned long)pointer >= (unsigned long)-MAX_ERRNO);
}

static inline void *ERR_CAST(const void *pointer)
{
	return (void *)pointer;
}

#endif
