//===- JsonReport.h - every table as one JSON object ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The report for programs; its keys are stable and documented in
/// docs/file-formats.md.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_JSONREPORT_H
#define PAGESPLIT_LIB_REPORT_JSONREPORT_H

#include "Model.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Raised whenever a reader of the old keys would misread the new ones.
inline constexpr unsigned JsonReportVersion = 1;

/// \p Model was read from \p Db, which gives the tables.
llvm::Error printJsonReport(Sqlite &Db, const ReportModel &Model,
                            llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
