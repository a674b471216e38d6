//===- Comparison.h - what changed from one tree to the next ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Puts several databases beside each other, oldest first: how many accesses
/// are left in each, what went and what came between two neighbours. Accesses
/// are the same when file, function, field and the expression before it are;
/// lines move, and do not count.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_COMPARISON_H
#define PAGESPLIT_REPORT_COMPARISON_H

#include "pagesplit/Report/Report.h"
#include "llvm/ADT/ArrayRef.h"

namespace pagesplit {

/// Write the comparison of \p DbPaths, at least two, to \p Out. As CSV one
/// table: Trees, Fields (when \p Table is All), Descriptors, Subsystems or
/// Changes. An error for one that cannot be read.
llvm::Error compareReports(llvm::ArrayRef<std::string> DbPaths,
                           ReportFormat Format, ReportTable Table,
                           llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
