//===- MentionCoverage.h - mentions that nobody compiled --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Joins the lines of a tree that mention struct page with the lines that units
/// compiled, and says of the others why none did.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_SOLVE_MENTIONCOVERAGE_H
#define PAGESPLIT_LIB_SOLVE_MENTIONCOVERAGE_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Mentions/ConfigSymbols.h"
#include "pagesplit/Mentions/Mentions.h"

namespace pagesplit {

/// One line.
struct CoveredMention {
  std::string File;
  unsigned Line = 0;
  ConfigSet In; ///< that compile it
  /// Empty when there is one, else a word of docs/coverage.md.
  std::string Reason;
  /// What it would take: conditions, symbols or ARCH=x; empty: not known.
  std::string Needs;
  std::vector<std::string> Symbols; ///< CONFIG symbols in that
};

struct MentionCoverage {
  std::vector<CoveredMention> Mentions; ///< by file and line
  std::vector<ConfigSymbol> Symbols;    ///< definitions of all their Symbols
  /// Files that are not the version which was compiled; their mentions are not
  /// in the list.
  std::vector<std::string> OtherVersions;
};

/// Those in \p Paths of the tree \p Root, or in all of it.
llvm::Expected<MentionCoverage>
coverMentions(const FactSet &Facts, llvm::StringRef Root,
              llvm::ArrayRef<std::string> Paths);

} // namespace pagesplit

#endif
