// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// A macro is a call: with what was written as its argument, and with the value
// that it expands to.

#include "page.h"

struct zone { struct page *map; };
void sink(struct page *page);
struct page *real_head(struct page *page);
void dump_page(struct page *page, const char *why);
#define to_folio(p) ((struct folio *)(p))
#define head_of(page) (real_head(page))
#define nth_page(page, n) ((page) + (n))
#define SINK(x) sink(x)
#define SINK_NEXT(n, page) SINK((page) + (n))
#define OUTER(p) SINK(p)
#define zone_map zone->map
#define first_page(z) ((z)->map)
#define first_page_of first_page
#define make_page(z, n) first_page_of(z)
#define VARIADIC(...) sink(__VA_ARGS__)
#define NOTHING(page) do { } while (0)
#define MAYBE(c, page) do { if (c) dump_page(page, #page); } while (0)
#define SIZE_ONLY(page) sizeof(*(page))
#define STATEMENT(p) ({ struct page *__p = (p); sink(__p); real_head(__p); })

void arguments(struct page *page, struct zone *zone, struct page **pages) {
  SINK(page);                  // flow: argument param:arguments#0 -> param:SINK#0 toscope= ; argument param:arguments#0 -> param:sink#0
  SINK(zone->map);             // flow: argument member:zone.map -> param:SINK#0 ; argument member:zone.map -> param:sink#0
  SINK(pages[1]);              // flow: argument param:arguments#2 -> param:SINK#0 ; argument param:arguments#2 -> param:sink#0
  SINK((page));                // flow: argument param:arguments#0 -> param:SINK#0 ; argument param:arguments#0 -> param:sink#0
  OUTER(page);                 // flow: argument param:arguments#0 -> param:OUTER#0 ; argument param:arguments#0 -> param:SINK#0
  // flow: argument param:arguments#0 -> param:sink#0
  SINK_NEXT(1, page);          // flow: argument param:arguments#0 -> param:SINK_NEXT#1
  // flow: argument param:arguments#0 -> param:SINK#0 through=+ ; argument param:arguments#0 -> param:sink#0 through=+
  // flow: use param:arguments#0 -> field:*
  VARIADIC(page);              // flow: argument param:arguments#0 -> param:VARIADIC#0 ; argument param:arguments#0 -> param:sink#0
  MAYBE(1, page);              // flow: argument param:arguments#0 -> param:MAYBE#1 ; argument param:arguments#0 -> param:dump_page#0
  NOTHING(page);
  consume(SIZE_ONLY(page));
  SINK(page + 1);              // flow: argument param:arguments#0 -> param:SINK#0 through=+ ; argument param:arguments#0 -> param:sink#0 through=+
  // flow: use param:arguments#0 -> field:*
  to_folio(page);              // flow: argument param:arguments#0 -> param:to_folio#0 ; cast param:arguments#0 -> type:"struct folio"
  // flow: use param:arguments#0 -> field:*
  consume(page_private(page)); // flow: argument param:arguments#0 -> param:page_private#0 ; use param:arguments#0 -> field:private
  consume(READ_ONCE(page->index)); // flow: use param:arguments#0 -> field:index
  sink(NULL == page ? NULL : page); // flow: argument param:arguments#0 -> param:sink#0
}

void values(struct page *page, struct zone *zone) {
  sink(first_page(zone));      // flow: argument return:first_page -> param:sink#0 fromscope= ; argument member:zone.map -> param:sink#0
  sink(zone_map);              // flow: argument return:zone_map -> param:sink#0 ; argument member:zone.map -> param:sink#0
  sink(first_page_of(zone));   // flow: argument return:first_page -> param:sink#0 ; argument return:first_page_of -> param:sink#0
  // flow: argument member:zone.map -> param:sink#0
  sink(make_page(zone, 2));    // flow: argument return:make_page -> param:sink#0 ; argument return:first_page_of -> param:sink#0
  // flow: argument return:first_page -> param:sink#0 ; argument member:zone.map -> param:sink#0
  sink(first_page(zone) + 1);  // flow: argument return:first_page -> param:sink#0 through=+ ; argument member:zone.map -> param:sink#0 through=+
  // flow: use return:first_page -> field:* ; use member:zone.map -> field:*
  consume(zone_map->index);    // flow: use return:zone_map -> field:index ; use member:zone.map -> field:index
}

// What a macro hands on.
void handed_on(struct page *page, struct zone *zone) {
  sink(head_of(page));         // flow: argument return:head_of -> param:sink#0 ; argument return:real_head -> param:sink#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=real_head#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=head_of#0
  // flow: argument param:handed_on#0 -> param:head_of#0 ; argument param:handed_on#0 -> param:real_head#0
  sink(nth_page(page, 2));     // flow: argument return:nth_page -> param:sink#0 ; argument param:handed_on#0 -> param:sink#0 through=+
  // flow: argument param:handed_on#0 -> param:sink#0 through=nth_page#0 ; argument param:handed_on#0 -> param:nth_page#0
  // flow: use param:handed_on#0 -> field:*
  sink(STATEMENT(page));       // flow: argument return:STATEMENT -> param:sink#0 ; argument return:real_head -> param:sink#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=STATEMENT#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=real_head#0
  // flow: argument param:handed_on#0 -> param:STATEMENT#0 ; argument param:handed_on#0 -> param:real_head#0
  // flow: argument param:handed_on#0 -> param:sink#0 ; assign param:handed_on#0 -> local:__p
  sink(READ_ONCE(zone->map));  // flow: argument return:READ_ONCE -> param:sink#0 ; argument member:zone.map -> param:sink#0
  // flow: argument member:zone.map -> param:sink#0 through=READ_ONCE#0 ; argument member:zone.map -> param:READ_ONCE#0
}

// The meaning of a macro is that at its use.
#undef SINK
#define SINK(n, x) sink(x)
void redefined(struct page *page) {
  SINK(1, page);               // flow: argument param:redefined#0 -> param:SINK#1 ; argument param:redefined#0 -> param:sink#0
}
#undef SINK
