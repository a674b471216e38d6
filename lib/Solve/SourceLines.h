//===- SourceLines.h - the text of the lines a report shows -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reports are made from the database alone, so what they quote of the source
/// tree is put there: each access with a few lines around it, and each line
/// that a witness path goes through.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_SOURCELINES_H
#define PAGESPLIT_LIB_SOLVE_SOURCELINES_H

#include "pagesplit/Solve/Sqlite.h"

#include <string>
#include <vector>

namespace pagesplit {

/// Fill the table source_line of \p Db, whose other tables are complete, from
/// the tree \p Root. Files that are gone or are another version than the one
/// that was analysed, as far as that is known, are left out; of the latter \p
/// Warnings, if given, gets a line each. Failures stick to \p Db.
void writeSourceLines(Sqlite &Db, llvm::StringRef Root,
                      std::vector<std::string> *Warnings);

} // namespace pagesplit

#endif
