//===- Findings.h - from facts to findings ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Accesses and moves of pages, as extract saw them, become findings: fields of
/// struct page that are named, and calls about pages that have a descriptor
/// form.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_FINDINGS_H
#define PAGESPLIT_LINT_FINDINGS_H

#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Lint/LintFinding.h"
#include "pagesplit/Lint/SourceTexts.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

#include <set>

namespace pagesplit {

/// What to look for, and where.
struct FindingQuery {
  std::set<std::string> Checks; ///< names of those that are wanted
  /// Whether findings in a file of the tree are wanted.
  llvm::function_ref<bool(llvm::StringRef File)> IsWanted;
  /// Also the bodies of macros that name a field, besides their uses.
  bool WithBodies = false;
};

/// The error that says so when \p File of the tree is not the text with the
/// contentHash() \p Hash any more; findings in it would be on the wrong lines.
llvm::Error checkUnchanged(llvm::StringRef File, llvm::StringRef Hash,
                           SourceTexts &Texts);

/// The findings in \p Facts, sorted by place, each once; all are New. A file
/// that is not what it was when the facts were made is an error.
llvm::Expected<std::vector<LintFinding>> findInFacts(const FactSet &Facts,
                                                     const Knowledge &Known,
                                                     const FindingQuery &Query,
                                                     SourceTexts &Texts);

} // namespace pagesplit

#endif
