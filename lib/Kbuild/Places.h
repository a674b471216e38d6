//===- Places.h - where a build may read and write --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns the paths a user gave into those a build uses, and refuses the ones
/// that would write into the kernel tree.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_PLACES_H
#define PAGESPLIT_LIB_KBUILD_PLACES_H

#include "KernelTree.h"
#include "Records.h"
#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace pagesplit {

/// \p Given (relative to the tree, or absolute and inside it) relative to the
/// root of \p Tree and normal. Empty when everything is meant. An error names
/// the first that the tree does not have.
llvm::Expected<std::vector<std::string>>
pathsInTree(const KernelTree &Tree, llvm::ArrayRef<std::string> Given);

/// Make the build directory \p Given and return both roots with links resolved.
/// An error when it is in \p Tree, or holds objects somebody else compiled,
/// which kbuild would replace by empty ones.
llvm::Expected<BuildRoots> makeBuildDirectory(const KernelTree &Tree,
                                              llvm::StringRef Given);

} // namespace pagesplit

#endif
