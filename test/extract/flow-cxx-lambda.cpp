// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// RUN: %python %S/check-accesses %s %t
//
// Lambdas: what they capture keeps its place; they return for themselves. As
// for accesses, the function of a move is the one the lambda stands in.

#include "page.h"

bool slab(const page *p);
void sink(page *p);
void each(void (*visit)(page *p));

page *lambdas(page *p, page *q) {
  auto by_copy = [p] { sink(p); }; // flow: argument param:lambdas#0 -> param:sink#0 function=lambdas
  auto by_reference = [&] { q = p; }; // flow: assign param:lambdas#0 -> param:lambdas#1
  auto renamed = [r = p] { return r; }; // flow: assign param:lambdas#0 -> local:r ; return local:r -> return:lambdas::operator()
  auto param = [](page *x) { sink(x); }; // flow: argument param:lambdas::operator()#0 -> param:sink#0
  auto generic = [](auto *x) { sink(x); }; // flow: argument param:lambdas::operator()#0 -> param:sink#0
  by_copy();
  by_reference();
  param(p);                   // flow: argument param:lambdas#0 -> param:lambdas::operator()#0
  generic(q);                 // flow: argument param:lambdas#1 -> param:lambdas::operator()#0
  each([](page *x) { sink(x); }); // flow: argument param:lambdas::operator()#0 -> param:sink#0 ; store function:lambdas::operator() -> slot:each#0
  if (slab(p))                // flow: argument param:lambdas#0 -> param:slab#0
    [&] { sink(p); }();       // flow: argument param:lambdas#0 -> param:sink#0
  return renamed();           // flow: return return:lambdas::operator() -> return:lambdas
}

auto at_file_level = [](page *x) { return x; }; // flow: return param:operator()#0 -> return:operator()
