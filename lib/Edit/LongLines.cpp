//===- LongLines.cpp - lines that an edit has made too long ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LongLines.h"

#include "Brackets.h"
#include "CodeScanner.h"
#include "llvm/ADT/STLExtras.h"

#include <optional>
#include <vector>

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned GoodColumns = 80; // of what stays on the line

namespace {
struct Break {
  size_t Behind;   ///< offset of the blank that the line end takes the place of
  size_t Depth;    ///< how many parentheses are open
  unsigned Column; ///< that the rest begins at
};
} // namespace

// The places behind ", ", "&& " and "|| " within parentheses. Later ones first
// among equals.
static std::vector<Break> breaksIn(StringRef Line) {
  std::vector<Break> Found;
  std::vector<std::pair<size_t, unsigned>> Open; // offset, column behind
  CodeScanner Scanner;
  unsigned Column = 0;
  for (size_t I = 0; I < Line.size(); ++I) {
    bool IsCode = Scanner.step(Line[I]);
    StringRef Before = Line.take_front(I);
    bool IsPlace =
        Line[I] == ' ' && (Before.ends_with(",") || Before.ends_with(" &&") ||
                           Before.ends_with(" ||"));
    if (IsCode && IsPlace && !Open.empty() && Column <= GoodColumns)
      Found.push_back({I, Open.size(), Open.back().second});
    Column = columnAfter(Column, Line[I]);
    if (IsCode && Line[I] == '(')
      Open.push_back({I, Column});
    else if (IsCode && Line[I] == ')' && !Open.empty())
      Open.pop_back();
  }
  // What is open at the end was open at the break.
  erase_if(Found, [&](const Break &B) {
    return !Open.empty() && Open.back().first > B.Behind;
  });
  llvm::sort(Found, [](const Break &A, const Break &B) {
    return A.Depth != B.Depth ? A.Depth < B.Depth : A.Behind > B.Behind;
  });
  return Found;
}

std::string pagesplit::brokenLine(StringRef Line) {
  if (columnAfter(0, Line) <= MostColumns || Line.ends_with("\\") ||
      Line.ltrim().starts_with("#"))
    return Line.str();
  std::vector<Break> Places = breaksIn(Line);
  if (Places.empty())
    return Line.str();
  const Break &At = Places.front();
  std::string Rest(At.Column / 8, '\t');
  Rest.append(At.Column % 8, ' ');
  Rest += Line.drop_front(At.Behind + 1);
  // Each break takes something off, unless what comes first is too long itself.
  std::string Shorter =
      columnAfter(0, Rest) < columnAfter(0, Line) ? brokenLine(Rest) : Rest;
  return Line.take_front(At.Behind).str() + "\n" + Shorter;
}
