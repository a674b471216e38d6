//===- QueryTable.h - the queries behind the tables -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One query for each table of a report. Every format asks these, so that all
/// have the same rows in the same order.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_QUERYTABLE_H
#define PAGESPLIT_LIB_REPORT_QUERYTABLE_H

#include "pagesplit/Report/Report.h"

namespace pagesplit {

/// The query behind a table: any but All and Summary.
llvm::StringRef tableQuery(ReportTable Table);

} // namespace pagesplit

#endif
