//===- Version.h - what this pagesplit is -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_VERSION_H
#define PAGESPLIT_SUPPORT_VERSION_H

#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// "0.1.0 (LLVM 22.1.8)": the project's version and the LLVM it was built
/// with.
llvm::StringRef versionText();

} // namespace pagesplit

#endif
