/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* static_assert(), with or without words. */
#define __static_assert(expr, msg, ...) _Static_assert(expr, msg)
#define static_assert(expr, ...) __static_assert(expr, ##__VA_ARGS__, #expr)
