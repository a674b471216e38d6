//===- LintUnits.h - the units that lint needs ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// From the files that lint is about to the units that show what is in them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTUNITS_H
#define PAGESPLIT_TOOLS_LINTUNITS_H

#include "pagesplit/Lint/LintReport.h"
#include "pagesplit/Units/UnitSelection.h"

namespace pagesplit {

/// The files in which findings are wanted.
struct LintScope {
  bool IsAll = true;
  std::set<std::string> Files;       ///< relative to the source root
  std::set<std::string> Directories; ///< the same, with "/" at the end

  bool wants(llvm::StringRef File) const;
};

/// Whether \p File is one that a C compiler reads, by its name.
bool isCSource(llvm::StringRef File);

struct LintUnits {
  std::set<std::string> Names;         ///< of units; empty: none
  std::vector<CoverageProblem> Unseen; ///< files that no unit shows
  std::set<std::string> Headers;       ///< of the scope, that a unit shows
};

/// The units to look at. A source is looked at in the units that compile it. A
/// header is looked at in one unit that includes it; to find one the sources
/// are searched for its name, and the preprocessor is asked about a few.
/// \p From names headers and the units that are known to see them; it may have
/// none.
LintUnits chooseUnits(
    const UnitSelection &Selected, const LintScope &Scope,
    llvm::function_ref<std::set<std::string>(llvm::StringRef Header)> From);

} // namespace pagesplit

#endif
