//===- CodeText.cpp - C text without what is not code ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/CodeText.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

using namespace llvm;
using namespace pagesplit;

// The end of a string or character literal that begins at \p I.
static size_t endOfLiteral(StringRef Text, size_t I) {
  char Quote = Text[I];
  for (++I; I < Text.size() && Text[I] != Quote && Text[I] != '\n'; ++I)
    if (Text[I] == '\\')
      ++I;
  return std::min(I + 1, Text.size());
}

static size_t endOfComment(StringRef Text, size_t I) {
  if (Text[I + 1] == '/')
    return std::min(Text.find('\n', I), Text.size());
  size_t End = Text.find("*/", I + 2);
  return End == StringRef::npos ? Text.size() : End + 2;
}

std::string pagesplit::withoutComments(StringRef Text) {
  std::string Result = Text.str();
  auto Blank = [&](size_t From, size_t To) {
    for (; From < To; ++From)
      if (Result[From] != '\n')
        Result[From] = ' ';
  };
  for (size_t I = 0; I < Text.size();) {
    size_t End = I + 1;
    if (Text[I] == '/' && I + 1 < Text.size() &&
        (Text[I + 1] == '*' || Text[I + 1] == '/')) {
      End = endOfComment(Text, I);
      Blank(I, End);
    } else if (Text[I] == '"' || Text[I] == '\'') {
      End = endOfLiteral(Text, I);
      Blank(I, End);
    }
    I = End;
  }
  return Result;
}

static bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

void pagesplit::forEachPageType(StringRef Code,
                                function_ref<void(size_t)> See) {
  constexpr StringLiteral Struct = "struct", Page = "page";
  for (size_t At = 0; (At = Code.find(Struct, At)) != StringRef::npos;
       At += Struct.size()) {
    if (At && isWordChar(Code[At - 1]))
      continue;
    StringRef Rest = Code.drop_front(At + Struct.size());
    StringRef Next = Rest.ltrim();
    if (Next.size() < Rest.size() && Next.consume_front(Page) &&
        (Next.empty() || !isWordChar(Next.front())))
      See(At);
  }
}

bool pagesplit::mentionsPageType(StringRef Text) {
  bool Found = false;
  forEachPageType(Text, [&](size_t) { Found = true; });
  return Found;
}
