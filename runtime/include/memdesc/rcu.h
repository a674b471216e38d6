// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// RCU is liburcu's, in the flavour that needs no registration of threads.
//
// rcu_read_lock(), rcu_read_unlock() and synchronize_rcu() are liburcu's. What
// is added here are two marks that tell ThreadSanitizer of the order that a
// grace period makes; without it they are nothing.
#ifndef MEMDESC_RCU_H
#define MEMDESC_RCU_H

#if defined(__SANITIZE_THREAD__)
#define MEMDESC_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define MEMDESC_TSAN
#endif
#endif

#if !defined(MEMDESC_TSAN) && !defined(MEMDESC_SANITIZED)
// Small functions inline; under sanitizers calls, which they do not watch.
#ifndef _LGPL_SOURCE
#define _LGPL_SOURCE
#endif
#endif
#include <urcu-bp.h>

#ifdef MEMDESC_TSAN
#ifdef __cplusplus
extern "C" {
#endif
void __tsan_acquire(void *address);
void __tsan_release(void *address);
#ifdef __cplusplus
}
#endif
extern char memdesc_grace_period;
#define memdesc_mark_reader_done()  __tsan_release(&memdesc_grace_period)
#define memdesc_mark_grace_period() __tsan_acquire(&memdesc_grace_period)
#else
#define memdesc_mark_reader_done()  ((void)0)
#define memdesc_mark_grace_period() ((void)0)
#endif

#endif
