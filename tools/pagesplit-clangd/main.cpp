//===- main.cpp - clangd with the memdesc checks --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd's own main(), told where the headers of its Clang are: it looks
/// beside the running program, where ours has none.
///
//===----------------------------------------------------------------------===//

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"

// No header that declares it is installed.
namespace clang::clangd {
int clangdMain(int argc, char *argv[]);
}

int main(int Argc, char **Argv) {
  llvm::SmallVector<char *, 16> Arguments(Argv, Argv + Argc);
  static char ResourceDir[] = "--resource-dir=" PAGESPLIT_CLANG_RESOURCE_DIR;
  const bool Given = llvm::any_of(Arguments, [](llvm::StringRef Argument) {
    return Argument.ltrim('-').starts_with("resource-dir");
  });
  if (!Given && llvm::sys::fs::is_directory(PAGESPLIT_CLANG_RESOURCE_DIR))
    Arguments.insert(Arguments.begin() + 1, ResourceDir);
  const int Count = static_cast<int>(Arguments.size());
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Arguments.data());
}
