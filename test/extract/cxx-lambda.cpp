// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Lambdas: by capture, by parameter, in a default member initialiser. The
// function of an access is the one the lambda stands in.

#include "page.h"

void lambdas(page *p, page &r) {
  auto write = [p] { p->index = 1; };            // access: member write index@32 base=p
  auto read = [&] { return r.index; };           // access: member read index@32 base=r
  auto generic = [](auto *q) { q->index = 2; };  // access: member write index@32 base=q
  auto param = [](page *q) { return q->flags; }; // access: member read flags@0 base=q
  auto init = [i = p->index] { return i; };      // access: member read index@32 base=p
  write();
  generic(p);
  consume(read() + param(p) + init());
}

static auto at_file_level = [](page &p) { return p.index; }; // access: member read index@32 base=p
