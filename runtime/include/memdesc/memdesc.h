// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// Everything of memdesc, and which calls may run at the same time.
//
// A row and a column that meet in
//
//   yes     may run at the same time, on the same page and descriptor
//   other   may run at the same time, but on other pages or descriptors
//   no      one at a time, and nothing else of memdesc meanwhile
//
//                        lookup  hold  alloc  reshape  retype  poison  whole
//   lookup               yes
//   hold                 yes     yes
//   alloc                yes     yes   yes
//   reshape              yes     yes   yes    other
//   retype               yes     yes   yes    other    other
//   poison               other   other other  other    other   other
//   whole                no      no    no     no       no      no      no
//
//   lookup   folio_lookup() zpdesc_lookup() netmem_desc_lookup()
//            memdesc_lookup() page_state() page_memdesc(); of any page, whoever
//            has it. What the last two say may be out of date at once.
//   hold     page_folio() and all that take a descriptor or a page whose
//            descriptor the caller holds: get, put, try_get, freeze, lock,
//            flags, private data. Plain members (mapping, index, lists) are the
//            caller's to protect, as in the kernel: by the folio lock, mostly.
//   alloc    alloc_page_desc() alloc_pages() folio_alloc() and the other
//            allocations; __free_pages() free_page_desc() free_slab()
//            free_slab_rcu() pagetable_free() pagetable_free_rcu() of what is the
//            caller's; memdesc_nr_free_pages() memdesc_nr_descriptors()
//            memdesc_shrink(). They share nothing but locks inside.
//            memdesc_rcu_barrier(), which waits for readers.
//   reshape  folio_split() folio_merge() folio_migrate() of folios of which the
//            caller has the only reference; lookups get nothing meanwhile, and
//            make the call fail with EBUSY or NULL when they were first
//   retype   folio_set_anon() page_set_misc() split_page()
//   poison   memory_failure() unpoison_memory(): nobody else changes the page
//   whole    memdesc_init() memdesc_exit() memdesc_online_pages()
//   memdesc_check()
//
// memdesc_word, buddy.h and transitions.h: functions of their arguments only. A
// struct memdesc_buddy is used by one thread at a time.
#ifndef MEMDESC_MEMDESC_H
#define MEMDESC_MEMDESC_H

#include "folio.h"
#include "kinds.h"
#include "page_calls.h"
#include "transitions.h"

#endif
