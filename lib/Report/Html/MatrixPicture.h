//===- MatrixPicture.h - subsystem by field, drawn --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The matrix as an SVG file, for where no table goes. The bar in a cell is
/// what the pages are, by their shares.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_MATRIXPICTURE_H
#define PAGESPLIT_LIB_REPORT_HTML_MATRIXPICTURE_H

#include "../Model.h"
#include "Markup.h"
#include "Palette.h"

namespace pagesplit {

/// The subsystems with most accesses to fields, by the fields they use.
void printMatrixPicture(Sqlite &Db, const ReportModel &Model,
                        const Palette &Colours, HtmlStream &Html);

} // namespace pagesplit

#endif
