//===- Blockers.h - what keeps verdicts unknown -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Ranks the sources that are out of sight by the number of entities that are
/// unknown because of them: to know one of the first decides most.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_BLOCKERS_H
#define PAGESPLIT_REPORT_BLOCKERS_H

#include "pagesplit/Report/Report.h"

namespace pagesplit {

/// Write the blockers of \p DbPath to \p Out, the worst first. Text, Csv and
/// Json are understood; other formats are an error.
llvm::Error listBlockers(llvm::StringRef DbPath, ReportFormat Format,
                         llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
