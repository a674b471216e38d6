//===- Edit.cpp - one change to one file ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/Edit.h"

#include <tuple>

using namespace llvm;
using namespace pagesplit;

// The order of edits at one offset.
static int rank(const Edit &E) {
  if (!E.isInsertion())
    return 3;
  return E.Reach < E.Offset ? 0 : E.Reach == E.Offset ? 1 : 2;
}

// Among those that close, the inner expression begins later; among those that
// open, the outer one ends later: both come with the greater Reach first.
static auto key(const Edit &E) {
  return std::make_tuple(StringRef(E.File), E.Offset, rank(E), ~E.Reach,
                         StringRef(E.Was), StringRef(E.Text));
}

bool pagesplit::operator<(const Edit &A, const Edit &B) {
  return key(A) < key(B);
}

bool pagesplit::operator==(const Edit &A, const Edit &B) {
  return key(A) == key(B);
}

Edit pagesplit::replacement(StringRef File, unsigned Offset, StringRef Was,
                            StringRef Text) {
  return {File.str(), Offset, Was.str(), Text.str(), Offset};
}

Edit pagesplit::insertion(StringRef File, unsigned Offset, StringRef Text) {
  return {File.str(), Offset, "", Text.str(), Offset};
}

std::pair<Edit, Edit> pagesplit::wrap(StringRef File, unsigned Begin,
                                      unsigned End, StringRef Open,
                                      StringRef Close) {
  return {{File.str(), Begin, "", Open.str(), End},
          {File.str(), End, "", Close.str(), Begin}};
}
