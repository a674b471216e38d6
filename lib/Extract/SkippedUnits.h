//===- SkippedUnits.h - units that need not be parsed -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Extracts in rounds, and only units that can concern a page. The others are
/// listed in one fact file, skipped.facts. Beside it, `chosen` records what the
/// choice was made from: while none of that changes, it stands, and no text is
/// read.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_SKIPPEDUNITS_H
#define PAGESPLIT_LIB_EXTRACT_SKIPPEDUNITS_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Units/ActionGraph.h"

namespace pagesplit {

/// Run \p Stage for those of \p Units that can concern a page, and leave only
/// them in it. Gives the records of the others, which are also written.
llvm::Expected<std::vector<Unit>>
skipUnconcerned(std::vector<UnitRequest> &Units, const SourceRoots &Roots,
                const UnitStage &Stage, const StageRun &Run,
                UnitProgress OnProgress);

/// Remove the record, so that the next run chooses anew.
llvm::Error forgetChoice(llvm::StringRef Output);

/// Remove the list and the record that an earlier run left in \p Output.
llvm::Error forgetSkipped(llvm::StringRef Output);

} // namespace pagesplit

#endif
