//===- Error.cpp - one clear message with file, line and column -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Error.h"

using namespace llvm;

static Error make(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

Error pagesplit::errorIn(StringRef File, const Twine &Message) {
  return make(File + ": error: " + Message);
}

Error pagesplit::errorAt(StringRef File, unsigned Line, unsigned Column,
                         const Twine &Message) {
  return make(File + ":" + Twine(Line) + ":" + Twine(Column) +
              ": error: " + Message);
}

Error pagesplit::errorFrom(StringRef File, StringRef What,
                           std::error_code Code) {
  return make(File + ": error: cannot " + What + ": " + Code.message());
}

Error pagesplit::errorOf(const Twine &Message) {
  return make("error: " + Message);
}
