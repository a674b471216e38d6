//===- CodeWords.cpp - the names in a piece of code -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/CodeWords.h"

#include "CodeScanner.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

void pagesplit::forEachWord(StringRef Text,
                            function_ref<void(unsigned, StringRef)> Show) {
  CodeScanner Scanner;
  size_t Begin = StringRef::npos;
  for (size_t I = 0; I < Text.size(); ++I) {
    bool IsCode = Scanner.step(Text[I]);
    if (IsCode && (isAlnum(Text[I]) || Text[I] == '_')) {
      if (Begin == StringRef::npos)
        Begin = I;
      continue;
    }
    if (Begin != StringRef::npos)
      Show(Begin, Text.slice(Begin, I));
    Begin = StringRef::npos;
  }
  if (Begin != StringRef::npos)
    Show(Begin, Text.substr(Begin));
}

bool pagesplit::hasWord(StringRef Text, StringRef Word) {
  bool Found = false;
  forEachWord(Text, [&](unsigned, StringRef W) { Found |= W == Word; });
  return Found;
}

size_t pagesplit::endOfBlock(StringRef Text) {
  CodeScanner Scanner;
  unsigned Depth = 1;
  for (size_t I = 0; I < Text.size(); ++I) {
    if (!Scanner.step(Text[I]))
      continue;
    Depth += Text[I] == '{';
    if (Text[I] == '}' && --Depth == 0)
      return I;
  }
  return Text.size();
}

bool pagesplit::isChanged(StringRef Text, StringRef Name) {
  bool Found = false;
  forEachWord(Text, [&](unsigned Offset, StringRef Word) {
    if (Word != Name)
      return;
    StringRef After = Text.substr(Offset + Word.size()).ltrim();
    StringRef Before = Text.take_front(Offset).rtrim();
    bool IsAddress = Before.ends_with("&") && !Before.ends_with("&&") &&
                     !After.starts_with("->");
    Found |= (After.starts_with("=") && !After.starts_with("==")) ||
             After.starts_with("++") || After.starts_with("--") ||
             Before.ends_with("++") || Before.ends_with("--") || IsAddress;
  });
  return Found;
}
