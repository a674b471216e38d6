//===- UnitTask.h - what is to be proved of one unit ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The task of a verify action, as it stands in UnitRequest::Task: which groups
/// of which patches concern the unit, and the file that holds them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_VERIFY_UNITTASK_H
#define PAGESPLIT_VERIFY_UNITTASK_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Verify/UnitProof.h"

namespace pagesplit {

struct UnitTask {
  Tier Wanted = Tier::SameObject; ///< nothing better is tried
  /// Hash of the file with the groups; with the hashes of the sources in it, it
  /// stands for every text that is compiled.
  std::string EditsHash;
  /// Names of the groups of each patch, in the order of the series.
  std::vector<std::vector<std::string>> Patches;
};

/// Where the file with that hash is, below the directory of the stage.
std::string editsFile(llvm::StringRef Hash);

/// The task as JSON text, deterministic to the byte.
std::string printTask(const UnitTask &Task);

/// Read one back; errors name \p Name.
llvm::Expected<UnitTask> parseTask(llvm::StringRef Text, llvm::StringRef Name);

} // namespace pagesplit

#endif
