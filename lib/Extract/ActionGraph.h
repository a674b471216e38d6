//===- ActionGraph.h - the ninja file of the extract stage ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_ACTIONGRAPH_H
#define PAGESPLIT_LIB_EXTRACT_ACTIONGRAPH_H

#include "pagesplit/Extract/Extract.h"
#include "pagesplit/Extract/UnitRequest.h"

namespace pagesplit {

/// Paths of one unit's files within the output directory.
std::string actionFile(llvm::StringRef UnitName);
std::string factFile(llvm::StringRef UnitName);

/// Write the action files and build.ninja for \p Units into \p Output. Files
/// that would not change keep their times.
llvm::Error writeActionGraph(llvm::StringRef Output, llvm::StringRef Program,
                             const std::vector<UnitRequest> &Units);

/// Run ninja on the graph in \p Output: remove what former runs made and this
/// graph does not name, then bring the rest up to date.
llvm::Error runActionGraph(llvm::StringRef Output, unsigned Jobs,
                           ExtractProgress OnProgress);

} // namespace pagesplit

#endif
