//===- FloorPlan.h - struct page drawn to scale -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The bytes of struct page from left to right, the arms of each union one
/// below the other. Where a member lies is what the database says of the layout
/// in one configuration. The colours are the descriptors as which it is used,
/// by their shares from top to bottom; their strength is how often.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_FLOORPLAN_H
#define PAGESPLIT_LIB_REPORT_HTML_FLOORPLAN_H

#include "../Model.h"
#include "Markup.h"
#include "Palette.h"

namespace pagesplit {

/// Write the picture as part of a page, where each bar leads to its word, or
/// with \p Alone as an SVG file. Nothing when no layout is known.
void printFloorPlan(Sqlite &Db, const ReportModel &Model,
                    const Palette &Colours, bool Alone, HtmlStream &Html);

} // namespace pagesplit

#endif
