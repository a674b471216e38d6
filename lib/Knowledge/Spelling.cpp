//===- Spelling.cpp - words that know where they stand --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spelling.h"

#include "llvm/ADT/STLExtras.h"

#include <functional>

using namespace llvm;
using namespace pagesplit;

Reading::Reading(StringRef Text, KnowledgeLayer &Layer)
    : Text(Text), Layer(Layer), LineStarts{Text.begin()} {
  for (const char &C : Text)
    if (C == '\n')
      LineStarts.push_back(&C + 1);
}

SpelledWord Reading::place(const Spelling &Word) const {
  if (!Word.At)
    return {Word.Text, 0, 0};
  auto Next = upper_bound(LineStarts, Word.At);
  return {Word.Text, static_cast<unsigned>(Next - LineStarts.begin()),
          static_cast<unsigned>(Word.At - *std::prev(Next) + 1)};
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
