//===- UseStage.h - uses of the units that rewriting needs ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The uses of pages in some files of a build: ninja drives one action per unit
/// that is looked at (Extract/UseExtractor.h).
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_USESTAGE_H
#define PAGESPLIT_EXTRACT_USESTAGE_H

#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Uses/Uses.h"

namespace pagesplit {

/// All units that are needed for the uses in some files.
struct UseRequest {
  std::string Build; ///< directory with compile_commands.json, or that file
  std::string SourceRoot;
  /// The files, each with the units that see it.
  std::map<std::string, std::set<std::string>> Files;
  std::string KnowledgeDirectory;
  std::string Layer;
  std::string Program; ///< this pagesplit, for ninja to start
  std::string Output;  ///< the directory to fill
  unsigned Jobs = 0;   ///< 0: all cores
};

/// Run them; a file is looked at in the unit it is the main file of, a header
/// in one of the units that are looked at anyway if it can be. Units that give
/// no uses are not an error.
llvm::Expected<UseSet> runUseExtraction(const UseRequest &Request,
                                        UnitProgress OnProgress);

} // namespace pagesplit

#endif
