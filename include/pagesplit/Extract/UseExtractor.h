//===- UseExtractor.h - uses of pages in one translation unit ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Parses one unit with Clang and gives the uses of pages in the files that the
/// request names (Uses/Uses.h). A second kind of facts: they hold places of
/// words, which only rewriting needs.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_EXTRACT_USEEXTRACTOR_H
#define PAGESPLIT_EXTRACT_USEEXTRACTOR_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Uses/Uses.h"

namespace pagesplit {

struct UnitUses {
  /// Of a unit with errors only the first error: what was not understood could
  /// hold more.
  UseSet Uses;
  std::set<std::string> Dependencies; ///< absolute paths
};

UnitUses extractUses(const UnitRequest &Request, const Knowledge &Known);

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
