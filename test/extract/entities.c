// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Declarations that can hold a page, at whatever depth.

#include "page.h"

extern struct page *declared;              // entity: global declared depth=1 type="struct page *" definition=0 scope=
struct page *declared;                     // entity: global declared depth=1 definition=1 scope=
static struct page *hidden;                // entity: global hidden depth=1 scope=entities.c
struct page memory_map[16];                // entity: global memory_map depth=1 type="struct page[16]"
struct page *table[16], **both;            // entity: global table depth=2 ; global both depth=2
struct page one;                           // entity: global one depth=0
pgtable_t tables;                          // entity: global tables depth=1 type=pgtable_t

struct holder {
  struct page *page;                       // entity: member page owner=holder depth=1
  const struct page **pages;               // entity: member pages owner=holder depth=2 type="const struct page **"
  struct page embedded;                    // entity: member embedded owner=holder depth=0
  pgtable_t table;                         // entity: member table owner=holder depth=1 type=pgtable_t
  struct {
    struct page *inner;                    // entity: member inner owner=holder depth=1
  };
  int not_a_page;
};
typedef struct {
  struct page *page;                       // entity: member page owner=by_typedef depth=1
} by_typedef;

// Ops tables: a slot is a function without a name of its own.
struct ops {
  int (*write)(struct page *page, int nr); // entity: param page owner="struct ops.write" position=0 depth=1
  struct page *(*get)(void);               // entity: return - owner="struct ops.get" depth=1
  struct page **(*all)(int, struct page *[], pgtable_t); // entity: return - owner="struct ops.all" depth=2 ; param - owner="struct ops.all" position=1 depth=2 ; param - owner="struct ops.all" position=2 depth=1
  int (*many[2])(struct page *);           // entity: param - owner="struct ops.many" position=0 depth=1
};

struct page *declaration(struct page *page, int i); // entity: return - owner=declaration depth=1 definition=0 ; param page owner=declaration position=0 depth=1 definition=0

static struct page *definition(int i, struct page *page) { // entity: return - owner=definition depth=1 definition=1 scope=entities.c ; param page owner=definition position=1 depth=1 scope=entities.c
  struct page *local = page, copy;         // entity: local local owner=definition depth=1 ; local copy owner=definition depth=0
  static struct page *kept;                // entity: local kept owner=definition depth=1
  typeof(local) same;                      // entity: local same depth=1
  __auto_type inferred = page;             // entity: local inferred depth=1
  for (struct page *p = page; p;)          // entity: local p depth=1
    p = NULL;
  struct folio *folio;
  void *opaque;
  unsigned long word;
  return local;
}

int arrays(struct page *pages[], struct page rest[4], struct page ***deep) { // entity: param pages owner=arrays position=0 depth=2 type="struct page *[]" ; param rest position=1 depth=1 ; param deep position=2 depth=3
  return 0;
}

int unnamed(struct page *);                // entity: param - owner=unnamed position=0 depth=1
