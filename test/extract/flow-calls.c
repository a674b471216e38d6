// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Into functions and out of them: by name, through a slot; and
// what a call hands on.

#include "page.h"

struct page *compound_head(struct page *page);
struct page *nth(struct page *page, int n, struct page *other);
struct page *make(void);
void *address(struct page *page);
void sink(struct page *page);
void sinks(struct page **pages);
void unknown_cleanup(void **object);
extern struct page *global_page;
void fill(struct page **pages, int n);
int printk(const char *format, ...);
static void local_sink(int n, struct page *page) {}

void by_name(struct page *page, void *private) {
  struct page *pages[4];
  local_sink(1, page);         // flow: argument param:by_name#0 -> param:local_sink#1 toscope=flow-calls.c function=by_name
  sink(make());                // flow: argument return:make -> param:sink#0
  sink(private);               // flow: argument param:by_name#1 -> param:sink#0
  unknown(page);               // flow: argument param:by_name#0 -> param:unknown#0
  unknown(&page);              // flow: argument param:by_name#0 -> param:unknown#0 through=&
  consume((unsigned long)page); // flow: argument param:by_name#0 -> param:consume#0 ; use param:by_name#0 -> field:*
  fill(pages, 4);              // flow: argument local:pages -> param:fill#0
  fill(&page, 1);              // flow: argument param:by_name#0 -> param:fill#0 through=&
  printk("%p", page);          // flow: argument param:by_name#0 -> param:printk#-1
  (sink)(page);                // flow: argument param:by_name#0 -> param:sink#0
  (*sink)(page);               // flow: argument param:by_name#0 -> param:sink#0
  by_name(page, page);         // flow: argument param:by_name#0 -> param:by_name#0 ; argument param:by_name#0 -> param:by_name#1
}

// What is handed on, from the inside out.
void handed_on(struct page *page, struct page *b) {
  sink(compound_head(page));   // flow: argument return:compound_head -> param:sink#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=compound_head#0
  // flow: argument param:handed_on#0 -> param:compound_head#0
  sink(nth(compound_head(page), 1, b)); // flow: argument return:nth -> param:sink#0
  // flow: argument return:compound_head -> param:sink#0 through=nth#0
  // flow: argument param:handed_on#0 -> param:sink#0 through=compound_head#0,nth#0
  // flow: argument param:handed_on#1 -> param:sink#0 through=nth#2
  // flow: argument return:compound_head -> param:nth#0 ; argument param:handed_on#1 -> param:nth#2
  // flow: argument param:handed_on#0 -> param:nth#0 through=compound_head#0
  // flow: argument param:handed_on#0 -> param:compound_head#0
  page = compound_head(page) + 1; // flow: assign return:compound_head -> param:handed_on#0 through=+
  // flow: assign param:handed_on#0 -> param:handed_on#0 through=compound_head#0,+
  // flow: argument param:handed_on#0 -> param:compound_head#0
  // flow: use return:compound_head -> field:* ; use param:handed_on#0 -> field:* through=compound_head#0
  page = compound_head(page + 1); // flow: assign return:compound_head -> param:handed_on#0
  // flow: assign param:handed_on#0 -> param:handed_on#0 through=+,compound_head#0
  // flow: argument param:handed_on#0 -> param:compound_head#0 through=+ ; use param:handed_on#0 -> field:*
  page = address(page);        // flow: assign return:address -> param:handed_on#0
  // flow: assign param:handed_on#0 -> param:handed_on#0 through=address#0
  // flow: argument param:handed_on#0 -> param:address#0
}

struct ops {
  struct page *(*get)(struct ops *ops, struct page *hint);
  void (*table[4])(struct page *page);
  const struct ops *next;
};
struct ops *find_ops(void);
void (*global_sink)(struct page *page);
static void (*file_sink)(struct page *page);

void through_slots(struct ops *ops, struct page *page, int i) {
  page = ops->get(ops, page);  // flow: assign return:"struct ops.get" -> param:through_slots#1 fromscope=flow-calls.c
  // flow: assign param:through_slots#1 -> param:through_slots#1 through="struct ops.get#1"
  // flow: argument param:through_slots#1 -> param:"struct ops.get#1" toscope=flow-calls.c
  page = (*ops->next->get)(ops, NULL); // flow: assign return:"struct ops.get" -> param:through_slots#1
  ops->table[i](page);         // flow: argument param:through_slots#1 -> param:"struct ops.table#0"
  find_ops()->table[0](page);  // flow: argument param:through_slots#1 -> param:"struct ops.table#0"
  global_sink(page);           // flow: argument param:through_slots#1 -> param:global_sink#0 toscope=
  file_sink(page);             // flow: argument param:through_slots#1 -> param:file_sink#0 toscope=flow-calls.c
}

void (*pick(int i))(struct page *page);
void through_variables(void (*param)(struct page *page), struct page *page, int i) {
  void (*local)(struct page *page) = param;
  // flow: store slot:through_variables#0 -> slot:local
  void (*row[2])(struct page *page);
  param(page);                 // flow: argument param:through_variables#1 -> param:through_variables#0#0 toscope=
  (*local)(page);              // flow: argument param:through_variables#1 -> param:local@flow-calls.c:84:10#0
  row[i](page);                // flow: argument param:through_variables#1 -> param:row@flow-calls.c:86:10#0
  pick(1)(page);               // flow: argument param:through_variables#1 -> opaque:"pointer call"
  (i ? param : local)(page);   // flow: argument param:through_variables#1 -> opaque:"pointer call"
  ((void (*)(struct page *))i)(page); // flow: argument param:through_variables#1 -> param:through_variables#2#0
  ((void (*)(struct page *))unknown)(page); // flow: argument param:through_variables#1 -> param:unknown#0
}

struct page *slot_result(struct page *(*get)(int n)) {
  sinks((struct page *[]){get(1), global_page}); // flow: argument return:slot_result#0 -> param:sinks#0 ; argument global:global_page -> param:sinks#0
  return get(2);               // flow: return return:slot_result#0 -> return:slot_result
}

void put_cleanup(struct page **page);
void cleaned_up(void) {
  struct page *page __attribute__((cleanup(put_cleanup))) = make(); // flow: assign return:make -> local:page ; argument local:page -> param:put_cleanup#0 through=&
  void *other __attribute__((cleanup(unknown_cleanup))) = NULL;
}

void compilers_own(struct page *page) {
  __builtin_prefetch(page);    // flow: argument param:compilers_own#0 -> param:__builtin_prefetch#0
  memset(page, 0, sizeof(*page)); // flow: argument param:compilers_own#0 -> param:memset#0
}
