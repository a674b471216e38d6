//===- Database.h - open what solve wrote -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The door through which other rooms read a database. Its tables and views
/// are described in docs/file-formats.md.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SOLVE_DATABASE_H
#define PAGESPLIT_SOLVE_DATABASE_H

#include "pagesplit/Solve/Sqlite.h"

namespace pagesplit {

/// Raised whenever a reader of the old tables would misread the new ones.
inline constexpr unsigned DatabaseVersion = 7;

/// Open \p Path for reading. An error says whether it cannot be read, is no
/// pagesplit database, or is one of another version.
llvm::Expected<Sqlite> openDatabase(llvm::StringRef Path);

} // namespace pagesplit

#endif
