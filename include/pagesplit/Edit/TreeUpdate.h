//===- TreeUpdate.h - change many files of a tree, or none ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// New texts are first written into the directory .pagesplit-apply of the tree,
/// next to a list of what they replace. The list appears in one step; from then
/// on the update is finished, by this run or by the next one. Before that it is
/// undone. So a run that is killed leaves the tree as it was or as it was to
/// be, once recoverUpdate() has been called.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_TREEUPDATE_H
#define PAGESPLIT_EDIT_TREEUPDATE_H

#include "pagesplit/Edit/SourceTree.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// An error unless \p Tree is a plain copy or a git tree in which no file that
/// git knows is changed, and no merge, rebase or the like is under way. Files
/// git does not know do not matter.
llvm::Error requireClean(const SourceTree &Tree);

/// What an interrupted update had come to.
enum class Recovery {
  Nothing,  ///< there was none
  Undone,   ///< it had not begun to change the tree
  Finished, ///< it has been finished now
};

/// Called with a word for each step of an update; a test returns false to stop
/// there, as if the program were killed.
using UpdateStep = llvm::function_ref<bool(llvm::StringRef Step)>;

/// Clear up after an interrupted update of \p Tree. An error when another
/// update is running, or a file has been changed since.
llvm::Expected<Recovery> recoverUpdate(const SourceTree &Tree);

/// Change each file of \p Before into what it is in \p After. Files must be as
/// \p Before says. An error when something of that cannot be done; then the
/// tree has not changed. Call recoverUpdate() first.
llvm::Error updateTree(
    const SourceTree &Tree, const FileTexts &Before, const FileTexts &After,
    UpdateStep Step = [](llvm::StringRef) { return true; });

} // namespace pagesplit

#endif
