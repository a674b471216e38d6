//===- SeriesPlan.h - which edits go into which patch -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Groups become patches as maintainers take them: one subsystem and one
/// descriptor each, a file or a small directory at a time, and what may change
/// behaviour apart from what only changes types. No text of a file is looked at
/// here.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EDIT_SERIESPLAN_H
#define PAGESPLIT_EDIT_SERIESPLAN_H

#include "pagesplit/Edit/EditSet.h"
#include "llvm/ADT/ArrayRef.h"

#include <functional>
#include <string>
#include <vector>

namespace pagesplit {

/// One patch to be.
struct PlannedPatch {
  std::string Subsystem;
  std::string Prefix; ///< of the subject: "mm/zsmalloc"
  std::string Proof;  ///< how it was proved, a line of text; empty: not yet
  std::vector<std::string> Groups; ///< names, sorted
};

struct PlanRules {
  /// The subsystem of a file.
  std::function<std::string(llvm::StringRef File)> SubsystemOf;
  /// The prefix of the subject of a patch to these files, that with the most
  /// edits first. defaultPrefix() unless set.
  std::function<std::string(llvm::ArrayRef<std::string> Files)> PrefixOf;
  /// A directory with at most so many edits of one kind is one patch.
  unsigned FewEdits = 40;
};

/// The prefix that the path of the first file suggests: "mm/zsmalloc", "ext2",
/// "x86/mm".
std::string defaultPrefix(llvm::ArrayRef<std::string> Files);

/// Patches in the order in which they apply and compile. Groups that need each
/// other, directly or around a circle, or that share an edit, are in one patch,
/// even where that spans subsystems; it then belongs to the one with the most
/// edits. What a group needs otherwise comes in an earlier patch or its own.
std::vector<PlannedPatch> planSeries(llvm::ArrayRef<EditGroup> Groups,
                                     const PlanRules &Rules);

} // namespace pagesplit

#endif
