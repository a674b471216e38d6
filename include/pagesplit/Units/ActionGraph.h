//===- ActionGraph.h - one action per unit, run by ninja --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Writes and runs the build.ninja of a stage that does one thing for each
/// unit. ninja is the engine: it knows what is up to date and keeps all cores
/// busy.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_ACTIONGRAPH_H
#define PAGESPLIT_UNITS_ACTIONGRAPH_H

#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace pagesplit {

/// A stage that works unit by unit.
struct UnitStage {
  std::string Word;   ///< pagesplit is started as "pagesplit WORD ACTION"
  std::string Suffix; ///< of the files it makes: ".facts"
  /// Files below the knowledge directory that each action reads.
  std::vector<std::string> Knowledge;
};

/// Done, total, and the unit that was finished last.
using UnitProgress =
    llvm::function_ref<void(unsigned, unsigned, llvm::StringRef)>;

/// Paths of one unit's files within the output directory.
std::string actionFile(llvm::StringRef UnitName);
std::string unitFile(llvm::StringRef UnitName, llvm::StringRef Suffix);

/// Write the graph and one action file per unit into \p Output.
llvm::Error writeActionGraph(llvm::StringRef Output, llvm::StringRef Program,
                             const UnitStage &Stage,
                             const std::vector<UnitRequest> &Units);

/// Run what is not up to date. \p Jobs 0: all cores. Output of units that are
/// not in the graph any more is removed. A unit whose process died is no error
/// here: its file is missing.
llvm::Error runActionGraph(llvm::StringRef Output, unsigned Jobs,
                           UnitProgress OnProgress);

} // namespace pagesplit

#endif
