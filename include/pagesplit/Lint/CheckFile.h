//===- CheckFile.h - what the checks found in a unit ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The diagnostics of the clang-tidy checks over one unit, as records that no
/// longer need its tree, and the file that holds them between two runs of
/// lint; described in docs/file-formats.md.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_CHECKFILE_H
#define PAGESPLIT_LINT_CHECKFILE_H

#include "pagesplit/Lint/LintFinding.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned CheckFileVersion = 1;

/// A stretch of the diagnostic's file and what would stand there instead.
struct CheckEdit {
  unsigned Offset = 0; ///< bytes from the start of the file
  unsigned Length = 0;
  std::string Text;

  auto key() const { return std::tie(Offset, Length, Text); }
};

/// One warning of a check, with its notes.
struct CheckDiagnostic {
  std::string Check; ///< its name
  LintPlace Where;   ///< in the file; of a macro where it is used
  /// Around it; empty at file level. Of an initialiser there the variable.
  std::string Function;
  std::string Message;
  /// The place in the body of a macro, and the macro; no line: there is none.
  LintPlace Body;
  std::string Macro;
  std::vector<LintNote> Notes;
  std::optional<CheckEdit> Edit;

  auto key() const {
    return std::make_tuple(Where.key(), Check, Message, Function, Macro,
                           Body.key());
  }
  bool operator<(const CheckDiagnostic &Other) const {
    return key() < Other.key();
  }
};

/// All of one unit, or of several.
struct CheckResults {
  std::set<CheckDiagnostic> Diagnostics;
  /// Files of the tree that they stand in, each with its contentHash().
  std::map<std::string, std::string> Sources;
  /// Why a check could not do its work; empty: all did.
  std::string Error;
};

void printCheckResults(const CheckResults &From, llvm::raw_ostream &Out);

/// Add what the file \p Path has to \p Into. An error names file, line and
/// column; a source that another unit saw with another text is one too.
llvm::Error readCheckResults(llvm::StringRef Path, CheckResults &Into);

/// The same from \p Text, which errors call \p Name.
llvm::Error parseCheckResults(llvm::StringRef Text, llvm::StringRef Name,
                              CheckResults &Into);

} // namespace pagesplit

#endif
