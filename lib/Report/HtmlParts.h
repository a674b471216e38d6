//===- HtmlParts.h - what the HTML page is put together from ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The style sheet, the picture of struct page, and text made safe for HTML.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTMLPARTS_H
#define PAGESPLIT_LIB_REPORT_HTMLPARTS_H

#include "Model.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// The page's whole CSS: light and dark, screen and paper.
llvm::StringRef htmlStyle();

/// struct page as an inline SVG: bytes from left to right and to scale, the
/// arms of each union one below the other, the shade saying how often a member
/// is accessed. Nothing when no layout is known.
void printPicture(const ReportModel &Model, llvm::raw_ostream &Out);

/// Prints as text of an element or value of a quoted attribute.
struct Escaped {
  llvm::StringRef Text;
};
llvm::raw_ostream &operator<<(llvm::raw_ostream &Out, Escaped E);

/// How strongly \p Count is shaded, from 0 to \p Steps, when \p Most is the
/// largest: by its logarithm, since few counts are large and many are small.
unsigned shadeOf(uint64_t Count, uint64_t Most, unsigned Steps = 6);

} // namespace pagesplit

#endif
