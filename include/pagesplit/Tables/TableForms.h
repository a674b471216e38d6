//===- TableForms.h - the rows of a query in every form ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Prints what a statement returns. The columns of each form are those of the
/// query, so none of them can rename one.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TABLES_TABLEFORMS_H
#define PAGESPLIT_TABLES_TABLEFORMS_H

#include "pagesplit/Solve/Sqlite.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <vector>

namespace pagesplit {

enum class TableForm {
  Text,     ///< aligned, for a terminal
  Json,     ///< an array of objects
  Csv,      ///< RFC 4180 with line feeds
  Markdown, ///< for mails and wikis
};

/// A query with a heading.
struct NamedTable {
  std::string Name;    ///< "units": key of a JSON object, word of --table
  std::string Heading; ///< for people
  std::string Query;
  /// Text and Markdown show so many rows when all tables are asked for; 0: none
  /// of them.
  unsigned Shown = 20;
};

/// Write all rows of \p Table. \p Limit other than 0 cuts Text and Markdown off
/// there, and says how many rows are left. Failures stick to \p Db.
void printTable(Sqlite &Db, const NamedTable &Table, TableForm Form,
                unsigned Limit, llvm::raw_ostream &Out);

/// Write \p Tables below each other; as JSON the attributes of an object that
/// the caller has begun. Not for Csv, which holds one table.
void printTables(Sqlite &Db, llvm::ArrayRef<NamedTable> Tables, TableForm Form,
                 llvm::raw_ostream &Out);
void printTables(Sqlite &Db, llvm::ArrayRef<NamedTable> Tables,
                 llvm::json::OStream &Out);

} // namespace pagesplit

#endif
