//===- Formats.h - one function for each kind of report ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The formats for people. HTML is in Html/.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_FORMATS_H
#define PAGESPLIT_LIB_REPORT_FORMATS_H

#include "Model.h"
#include "pagesplit/Report/Report.h"

namespace pagesplit {

/// Lines of at most \p Width columns, but for names that have no blank.
void printText(const ReportModel &Model, ReportTable Table, unsigned Width,
               llvm::raw_ostream &Out);
void printMarkdown(const ReportModel &Model, ReportTable Table,
                   llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
