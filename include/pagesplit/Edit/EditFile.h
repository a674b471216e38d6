//===- EditFile.h - an edit set written down --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Edit files: one JSON object a line, described in docs/file-formats.md. The
/// bytes depend on the set alone, and the last line counts the lines before it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_EDITFILE_H
#define PAGESPLIT_EDIT_EDITFILE_H

#include "pagesplit/Edit/EditSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned EditFileVersion = 1;

/// Write \p Edits to \p Out.
void printEdits(const EditSet &Edits, llvm::raw_ostream &Out);

/// The same of a resolved set; reading it back and resolving it gives the same.
void printEdits(const ResolvedEdits &Edits, llvm::raw_ostream &Out);

/// Add the edits in \p Text to \p Into. An error names \p Name, line and
/// column, and may leave part of the file in the set.
llvm::Error parseEdits(llvm::StringRef Text, llvm::StringRef Name,
                       EditSet &Into);

/// parseEdits() of the file \p Path.
llvm::Error readEdits(llvm::StringRef Path, EditSet &Into);

} // namespace pagesplit

#endif
