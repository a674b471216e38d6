//===- RewriteSources.h - what a rewrite starts from ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_REWRITESOURCES_H
#define PAGESPLIT_TOOLS_REWRITESOURCES_H

#include "pagesplit/Edit/SourceTree.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Solve/VerdictIndex.h"
#include "pagesplit/Uses/Uses.h"
#include "pagesplit/rewriters/Rewriters.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pagesplit {

/// As the command line says it.
struct RewriteQuery {
  std::string Database;
  std::string Build;
  std::string SourceRoot;
  std::string Layer;
  std::string Cache; ///< where uses are kept between runs
  std::vector<std::string> Paths;
  std::set<std::string> Descriptors;
  std::map<std::string, std::string> Names; ///< of C types, by descriptor
  double Confidence = 0;
  bool MayIntroduce = true;
  bool FindsCallers = true; ///< of functions that may get another type
  unsigned Jobs = 0;
};

/// Everything but what depends on which rewriters run.
struct RewriteSources {
  std::optional<SourceTree> Tree;
  Knowledge Known;
  VerdictIndex Verdicts;
  UseSet Uses;
  FileTexts Texts;
  std::map<std::string, std::vector<WordPlace>> Words;
  std::vector<IntroducedHeader> Introduced;
  std::map<std::string, std::string> Subsystems; ///< by file
  std::vector<std::string> Paths;                ///< the query's, made plain
};

/// Read the database and the knowledge, parse the units that are needed. What
/// is wrong with the query is said before the first unit is parsed; \p Check
/// is asked once the tree is known, and may stop it as well.
llvm::Expected<RewriteSources>
gatherRewriteSources(const RewriteQuery &Query,
                     llvm::function_ref<llvm::Error(const SourceTree &)> Check);

} // namespace pagesplit

#endif
