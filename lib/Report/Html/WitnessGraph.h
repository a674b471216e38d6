//===- WitnessGraph.h - the facts behind a verdict, drawn -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From top to bottom: where the page comes from, the page itself, where it
/// goes. Each descriptor that something speaks for has a line of its own, as
/// the branches of a log have.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_WITNESSGRAPH_H
#define PAGESPLIT_LIB_REPORT_HTML_WITNESSGRAPH_H

#include "Markup.h"
#include "Palette.h"
#include "pagesplit/Report/WitnessPath.h"
#include "llvm/ADT/ArrayRef.h"

namespace pagesplit {

/// Draw \p Paths, which meet at \p Place ("`page` in f()").
void printWitnessGraph(llvm::StringRef Place, llvm::ArrayRef<WitnessPath> Paths,
                       const Palette &Colours, HtmlStream &Html);

} // namespace pagesplit

#endif
