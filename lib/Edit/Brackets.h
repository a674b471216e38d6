//===- Brackets.h - the brackets that are open at a place -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Follows the brackets of a text that is being rewritten, with the column each
/// had and the column it has now.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_BRACKETS_H
#define PAGESPLIT_LIB_EDIT_BRACKETS_H

#include "CodeScanner.h"
#include "llvm/ADT/StringRef.h"

#include <vector>

namespace pagesplit {

/// The column behind \p C, which stands at \p Column. Columns count from 0,
/// tabs go to multiples of 8, and UTF-8 counts by characters.
unsigned columnAfter(unsigned Column, char C);

/// The column behind \p Text, which begins at \p Column.
unsigned columnAfter(unsigned Column, llvm::StringRef Text);

struct OpenBracket {
  char Kind;    ///< ( [ {
  unsigned Old; ///< its column in the unchanged text
  unsigned New; ///< its column in the changed text
  bool IsThere; ///< false: an edit has taken it away
};

class Brackets {
public:
  /// Take the next byte of the unchanged text, which stands at the columns
  /// \p Old and \p New, or is not \p IsThere any more. \p Rest is the text
  /// behind it.
  void step(char C, llvm::StringRef Rest, unsigned Old, unsigned New,
            bool IsThere);

  /// An edit has put \p Text, which begins at column \p New, in the place of
  /// what was stepped through since \p Open had its size \p Before. When it
  /// leaves as many parentheses open, they are the same ones.
  void replaced(llvm::StringRef Text, unsigned New, size_t Before);

  /// The innermost open bracket when the next byte begins a line of code.
  const OpenBracket *atLineStart() const;

  size_t size() const { return Open.size(); }

private:
  using Stack = std::vector<OpenBracket>;

  void directive(llvm::StringRef Word);
  void endLine(bool Continues);
  void bracket(char C, unsigned Old, unsigned New, bool IsThere);

  CodeScanner Scanner;
  Stack Open;
  /// Open at each #if that has had no #endif yet: its branches all begin there.
  std::vector<Stack> Conditionals;
  /// Open in front of the directive that the next byte is in.
  Stack Outside;
  bool InDirective = false;
  bool OnlyBlanks = true; ///< since the line began
};

} // namespace pagesplit

#endif
