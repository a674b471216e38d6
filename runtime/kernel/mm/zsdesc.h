/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The names that the series of 2023 had for struct zpdesc.
 *
 * For code that was written against it. New code includes zpdesc.h.
 */
#ifndef __MM_ZSDESC_H__
#define __MM_ZSDESC_H__

#include "zpdesc.h"

#define zsdesc			zpdesc
#define page_zsdesc(p)		page_zpdesc(p)
#define zsdesc_page(zs)		zpdesc_page(zs)
#define pfn_zsdesc(pfn)		pfn_zpdesc(pfn)
#define zsdesc_pfn(zs)		zpdesc_pfn(zs)
#define zsdesc_zone(zs)		zpdesc_zone(zs)
#define alloc_zsdesc(gfp)	alloc_zpdesc(gfp)
#define free_zsdesc(zs)		free_zpdesc(zs)
#define zsdesc_get(zs)		zpdesc_get(zs)
#define zsdesc_put(zs)		zpdesc_put(zs)
#define lock_zsdesc(zs)		zpdesc_lock(zs)
#define trylock_zsdesc(zs)	zpdesc_trylock(zs)
#define unlock_zsdesc(zs)	zpdesc_unlock(zs)
#define wait_on_zsdesc_locked(zs) zpdesc_wait_locked(zs)
#define zsdesc_is_locked(zs)	zpdesc_is_locked(zs)

#endif /* __MM_ZSDESC_H__ */
