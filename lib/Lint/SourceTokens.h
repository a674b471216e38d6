//===- SourceTokens.h - the words of a C file -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A file as tokens, without comments, blanks and line ends: what of an
/// expression stays the same when it is moved, indented or wrapped otherwise.
/// No preprocessing; a directive's words are tokens like others.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_LINT_SOURCETOKENS_H
#define PAGESPLIT_LIB_LINT_SOURCETOKENS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// One token; the text lives as long as the file's.
struct SourceToken {
  llvm::StringRef Text;
  unsigned Offset = 0;
  unsigned Line = 0;   ///< from 1
  unsigned Column = 0; ///< from 1, in bytes

  bool isWord() const;
  bool isOpen() const;  ///< a bracket
  bool isClose() const; ///< a bracket
};

/// A stretch of tokens, Begin to before End.
struct TokenRange {
  size_t Begin = 0;
  size_t End = 0;
};

class SourceTokens {
public:
  explicit SourceTokens(llvm::StringRef Text);

  llvm::ArrayRef<SourceToken> all() const { return Tokens; }
  const SourceToken &operator[](size_t I) const { return Tokens[I]; }
  size_t size() const { return Tokens.size(); }

  /// The first token at byte \p Offset or behind it; size() when there is none.
  size_t at(unsigned Offset) const;

  /// The token that begins at \p Line and \p Column.
  std::optional<size_t> at(unsigned Line, unsigned Column) const;

  /// The tokens in the bytes from \p Offset on, \p Length of them.
  TokenRange within(unsigned Offset, unsigned Length) const;

  /// The bracket that closes the one at \p Open, or size().
  size_t closing(size_t Open) const;

  /// The bracket that opens the one at \p Close; none: unbalanced.
  std::optional<size_t> opening(size_t Close) const;

  /// The first token of the expression "a->b(c)[d].e" whose last token is
  /// \p Last, a member's name behind "->" or ".".
  size_t postfixStart(size_t Last) const;

  /// The expression that the token \p At stands for: of a member's name all
  /// before it, of a call its arguments, of an operator and of a cast the
  /// operands. Words alone are themselves.
  TokenRange expressionAt(size_t At) const;

  /// The tokens with one blank between each two.
  std::string text(TokenRange Range) const;

private:
  size_t operandStart(size_t Last) const;
  size_t operandEnd(size_t First) const;

  std::vector<SourceToken> Tokens;
};

} // namespace pagesplit

#endif
