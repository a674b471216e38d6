//===- CodeScanner.h - what is code and what is not -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Tells C code from comments, strings and characters, byte by byte. No
/// preprocessing and no trigraphs.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_CODESCANNER_H
#define PAGESPLIT_LIB_EDIT_CODESCANNER_H

namespace pagesplit {

class CodeScanner {
public:
  /// Take the next byte. Returns whether it is code; delimiters of strings and
  /// comments are not.
  bool step(char C);

  /// Whether the bytes so far end outside comments, strings and characters.
  bool inCode() const { return State == Code; }

  /// Whether the last byte was a backslash (in front of "\r" too).
  bool afterBackslash() const { return Last == '\\'; }

private:
  enum { Code, LineComment, BlockComment, String, Character } State = Code;
  void stepInCode(char C);
  void stepInLiteral(char C, char Delimiter);

  char Last = 0;        ///< the byte before, a "\r" aside
  bool Escaped = false; ///< an odd number of backslashes was before
};

} // namespace pagesplit

#endif
