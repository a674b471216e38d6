//===- Installation.h - what lies beside the program ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_INSTALLATION_H
#define PAGESPLIT_TOOLS_INSTALLATION_H

#include "llvm/Support/Error.h"

#include <string>

namespace pagesplit {

/// The directory of the knowledge files: ../share/pagesplit/knowledge seen from
/// the program, or that of the source tree when run from a build tree.
llvm::Expected<std::string> knowledgeDirectory();

/// The directory of the headers that bring a descriptor into a kernel tree:
/// ../share/pagesplit/kernel, or runtime/kernel of the source tree.
llvm::Expected<std::string> kernelHeaderDirectory();

} // namespace pagesplit

#endif
