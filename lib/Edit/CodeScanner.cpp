//===- CodeScanner.cpp - what is code and what is not ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeScanner.h"

using namespace pagesplit;

void CodeScanner::stepInCode(char C) {
  if (C == '"')
    State = String;
  else if (C == '\'')
    State = Character;
  else if (C == '/' && Last == '/')
    State = LineComment;
  else if (C == '*' && Last == '/')
    State = BlockComment;
  Escaped = false;
}

// A literal ends with its line at the latest: an apostrophe in the text of an
// #error is no character.
void CodeScanner::stepInLiteral(char C, char Delimiter) {
  if (!Escaped && (C == Delimiter || C == '\n'))
    State = Code;
  Escaped = C == '\\' && !Escaped;
}

bool CodeScanner::step(char C) {
  if (C == '\r')
    return State == Code;
  bool WasCode = State == Code;
  bool Ends = false;
  switch (State) {
  case Code:
    stepInCode(C);
    break;
  case LineComment:
    if (C == '\n' && Last != '\\')
      State = Code;
    break;
  case BlockComment:
    Ends = C == '/' && Last == '*';
    if (Ends)
      State = Code;
    break;
  case String:
    stepInLiteral(C, '"');
    break;
  case Character:
    stepInLiteral(C, '\'');
    break;
  }
  // The '*' that opens a comment does not close it, and the '/' that closes
  // one opens none.
  bool Opened = WasCode && State == BlockComment;
  Last = Ends || Opened ? 0 : C;
  return WasCode && State == Code;
}
