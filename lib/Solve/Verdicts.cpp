//===- Verdicts.cpp - what was concluded about a page ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Verdicts.h"

using namespace llvm;

ArrayRef<StringLiteral> pagesplit::reasonWords() {
  static constexpr StringLiteral Words[] = {
      "not-inferred", "named",         "used-as",        "comes-from",
      "confirmed",    "guarded",       "neutral",        "bare",
      "conflict",     "uses-differ",   "origins-differ", "not-moved",
      "no-evidence",  "weak-evidence", "out-of-sight",   "partly-known"};
  return Words;
}

StringRef pagesplit::reasonWord(Reason Why) {
  return reasonWords()[static_cast<size_t>(Why)];
}
