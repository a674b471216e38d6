//===- ReplaceSeries.h - a series in place of another -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_REPLACESERIES_H
#define PAGESPLIT_LIB_VERIFY_REPLACESERIES_H

#include "pagesplit/Edit/Series.h"

namespace pagesplit {

/// An error when the series directory \p Path holds a file that writeSeries()
/// does not write: replacing the directory would lose it.
llvm::Error requireOnlySeries(llvm::StringRef Path);

/// Write \p S as \p Path in place of the series that is there. At any moment
/// one of the two is there as a whole.
llvm::Error replaceSeries(const Series &S, llvm::StringRef Path);

} // namespace pagesplit

#endif
