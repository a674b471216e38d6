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

#include <map>
#include <string>

namespace pagesplit {

enum class ReportFormat {
  Text,     ///< for a terminal of 80 columns or more
  Html,     ///< one page that needs nothing else
  Svg,      ///< a picture of Words or of Matrix
  Json,     ///< every table
  Csv,      ///< one table
  Markdown, ///< for mails and wikis
};

/// What to show. All is everything the format can show, for Csv the matrix.
enum class ReportTable {
  All,
  Summary,        ///< subsystem by word, and coverage in a line; text, Markdown
  Matrix,         ///< subsystem by field
  Words,          ///< word by field by subsystem
  Coverage,       ///< the units, and what went wrong with them
  Accesses,       ///< every access; Csv and Json
  Descriptors,    ///< subsystem by field by descriptor
  Collisions,     ///< words that a subsystem has as two things
  DescriptorUses, ///< what is left by descriptor
  Configurations, ///< what each shows, and what only it does
  Trees,          ///< of a comparison only: what is compared,
  Fields,         ///< accesses in each tree by field,
  Subsystems,     ///< by subsystem,
  Changes,        ///< and what went and what came
};

/// What pagesplit would write instead of an access.
struct Proposal {
  std::string Patch;   ///< file name of the patch
  std::string Subject; ///< its subject
  std::string Proof;   ///< "T1"; empty: not verified
  std::string Diff;    ///< the hunk that changes the access
};

struct ReportOptions {
  ReportFormat Format = ReportFormat::Text;
  ReportTable Table = ReportTable::All;
  /// Html: quote the source tree, and the diffs of proposals.
  bool WithSource = true;
  /// Html: show each function and its accesses, the largest part.
  bool WithFunctions = true;
  /// Html: by "file:line:column" of the access.
  std::map<std::string, Proposal> Proposals;
  /// Text: how many columns a line may have.
  unsigned Width = 80;
};

/// Write the report of the database \p DbPath to \p Out. Fails when the
/// database cannot be read, and for a table that the format does not have;
/// \p Out then holds part of a report.
llvm::Error renderReport(llvm::StringRef DbPath, const ReportOptions &Options,
                         llvm::raw_ostream &Out);

/// Write the HTML report to \p Path, or to report.html in it when that is a
/// directory. When one page cannot hold everything, the functions of each
/// subsystem get one in a directory beside it: report-functions for
/// report.html.
llvm::Error writeHtmlReport(llvm::StringRef DbPath,
                            const ReportOptions &Options, llvm::StringRef Path);

} // namespace pagesplit

#endif
