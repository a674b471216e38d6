//===- FactFile.h - facts written down --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Fact files: one JSON object a line, described in docs/file-formats.md. The
/// bytes depend on the facts alone, and the last line counts the lines before
/// it, so a truncated file is never taken for a whole one.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_FACTS_FACTFILE_H
#define PAGESPLIT_FACTS_FACTFILE_H

#include "pagesplit/Facts/Facts.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned FactFileVersion = 1;

/// Write \p Facts to \p Out.
void printFacts(const FactSet &Facts, llvm::raw_ostream &Out);

/// Add the facts in \p Text to \p Into. An error names \p Name, line and
/// column, and may leave \p Into with part of the file.
llvm::Error parseFacts(llvm::StringRef Text, llvm::StringRef Name,
                       FactSet &Into);

/// parseFacts() of the file \p Path.
llvm::Error readFactFile(llvm::StringRef Path, FactSet &Into);

} // namespace pagesplit

#endif
