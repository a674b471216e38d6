//===- Report.h - who touches what of struct page ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tables of a solved database for people and for programs: subsystem by
/// field, union word by field by subsystem, and how much of the sources was
/// seen. The database is only read.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_REPORT_H
#define PAGESPLIT_REPORT_REPORT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

enum class ReportFormat {
  Text,     ///< for a terminal of 105 columns
  Html,     ///< one page that needs nothing else
  Json,     ///< every table
  Csv,      ///< one table
  Markdown, ///< for mails and wikis
};

/// What to show. All is everything the format can show, for Csv the matrix.
enum class ReportTable {
  All,
  Summary,  ///< subsystem by word, and coverage in a line; text, Markdown
  Matrix,   ///< subsystem by field
  Words,    ///< word by field by subsystem
  Coverage, ///< the units, and what went wrong with them
  Accesses, ///< every access; Csv and Json
};

struct ReportOptions {
  ReportFormat Format = ReportFormat::Text;
  ReportTable Table = ReportTable::All;
};

/// Write the report of the database \p DbPath to \p Out. Fails when the
/// database cannot be read, and for a table that the format does not have;
/// \p Out then holds part of a report.
llvm::Error renderReport(llvm::StringRef DbPath, const ReportOptions &Options,
                         llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
