// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Initialisers of a struct page.

#include "page.h"

struct page file_level = {
    .flags = 1,                // access: designator write flags@0 function=file_level
    .index = 2,                // access: designator write index@32
    .lru = {NULL, NULL},       // access: designator write lru@8
    ._refcount = {.counter = 1}, // access: designator write _refcount@52
};
struct page nested = {.lru.next = NULL}; // access: designator write lru.next@8 field=lru
struct page empty = {};                  // access: designator write *
struct page first = {1};                 // access: designator write *
struct page pages[2] = {[1] = {.flags = 3}, [0].index = 4}; // access: designator write flags@0 ; designator write index@32
struct page not_initialised;

void local(unsigned long value) {
  struct page page = {.index = value}; // access: designator write index@32 function=local
  unknown(&(struct page){.private = 1}); // access: designator write private@40
  unknown(&page);
}

// A page inside another struct.
struct folio folio = {.page = {.memcg_data = 7}}; // access: designator write memcg_data@56
struct folio folio2 = {.page.index = 7}; // access: designator write index@32
struct folio folio3 = {.index = 7};
