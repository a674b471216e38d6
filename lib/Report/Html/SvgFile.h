//===- SvgFile.h - a picture that is a file of its own ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a picture needs when it does not stand in a page: its own colours, for
/// light and dark, and a legend.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_SVGFILE_H
#define PAGESPLIT_LIB_REPORT_HTML_SVGFILE_H

#include "Markup.h"
#include "Palette.h"

namespace pagesplit {

/// Begin an SVG file of that size in pixels; the caller closes the element.
void beginSvgFile(double Width, double Height, llvm::StringRef Title,
                  HtmlStream &Html);

/// The descriptors with their colours in a line, whose text stands on \p Y.
void drawLegend(const Palette &Colours, double X, double Y, HtmlStream &Html);

} // namespace pagesplit

#endif
