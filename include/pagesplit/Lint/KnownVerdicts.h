//===- KnownVerdicts.h - what a database knows of findings ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Joins findings with the verdicts of the whole program: which descriptor the
/// page is, why, and what would take the call's place. A database is of some
/// earlier version of the tree, so things are looked up by name, not by line.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_KNOWNVERDICTS_H
#define PAGESPLIT_LINT_KNOWNVERDICTS_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Lint/LintFinding.h"
#include "pagesplit/Lint/SourceTexts.h"
#include "pagesplit/Solve/Sqlite.h"

namespace pagesplit {

/// Fill in verdict, confidence and why of those of \p Findings of which
/// \p Database has verdicts that agree. Nothing is filled in where it does not
/// know a descriptor.
llvm::Error addVerdicts(std::vector<LintFinding> &Findings, Sqlite &Database);

/// Give a fix to calls whose page is known to be a descriptor, when the other
/// call takes their place one to one: lock_page(page) becomes
/// folio_lock(page_folio(page)).
void addFixes(std::vector<LintFinding> &Findings, const Knowledge &Known,
              SourceTexts &Texts);

} // namespace pagesplit

#endif
