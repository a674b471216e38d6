//===- SourceTokens.cpp - the words of a C file ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceTokens.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static bool isWordByte(char C) {
  return isAlnum(C) || C == '_' || C == '$' || static_cast<signed char>(C) < 0;
}

bool SourceToken::isWord() const { return isWordByte(Text.front()); }

bool SourceToken::isOpen() const {
  return Text == "(" || Text == "[" || Text == "{";
}

bool SourceToken::isClose() const {
  return Text == ")" || Text == "]" || Text == "}";
}

static size_t literalEnd(StringRef Text, size_t Begin) {
  char Quote = Text[Begin];
  for (size_t I = Begin + 1; I < Text.size(); ++I) {
    if (Text[I] == '\\')
      ++I;
    else if (Text[I] == Quote)
      return I + 1;
    else if (Text[I] == '\n')
      return I; // never closed, as an apostrophe in assembler is
  }
  return Text.size();
}

static size_t commentEnd(StringRef Text, size_t Begin) {
  if (Text[Begin + 1] == '*') {
    size_t End = Text.find("*/", Begin + 2);
    return End == StringRef::npos ? Text.size() : End + 2;
  }
  size_t I = Begin + 2;
  while (I < Text.size() && (Text[I] != '\n' || Text[I - 1] == '\\'))
    ++I;
  return I;
}

static size_t tokenEnd(StringRef Text, size_t Begin) {
  char C = Text[Begin];
  if (C == '"' || C == '\'')
    return literalEnd(Text, Begin);
  size_t End = Begin;
  while (End < Text.size() && isWordByte(Text[End]))
    ++End;
  if (End > Begin)
    return End;
  // Only these are told from their parts; nobody asks for the others.
  return Begin + (Text.substr(Begin).starts_with("->") ? 2 : 1);
}

SourceTokens::SourceTokens(StringRef Text) {
  unsigned Line = 1;
  size_t LineBegin = 0;
  size_t I = 0;
  auto CountLines = [&](size_t From, size_t To) {
    for (size_t J = From; J < To; ++J)
      if (Text[J] == '\n') {
        ++Line;
        LineBegin = J + 1;
      }
  };
  while (I < Text.size()) {
    bool IsComment = Text[I] == '/' && I + 1 < Text.size() &&
                     (Text[I + 1] == '*' || Text[I + 1] == '/');
    bool IsBlank = isSpace(Text[I]) || Text[I] == '\\';
    size_t End = IsComment ? commentEnd(Text, I)
                 : IsBlank ? I + 1
                           : tokenEnd(Text, I);
    if (!IsComment && !IsBlank)
      Tokens.push_back({Text.slice(I, End), static_cast<unsigned>(I), Line,
                        static_cast<unsigned>(I - LineBegin + 1)});
    CountLines(I, End);
    I = End;
  }
}

size_t SourceTokens::at(unsigned Offset) const {
  return partition_point(
             Tokens, [&](const SourceToken &T) { return T.Offset < Offset; }) -
         Tokens.begin();
}

std::optional<size_t> SourceTokens::at(unsigned Line, unsigned Column) const {
  const auto *Found = partition_point(all(), [&](const SourceToken &T) {
    return std::make_pair(T.Line, T.Column) < std::make_pair(Line, Column);
  });
  if (Found == all().end() || Found->Line != Line || Found->Column != Column)
    return std::nullopt;
  return Found - all().begin();
}

TokenRange SourceTokens::within(unsigned Offset, unsigned Length) const {
  return {at(Offset), at(Offset + Length)};
}

size_t SourceTokens::closing(size_t Open) const {
  unsigned Depth = 0;
  for (size_t I = Open; I < size(); ++I) {
    if (Tokens[I].isOpen())
      ++Depth;
    else if (Tokens[I].isClose() && --Depth == 0)
      return I;
  }
  return size();
}

std::optional<size_t> SourceTokens::opening(size_t Close) const {
  unsigned Depth = 0;
  for (size_t I = Close + 1; I-- > 0;) {
    if (Tokens[I].isClose())
      ++Depth;
    else if (Tokens[I].isOpen() && --Depth == 0)
      return I;
  }
  return std::nullopt;
}

// Whether a bracket behind \p Before belongs to the same expression.
static bool continues(const SourceToken &Before) {
  if (Before.isClose())
    return true;
  return Before.isWord() && Before.Text != "return" && Before.Text != "case";
}

size_t SourceTokens::postfixStart(size_t Last) const {
  size_t Start = Last;
  while (Start >= 2 &&
         (Tokens[Start - 1].Text == "->" || Tokens[Start - 1].Text == ".")) {
    size_t Before = Start - 2;
    // Calls and elements: f(x)[i]->m.
    while (Tokens[Before].isClose()) {
      std::optional<size_t> Open = opening(Before);
      if (!Open)
        return Start;
      Before = *Open;
      if (Before == 0 || !continues(Tokens[Before - 1]))
        return Before;
      --Before;
    }
    if (!Tokens[Before].isWord())
      return Start - 1; // a designator: ".index"
    Start = Before;
  }
  return Start;
}

// "f(x)[i]" as well as "a->m".
size_t SourceTokens::operandStart(size_t Last) const {
  while (Tokens[Last].isClose()) {
    std::optional<size_t> Open = opening(Last);
    if (!Open)
      return Last;
    if (*Open == 0 || !continues(Tokens[*Open - 1]))
      return *Open;
    Last = *Open - 1;
  }
  return postfixStart(Last);
}

// Behind the last token of what begins at First.
size_t SourceTokens::operandEnd(size_t First) const {
  size_t End = First;
  while (End < size() && StringRef("&*-+!~=").contains(Tokens[End].Text))
    ++End;
  if (End == size() || (!Tokens[End].isWord() && !Tokens[End].isOpen()))
    return End;
  End = Tokens[End].isOpen() ? closing(End) + 1 : End + 1;
  while (End < size()) {
    StringRef Text = Tokens[End].Text;
    if (Text == "(" || Text == "[")
      End = closing(End) + 1;
    else if (Text == "->" || Text == ".")
      End += 2;
    else
      break;
  }
  return std::min(End, size());
}

TokenRange SourceTokens::expressionAt(size_t At) const {
  if (At >= size())
    return {size(), size()};
  if (Tokens[At].isWord()) {
    bool IsCall = At + 1 < size() && Tokens[At + 1].Text == "(";
    size_t End = IsCall ? closing(At + 1) + 1 : At + 1;
    return {postfixStart(At), std::min(End, size())};
  }
  bool HasLeft = At > 0 && continues(Tokens[At - 1]);
  size_t Right = Tokens[At].isOpen() ? closing(At) + 1 : At + 1;
  return {HasLeft ? operandStart(At - 1) : At, operandEnd(Right)};
}

std::string SourceTokens::text(TokenRange Range) const {
  std::string Out;
  for (size_t I = Range.Begin; I < Range.End && I < size(); ++I) {
    if (!Out.empty())
      Out += ' ';
    Out += Tokens[I].Text;
  }
  return Out;
}
