//===- Spelling.cpp - words that know where they stand --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spelling.h"

#include <functional>

using namespace llvm;
using namespace pagesplit;

SpelledWord Reading::place(const Spelling &Word) const {
  if (!Word.At)
    return {Word.Text, 0, 0};
  StringRef Before = Text.take_front(Word.At - Text.data());
  size_t LineStart = Before.rfind('\n') + 1;
  return {Word.Text, static_cast<unsigned>(Before.count('\n') + 1),
          static_cast<unsigned>(Before.size() - LineStart + 1)};
}

void yaml::ScalarTraits<Spelling>::output(const Spelling &Word, void *,
                                          raw_ostream &Out) {
  Out << Word.Text;
}

StringRef yaml::ScalarTraits<Spelling>::input(StringRef Scalar, void *Context,
                                              Spelling &Word) {
  if (Scalar.empty())
    return "a name is not empty";
  StringRef Text = static_cast<Reading *>(Context)->Text;
  // A value with escapes is a copy, which has no place in the file.
  std::less<const char *> Before;
  if (Before(Scalar.data(), Text.begin()) || !Before(Scalar.data(), Text.end()))
    return "a name is written without escapes, on one line";
  Word.Text = Scalar.str();
  Word.At = Scalar.data();
  return "";
}
