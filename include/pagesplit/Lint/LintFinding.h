//===- LintFinding.h - one use of the old struct page -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `pagesplit lint` reports. Where the finding comes from, whether it is
/// new and how it is printed are decided one after another, each by its own
/// header of this room.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_LINTFINDING_H
#define PAGESPLIT_LINT_LINTFINDING_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace pagesplit {

/// The two checks whose findings come from facts; the clang-tidy checks of the
/// same names look for the same.
inline constexpr llvm::StringLiteral FieldAccessCheck =
    "memdesc-page-field-access";
inline constexpr llvm::StringLiteral PageApiCheck = "memdesc-page-api";

/// A place in a file of the source tree; line and column count from 1.
struct LintPlace {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;

  auto key() const { return std::tie(File, Line, Column); }
};

/// Something to know besides; or one step of the way from what is known to a
/// verdict.
struct LintNote {
  LintPlace Where; ///< Line 0: said of no place
  std::string Text;
};

/// A stretch of the finding's file and what would stand there instead.
struct LintFix {
  LintPlace Begin;
  LintPlace End; ///< behind the last byte
  unsigned Offset = 0;
  unsigned Length = 0;
  std::string Text;
};

/// Whether somebody has to do something about it.
enum class FindingState {
  New,       ///< counts
  Unchanged, ///< the baseline has it
  Elsewhere, ///< not on a line that the diff adds, or only moved there
};

/// What a database calls the thing that the verdict is about.
struct VerdictSubject {
  std::string Kind;     ///< "access", "local", "param", "member", "global"
  std::string Function; ///< as in the view verdict_full
  int Position = -1;
  std::string Name;
  std::string Field;
};

struct LintFinding {
  std::string Check;      ///< the name, "memdesc-page-list"
  LintPlace Where;        ///< of the field's name, the call's, the operator
  unsigned FirstLine = 0; ///< of the expression
  unsigned LastLine = 0;
  std::string Function; ///< around it; empty at file level
  /// The field, the call or the variable; "*" when it is none of them.
  std::string Subject;
  /// The expression as tokens with one blank between them.
  std::string Expression;
  std::string Message;
  /// Where it stands in the body of a macro, when it does.
  std::optional<LintPlace> Body;
  std::vector<LintNote> Notes;

  VerdictSubject About;
  std::string Verdict; ///< a descriptor; empty: not known
  double Confidence = 0;
  std::vector<LintNote> Why; ///< from what is known to the finding
  std::optional<LintFix> Fix;

  std::string Fingerprint; ///< fingerprintOf()
  FindingState State = FindingState::New;
  /// A NOLINT comment covers it.
  bool IsSuppressed = false;
  /// The comment's place.
  LintPlace Comment;

  auto key() const {
    return std::tie(Where.File, Where.Line, Where.Column, Check, Subject,
                    Expression, Function);
  }
};

/// What stays of a finding when its lines move, are indented otherwise or get
/// into another file: 16 hexadecimal digits over check, function, subject and
/// expression. Equal findings are counted.
std::string fingerprintOf(llvm::StringRef Check, llvm::StringRef Function,
                          llvm::StringRef Subject, llvm::StringRef Expression);

} // namespace pagesplit

#endif
