//===- Recipients.h - whom a patch concerns ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_RECIPIENTS_H
#define PAGESPLIT_TOOLS_RECIPIENTS_H

#include "pagesplit/Edit/Series.h"

namespace pagesplit {

/// How a series looks whose recipients are those that the MAINTAINERS file of
/// \p Tree names. A tree without that file has none.
llvm::Expected<SeriesStyle> styleFor(const SourceTree &Tree);

} // namespace pagesplit

#endif
