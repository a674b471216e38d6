//===- MaintainersLine.h - who looks after a new file -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A new file gets a line in MAINTAINERS, among the files of those who will use
/// it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_MAINTAINERSLINE_H
#define PAGESPLIT_REWRITERS_MAINTAINERSLINE_H

#include "pagesplit/Edit/Edit.h"

#include <set>
#include <vector>

namespace pagesplit {

/// "F:" lines for \p Files in \p Section of \p Maintainers, the text of the
/// file of that name, where the order of the section puts them. None when there
/// is no such section or it names no files, and none for a file that has one.
std::vector<Edit> maintainersLines(llvm::StringRef Maintainers,
                                   llvm::StringRef Section,
                                   const std::set<std::string> &Files);

} // namespace pagesplit

#endif
