//===- HtmlReport.h - the report as a page, or as several -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One page that holds everything, or, when it would become too large for that,
/// a page for each subsystem beside it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_HTMLREPORT_H
#define PAGESPLIT_LIB_REPORT_HTML_HTMLREPORT_H

#include "../Model.h"
#include "pagesplit/Report/Report.h"

#include <functional>

namespace pagesplit {

/// Where the functions of each subsystem go when one page cannot hold all.
struct DetailPages {
  using Content = llvm::function_ref<llvm::Error(llvm::raw_ostream &)>;
  /// Writes a page of that name; null: one page, however large.
  std::function<llvm::Error(llvm::StringRef Name, Content)> Write;
  std::string Directory;         ///< where these are, as the main page names it
  std::string Back;              ///< file name of the main page
  size_t LargestInOne = 4 << 20; ///< bytes of functions in the main page
};

llvm::Error printHtmlReport(Sqlite &Db, const ReportModel &Model,
                            const ReportOptions &Options,
                            const DetailPages &Pages, llvm::raw_ostream &Out);

/// An SVG file: the floor plan for Words, the matrix for Matrix.
llvm::Error printPicture(Sqlite &Db, const ReportModel &Model,
                         ReportTable Table, llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
