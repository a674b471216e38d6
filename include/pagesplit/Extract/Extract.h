//===- Extract.h - facts of all units of a build ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The extract stage as a whole: compile database in, a directory with one
/// fact file per unit out. ninja drives one action per unit
/// (Extract/UnitRequest.h), so that a second run does only what changed.
///
/// The directory holds
///   extract.json   where the facts come from: the only absolute paths
///   actions/       one request per unit
///   units/         one fact file per unit
///   skipped.facts  units that were not parsed, when only some are to be
///   build.ninja    and ninja's own .ninja_log and .ninja_deps
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_EXTRACT_H
#define PAGESPLIT_EXTRACT_EXTRACT_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Units/UnitSelection.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace pagesplit {

/// Something else that is done with each unit while its tree is there.
struct AlongsideWork {
  std::string Word;   ///< of the action that extracts the facts too
  std::string Suffix; ///< of the file that it makes beside the facts
  std::string Task;   ///< UnitRequest::Task
  std::string Layer;  ///< UnitRequest::Layer
};

struct ExtractRequest {
  UnitQuery From;    ///< which units
  unsigned Jobs = 0; ///< 0: all cores
  std::string KnowledgeDirectory;
  std::string Program; ///< this pagesplit, for ninja to start
  std::string Output;  ///< the directory to fill
  /// Names of the units to bring up to date; empty: all. Facts of the others
  /// stay in the directory as they are.
  std::set<std::string> Only = {};
  /// Parse every body in headers too, also those that no name in them lets
  /// concern a page. The facts are the same (AST/ConcernedNames.h); this shows
  /// it.
  bool AllBodies = false;
  /// Parse only units that can concern a page (Extract/UnitChoice.h). The
  /// others are in the result as skipped.
  bool OnlyConcerned = false;
  std::optional<AlongsideWork> Alongside = std::nullopt;
};

struct ExtractResult {
  std::vector<Unit> Units; ///< one per unit asked for, whatever became of it
  unsigned OtherLanguages = 0;
  double Seconds = 0;
};

/// Run the stage. Units that fail are in the result, not an error; an error is
/// bad input or a place that cannot be written, and leaves the fact files of
/// earlier runs as they were.
llvm::Expected<ExtractResult> runExtract(const ExtractRequest &Request,
                                         UnitProgress OnProgress);

/// The same for units that were selected already; Request.From is not looked
/// at. The result has the units of Request.Only.
llvm::Expected<ExtractResult> extractSelected(const UnitSelection &Selected,
                                              const ExtractRequest &Request,
                                              UnitProgress OnProgress);

/// The fact file of the unit \p UnitName in the directory \p Output.
std::string factFileOf(llvm::StringRef Output, llvm::StringRef UnitName);

/// The file that \p Work makes of it. Missing when the action's process died.
std::string alongsideFileOf(const AlongsideWork &Work, llvm::StringRef Output,
                            llvm::StringRef UnitName);

} // namespace pagesplit

#endif
