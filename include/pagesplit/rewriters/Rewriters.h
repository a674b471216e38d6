//===- Rewriters.h - from verdicts and uses to edits -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What every rewriter is given and where its edits go. A rewriter looks at one
/// use of a page at a time and says what the use becomes when the page is a
/// descriptor; ConvertedValues.h decides how the descriptor is named there.
/// Rewriters.def lists them.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_REWRITERS_H
#define PAGESPLIT_REWRITERS_REWRITERS_H

#include "pagesplit/Edit/EditSet.h"
#include "pagesplit/Edit/SourceTree.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Solve/VerdictIndex.h"
#include "pagesplit/Uses/Uses.h"

namespace pagesplit {

/// All that rewriting depends on. Everything outlives the call.
struct RewriteInput {
  const UseSet &Uses;
  const VerdictIndex &Verdicts;
  const Knowledge &Known;
  /// Texts of the files of Uses.
  const FileTexts &Texts;
  /// Descriptors to convert to; empty: all.
  std::set<std::string> Descriptors;
  /// Rewriters to run; empty: all.
  std::set<std::string> Rewriters;
  /// Verdicts that are less sure are left alone.
  double Confidence = 0.8;
};

/// The words of Rewriters.def.
std::vector<llvm::StringRef> rewriterWords();

/// The groups and findings of all rewriters.
EditSet rewriteAll(const RewriteInput &Input);

} // namespace pagesplit

#endif
