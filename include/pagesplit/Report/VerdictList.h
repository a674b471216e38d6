//===- VerdictList.h - one row for each entity and access -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The verdicts of a database as a table of fixed columns, to be compared,
/// scored and joined by other programs.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REPORT_VERDICTLIST_H
#define PAGESPLIT_REPORT_VERDICTLIST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace pagesplit {

struct VerdictListOptions {
  bool Json = false;      ///< else tab-separated with a header line
  std::string FileGlob;   ///< only files that match; empty: all
  std::string Descriptor; ///< only this verdict; empty: all
};

/// Write the rows of \p DbPath to \p Out, sorted by file, line, function,
/// kind, position, name and field. Tabs and line ends inside a value become
/// blanks.
llvm::Error listVerdicts(llvm::StringRef DbPath,
                         const VerdictListOptions &Options,
                         llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
