//===- Schema.h - the tables and views of a database ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The SQL that makes an empty database. docs/file-formats.md explains every
/// table and view to those who query them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_SCHEMA_H
#define PAGESPLIT_LIB_SOLVE_SCHEMA_H

#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// Tells a pagesplit database from any other SQLite file ("pgsp").
inline constexpr unsigned DatabaseApplication = 0x70677370;

/// CREATE TABLE statements, in the order in which the rows refer to each
/// other.
llvm::StringRef tableSql();

/// Tables and views about lines that mention struct page.
llvm::StringRef mentionSql();

/// The table of source lines, and views about who owns which word.
llvm::StringRef ownerSql();

/// Views about what each configuration adds.
llvm::StringRef configSql();

/// CREATE VIEW statements.
llvm::StringRef viewSql();

} // namespace pagesplit

#endif
