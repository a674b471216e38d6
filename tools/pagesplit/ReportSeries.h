//===- ReportSeries.h - what a series makes of each access ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds for each access that the patches of a series remove the hunk that does
/// so, for the report to show beside it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_REPORTSERIES_H
#define PAGESPLIT_TOOLS_REPORTSERIES_H

#include "pagesplit/Report/Report.h"

namespace pagesplit {

/// The proposals of the series in \p Directory, by "file:line:column". An error
/// names the file of the series that cannot be read.
llvm::Expected<std::map<std::string, Proposal>>
proposalsOf(llvm::StringRef Directory);

} // namespace pagesplit

#endif
