//===- Git.h - what libgit2 does for us -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only file of ours that includes libgit2 is Git.cpp. The configuration
/// of git (user, system) has no influence on diffs.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EDIT_GIT_H
#define PAGESPLIT_LIB_EDIT_GIT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace pagesplit {

struct FileDiff {
  std::string Text; ///< from "diff --git" on; empty when nothing changes
  unsigned Added = 0;
  unsigned Removed = 0;
};

/// The unified diff of \p File from \p Before, none when it is new, to
/// \p After.
llvm::Expected<FileDiff> diffOf(llvm::StringRef File,
                                const std::optional<std::string> &Before,
                                llvm::StringRef After);

/// What stands against changing the git tree that \p Root is in, as a clause;
/// empty when nothing does or \p Root is in none.
llvm::Expected<std::string> whyNotClean(llvm::StringRef Root);

} // namespace pagesplit

#endif
