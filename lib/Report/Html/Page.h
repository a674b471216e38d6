//===- Page.h - the frame of every HTML page --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Head, navigation, style sheet and script, all in the page itself. A policy
/// in the head forbids the page to load anything and to run any other script.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_REPORT_HTML_PAGE_H
#define PAGESPLIT_LIB_REPORT_HTML_PAGE_H

#include "Markup.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <vector>

namespace pagesplit {

struct PageLink {
  std::string Address;
  std::string Text;
};

struct PageHead {
  std::string Title;
  std::string Under; ///< beside the title: which configurations
  std::vector<PageLink> Links;
};

/// Write a whole page, whose main part is \p Main.
void printPage(const PageHead &Head,
               llvm::function_ref<void(HtmlStream &)> Main,
               llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
