//===- QueryRows.h - the result of a query, for programs --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes what a statement returns row by row, so that the columns of CSV and
/// JSON are those of the query and nothing in between can rename them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TABLES_QUERYROWS_H
#define PAGESPLIT_TABLES_QUERYROWS_H

#include "pagesplit/Solve/Sqlite.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// All rows of \p Query as RFC 4180 with line feeds, column names first.
void printCsv(Statement &Query, llvm::raw_ostream &Out);

/// All rows of \p Query as an array of objects.
void printJson(Statement &Query, llvm::json::OStream &Out);

/// A value of the current row: null, a number or a string.
llvm::json::Value cellOf(const Statement &Query, unsigned Column);

/// \p Text as one CSV cell.
std::string csvCell(llvm::StringRef Text);

} // namespace pagesplit

#endif
