//===- Uses.cpp - every mention of a page, as it is written ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Uses/Uses.h"

using namespace llvm;
using namespace pagesplit;

ArrayRef<StringLiteral> pagesplit::useKindWords() {
  static constexpr StringLiteral Words[] = {
      "field",  "argument", "assign", "return",  "test",          "compare",
      "target", "value",    "object", "foreign", "macro-argument"};
  return Words;
}

StringRef pagesplit::wordOf(UseKind Kind) {
  return useKindWords()[static_cast<size_t>(Kind)];
}

ArrayRef<StringLiteral> pagesplit::declarationKindWords() {
  static constexpr StringLiteral Words[] = {"local", "parameter", "result",
                                            "member"};
  return Words;
}

StringRef pagesplit::wordOf(DeclarationKind Kind) {
  return declarationKindWords()[static_cast<size_t>(Kind)];
}

void UseSet::unite(UseSet Other) {
  Uses.merge(Other.Uses);
  Declarations.merge(Other.Declarations);
  Mentions.merge(Other.Mentions);
  Statements.merge(Other.Statements);
  Members.merge(Other.Members);
  for (auto &[File, Hashes] : Other.Sources)
    Sources[File].merge(Hashes);
  Failed.merge(Other.Failed);
}
