//===- Brackets.cpp - the brackets that are open at a place ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Brackets.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

unsigned pagesplit::columnAfter(unsigned Column, char C) {
  if (C == '\n')
    return 0;
  if (C == '\t')
    return (Column / 8 + 1) * 8;
  bool InsideCharacter = (C & 0xC0) == 0x80;
  return InsideCharacter || C == '\r' ? Column : Column + 1;
}

unsigned pagesplit::columnAfter(unsigned Column, StringRef Text) {
  for (char C : Text)
    Column = columnAfter(Column, C);
  return Column;
}

// What a directive has open says nothing about the lines around it. The
// branches of a conditional start from the same brackets.
void Brackets::directive(StringRef Word) {
  if (Word.starts_with("if"))
    Conditionals.push_back(Open);
  else if (Word.starts_with("el") && !Conditionals.empty())
    Open = Conditionals.back();
  else if (Word == "endif" && !Conditionals.empty())
    Conditionals.pop_back();
  Outside = std::move(Open);
  Open.clear();
  InDirective = true;
}

void Brackets::endLine(bool Continues) {
  OnlyBlanks = true;
  if (!InDirective || Continues)
    return;
  InDirective = false;
  Open = std::move(Outside);
}

// Asked of every byte.
static bool isBracket(char C) {
  switch (C) {
  case '(':
  case ')':
  case '[':
  case ']':
  case '{':
  case '}':
    return true;
  default:
    return false;
  }
}

static char openerOf(char C) { return C == ')' ? '(' : C == ']' ? '[' : '{'; }

void Brackets::bracket(char C, unsigned Old, unsigned New, bool IsThere) {
  if (StringRef("([{").contains(C))
    Open.push_back({C, Old, New, IsThere});
  else if (!Open.empty() && Open.back().Kind == openerOf(C))
    Open.pop_back();
  else if (C == '}')
    // Something was left open that we have misread.
    while (!Open.empty()) {
      char Kind = Open.back().Kind;
      Open.pop_back();
      if (Kind == '{')
        break;
    }
}

void Brackets::step(char C, StringRef Rest, unsigned Old, unsigned New,
                    bool IsThere) {
  bool Continues = Scanner.afterBackslash();
  bool IsCode = Scanner.step(C);
  if (C == '\n') {
    // A comment that goes on is part of the directive.
    endLine(Continues || !Scanner.inCode());
    return;
  }
  if (IsCode && C == '#' && OnlyBlanks && !InDirective)
    directive(Rest.ltrim(" \t").take_while(isAlpha));
  else if (IsCode && isBracket(C))
    bracket(C, Old, New, IsThere);
  OnlyBlanks &= C == ' ' || C == '\t';
}

void Brackets::replaced(StringRef Text, unsigned New, size_t Before) {
  std::vector<unsigned> Columns;
  CodeScanner InText;
  for (char C : Text) {
    bool IsCode = InText.step(C);
    if (IsCode && C == '(')
      Columns.push_back(New);
    else if (IsCode && C == ')' && !Columns.empty())
      Columns.pop_back();
    New = columnAfter(New, C);
  }
  std::vector<OpenBracket *> Left;
  for (size_t I = std::min(Before, Open.size()); I < Open.size(); ++I)
    if (Open[I].Kind == '(' && !Open[I].IsThere)
      Left.push_back(&Open[I]);
  if (Left.size() != Columns.size())
    return;
  for (size_t I = 0; I < Left.size(); ++I) {
    Left[I]->New = Columns[I];
    Left[I]->IsThere = true;
  }
}

const OpenBracket *Brackets::atLineStart() const {
  return OnlyBlanks && Scanner.inCode() && !Open.empty() ? &Open.back()
                                                         : nullptr;
}
