//===- UseFile.h - uses written down ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Use files: one JSON object a line, described in docs/file-formats.md.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_USES_USEFILE_H
#define PAGESPLIT_USES_USEFILE_H

#include "pagesplit/Uses/Uses.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Raised whenever a reader of the old format would misread the new one.
inline constexpr unsigned UseFileVersion = 4;

void printUses(const UseSet &Uses, llvm::raw_ostream &Out);

/// Add the uses in the file \p Path to \p Into. An error names file, line and
/// column.
llvm::Error readUses(llvm::StringRef Path, UseSet &Into);

/// The same from \p Text, which errors call \p Name.
llvm::Error parseUses(llvm::StringRef Text, llvm::StringRef Name, UseSet &Into);

} // namespace pagesplit

#endif
