//===- ComparisonPage.h - several trees as a page ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The burn-down as a plot, and below it the tables of the comparison.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_COMPARISONPAGE_H
#define PAGESPLIT_LIB_REPORT_HTML_COMPARISONPAGE_H

#include "../ComparedTrees.h"
#include "Markup.h"

namespace pagesplit {

void printComparisonPage(ComparedTrees &Trees, llvm::raw_ostream &Out);

/// The accesses that are left in each tree, all and by field, as a plot; with
/// \p Alone as a file of its own. Failures stick to the database.
void printBurnDown(ComparedTrees &Trees, bool Alone, HtmlStream &Html);

} // namespace pagesplit

#endif
