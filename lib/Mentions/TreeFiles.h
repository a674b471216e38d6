//===- TreeFiles.h - the files of a source tree -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Walks a tree. Links are not followed, and what begins with a dot is left
/// out.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_MENTIONS_TREEFILES_H
#define PAGESPLIT_LIB_MENTIONS_TREEFILES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// The files in \p Path, a file or directory below \p Root, that \p IsWanted by
/// their last name; relative to the root, sorted.
llvm::Expected<std::vector<std::string>>
filesIn(llvm::StringRef Root, llvm::StringRef Path,
        llvm::function_ref<bool(llvm::StringRef)> IsWanted);

} // namespace pagesplit

#endif
