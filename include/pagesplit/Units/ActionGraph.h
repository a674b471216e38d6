//===- ActionGraph.h - one action per unit, run by ninja --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs a stage that does one thing for each unit, by a build.ninja. ninja is
/// the engine: it knows what is up to date and keeps all cores busy.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITS_ACTIONGRAPH_H
#define PAGESPLIT_UNITS_ACTIONGRAPH_H

#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <set>

namespace pagesplit {

/// A stage that works unit by unit.
struct UnitStage {
  std::string Word;   ///< pagesplit is started as "pagesplit WORD ACTION"
  std::string Suffix; ///< of the files it makes: ".facts"
  /// Files below the knowledge directory that each action reads.
  std::vector<std::string> Knowledge;
  /// Of a second file that each action makes beside the first; empty: none.
  std::string SecondSuffix = "";
};

/// Done, total, and the unit that was finished last.
using UnitProgress =
    llvm::function_ref<void(unsigned, unsigned, llvm::StringRef)>;

/// An action that cannot come to an end says why on standard error in a line
/// that begins so, and exits with another code than 0.
inline constexpr llvm::StringLiteral DiedPrefix = "unit died: ";

/// Where a stage runs, and how.
struct StageRun {
  std::string Program; ///< this pagesplit, for ninja to start
  std::string Output;  ///< the directory to fill
  unsigned Jobs = 0;   ///< 0: all cores
  /// Names of the units to bring up to date; empty: all of them.
  std::set<std::string> Only = {};
  /// Whether what the directory has of other units is left alone.
  bool KeepOthers = false;
  /// The units whose process died in this run are added, with the reason; ""
  /// where nobody could say, as when it was killed. Not owned; may be null.
  std::map<std::string, std::string> *Died = nullptr;
};

/// Run \p Stage for those of \p Units that are not up to date; their Output and
/// Depfile are set here. What is left in the directory of other units, and of
/// runs that were killed, is removed, but for StageRun::KeepOthers. A unit
/// whose process died is no error here: its file is missing, also when an
/// earlier run made one, and the next run tries again. With StageRun::Only the
/// others stay as they are. One run at a time is at work in a directory; others
/// wait.
llvm::Error runStage(const UnitStage &Stage,
                     const std::vector<UnitRequest> &Units, const StageRun &Run,
                     UnitProgress OnProgress);

/// The path of the file that \p Stage makes of a unit in \p Directory.
std::string stageOutput(const UnitStage &Stage, llvm::StringRef Directory,
                        llvm::StringRef UnitName);

/// The same of the second file.
std::string secondOutput(const UnitStage &Stage, llvm::StringRef Directory,
                         llvm::StringRef UnitName);

} // namespace pagesplit

#endif
