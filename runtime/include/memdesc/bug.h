// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// What happens on wrong use.
//
// A call that is made wrongly ends the program, in debug and in release builds:
//
//   memdesc: error: put_page: page 0x1f2: put without get (misc)
//
// on standard error, then abort(). It names the call, the page by its PFN in
// hexadecimal ("no page" when there is none), and what is wrong. Nothing was
// changed by then. Calls that fail for want of memory return NULL or -ENOMEM
// instead; those are not errors.
//
// Checked always: the tag and alignment of every word, the type of what is
// freed, got or put, double frees, puts without get, orders, PFNs. Checked in
// debug builds only (MEMDESC_DEBUG): the transition table, and tails of a block
// one by one.
#ifndef MEMDESC_BUG_H
#define MEMDESC_BUG_H

#include "types.h"

struct page;

MEMDESC_BEGIN

__attribute__((noreturn, cold, format(printf, 3, 4))) void
memdesc_bug(const char *call, const struct page *page, const char *format, ...);

MEMDESC_END

#endif
