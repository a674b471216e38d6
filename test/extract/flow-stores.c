// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Functions put where they will be called from.

#include "page.h"

struct ops {
  int (*writepage)(struct page *page, void *wbc);
  int (*other)(int number);
  struct page *(*get)(int number);
  void (*fill)(struct page **pages);
};
struct file_ops { struct ops ops; const struct ops *more; int (*row[2])(struct page *, void *); };
typedef int filler(void *data, struct page *page);
static int write_one(struct page *page, void *wbc) { return 0; }
int write_two(struct page *page, void *wbc);
int no_page(int number);
struct page *get_one(int number);
void fill_one(struct page **pages);
int read_one(void *data, struct page *page);
int visit_one(void *data);
int visit_two(unsigned long address, void *data);
void register_ops(const struct ops *ops);
struct page *read_cache(void *mapping, unsigned long index, filler *fill, void *data);
void visit(int (*call)(void *data), void *data);

const struct ops designated = {
  .writepage = write_one,      // flow: store function:write_one -> slot:"struct ops.writepage" fromscope=flow-stores.c toscope=flow-stores.c function=designated
  .other = no_page,
  .get = &get_one,             // flow: store function:get_one -> slot:"struct ops.get" fromscope=
  .fill = fill_one,            // flow: store function:fill_one -> slot:"struct ops.fill"
};
static struct ops positional = {write_two, no_page, get_one}; // flow: store function:write_two -> slot:"struct ops.writepage" ; store function:get_one -> slot:"struct ops.get"
struct file_ops nested = {
  .ops = {.writepage = write_one}, // flow: store function:write_one -> slot:"struct ops.writepage"
  .more = &(struct ops){.get = get_one}, // flow: store function:get_one -> slot:"struct ops.get"
  .row = {write_one, [1] = write_two}, // flow: store function:write_one -> slot:"struct file_ops.row" ; store function:write_two -> slot:"struct file_ops.row"
};
struct ops many[] = {[3] = {.writepage = write_one}}; // flow: store function:write_one -> slot:"struct ops.writepage"
int (*variable)(struct page *, void *) = write_one; // flow: store function:write_one -> slot:variable toscope=
static int (*table[])(struct page *, void *) = {write_one, NULL, write_two}; // flow: store function:write_one -> slot:table toscope=flow-stores.c ; store function:write_two -> slot:table

void assigned(struct ops *ops, struct file_ops *files, int i, int (*param)(struct page *, void *)) {
  int (*local)(struct page *, void *) = write_one; // flow: store function:write_one -> slot:local
  ops->writepage = write_two;  // flow: store function:write_two -> slot:"struct ops.writepage" function=assigned
  ops->writepage = i ? write_one : &write_two; // flow: store function:write_one -> slot:"struct ops.writepage" ; store function:write_two -> slot:"struct ops.writepage"
  ops->writepage = NULL;
  ops->writepage = designated.writepage; // flow: store slot:"struct ops.writepage" -> slot:"struct ops.writepage"
  ops->writepage = param;      // flow: store slot:assigned#3 -> slot:"struct ops.writepage"
  ops->writepage = local;      // flow: store slot:local -> slot:"struct ops.writepage"
  files->row[i] = write_one;   // flow: store function:write_one -> slot:"struct file_ops.row"
  files->ops.other = no_page;
  local = table[i];            // flow: store slot:table -> slot:local
  variable = (void *)write_two; // flow: store function:write_two -> slot:variable
  *ops = (struct ops){.get = get_one}; // flow: store function:get_one -> slot:"struct ops.get"
}

void passed(struct page *page, void *mapping) {
  read_cache(mapping, 0, read_one, page); // flow: store function:read_one -> slot:read_cache#2 toscope=
  // flow: argument param:passed#0 -> param:read_cache#3
  read_cache(mapping, 0, (filler *)write_two, NULL); // flow: store function:write_two -> slot:read_cache#2
  // Without a page in its signature a callback matters only beside a page.
  visit(visit_one, mapping);
  visit(visit_one, page);      // flow: store function:visit_one -> slot:visit#0 ; argument param:passed#0 -> param:visit#1
}

// Calls and stores name a parameter's slot alike.
struct page *read_cache(void *mapping, unsigned long index, filler *fill, void *data) {
  struct page *page = get_one(index); // flow: assign return:get_one -> local:page
  fill(data, page);            // flow: argument local:page -> param:read_cache#2#1 toscope=
  // flow: argument param:read_cache#3 -> param:read_cache#2#0
  return page;                 // flow: return local:page -> return:read_cache
}
void visit(int (*call)(void *data), void *data) {
  call(data);                  // flow: argument param:visit#1 -> param:visit#0#0
}
void visit_later(int (*call)(void *data), void *data, void *other_type_only) {
  visit(call, data);           // flow: store slot:visit_later#0 -> slot:visit#0 ; argument param:visit_later#1 -> param:visit#1
  unknown(data);
}
