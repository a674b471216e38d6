//===- Finding.cpp - what was not edited, and why -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/Finding.h"

#include "llvm/ADT/Twine.h"

#include <tuple>

using namespace llvm;
using namespace pagesplit;

namespace {

struct Row {
  StringLiteral Word;
  StringLiteral Message;
};

} // namespace

static constexpr Row Rows[] = {
#define PAGESPLIT_REFUSAL(ENUMERATOR, WORD, MESSAGE) {WORD, MESSAGE},
#include "pagesplit/Edit/Refusals.def"
};

StringRef pagesplit::wordOf(Refusal R) { return Rows[unsigned(R)].Word; }

StringRef pagesplit::messageFor(Refusal R) { return Rows[unsigned(R)].Message; }

std::optional<Refusal> pagesplit::refusalOf(StringRef Word) {
  for (unsigned I = 0; I < std::size(Rows); ++I)
    if (Rows[I].Word == Word)
      return Refusal(I);
  return std::nullopt;
}

static auto key(const SourcePlace &P) {
  return std::make_tuple(StringRef(P.File), P.Line, P.Column);
}

static auto key(const Finding &F) {
  return std::make_tuple(F.Why, key(F.Where), StringRef(F.Rewriter),
                         StringRef(F.Subject), StringRef(F.Detail));
}

bool pagesplit::operator<(const SourcePlace &A, const SourcePlace &B) {
  return key(A) < key(B);
}

bool pagesplit::operator==(const SourcePlace &A, const SourcePlace &B) {
  return key(A) == key(B);
}

std::string pagesplit::textOf(const SourcePlace &Place) {
  std::string Text = Place.File;
  if (Place.Line)
    Text += (":" + Twine(Place.Line)).str();
  if (Place.Line && Place.Column)
    Text += (":" + Twine(Place.Column)).str();
  return Text;
}

bool pagesplit::operator<(const Finding &A, const Finding &B) {
  return key(A) < key(B);
}

bool pagesplit::operator==(const Finding &A, const Finding &B) {
  return key(A) == key(B);
}
