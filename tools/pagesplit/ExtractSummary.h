//===- ExtractSummary.h - how an extraction went ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_EXTRACTSUMMARY_H
#define PAGESPLIT_TOOLS_EXTRACTSUMMARY_H

#include "pagesplit/Extract/Extract.h"

namespace pagesplit {

/// Say on standard error, behind \p Title, how many units were analysed, which
/// failed and with what, and which flags were dropped. No unit analysed at all,
/// or none that sees a struct page, is an error about \p Output.
llvm::Error summarizeExtract(const ExtractResult &Result, llvm::StringRef Title,
                             llvm::StringRef Output);

} // namespace pagesplit

#endif
