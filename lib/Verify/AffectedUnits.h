//===- AffectedUnits.h - the units that a series concerns -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From a build and the files that are edited to the units that read one of
/// them, and from a unit to the groups that concern it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_AFFECTEDUNITS_H
#define PAGESPLIT_LIB_VERIFY_AFFECTEDUNITS_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Edit/SeriesPlan.h"
#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Units/UnitSelection.h"
#include "pagesplit/Verify/UnitTask.h"
#include "pagesplit/Verify/Verify.h"

namespace pagesplit {

/// A unit and those of the edited files that it reads.
struct AffectedUnit {
  UnitRequest Request;
  std::set<std::string> Files;
};

/// The units of \p Selected that read a file of \p Edited, by name. When a file
/// is not itself compiled, the preprocessor runs over every unit to find out
/// which read it; what it found stays in \p Directory for the next time.
llvm::Expected<std::vector<AffectedUnit>>
affectedUnits(const UnitSelection &Selected,
              const std::set<std::string> &Edited, llvm::StringRef Directory,
              const VerifyRequest &Request, VerifyProgress OnProgress);

/// Says of units which groups concern them.
class TaskMaker {
public:
  TaskMaker(const ResolvedEdits &Edits, llvm::ArrayRef<PlannedPatch> Plan);

  /// The groups that edit one of \p Files, those they need, and all that create
  /// files. None unless one of the first kind is there.
  ResolvedEdits groupsFor(const std::set<std::string> &Files) const;

  /// The patches with groups of \p Groups, and their places in the plan.
  std::vector<std::vector<std::string>>
  patchesFor(const ResolvedEdits &Groups, std::vector<unsigned> &Places) const;

private:
  const ResolvedEdits &Edits;
  llvm::ArrayRef<PlannedPatch> Plan;
  std::map<std::string, unsigned> Numbers;                ///< of groups
  std::map<std::string, std::vector<unsigned>> EditorsOf; ///< by file
  std::map<unsigned, unsigned> PatchOf;
  std::vector<unsigned> Creators;
};

} // namespace pagesplit

#endif
