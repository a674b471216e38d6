//===- Version.cpp - what this pagesplit is -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Version.h"

#include "llvm/Config/llvm-config.h"

llvm::StringRef pagesplit::versionText() {
  return PAGESPLIT_VERSION " (LLVM " LLVM_VERSION_STRING ")";
}
