//===- CheckFindings.h - from diagnostics of checks to findings -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the clang-tidy checks said becomes findings, beside those that facts
/// give.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_CHECKFINDINGS_H
#define PAGESPLIT_LINT_CHECKFINDINGS_H

#include "pagesplit/Lint/CheckFile.h"
#include "pagesplit/Lint/Findings.h"

namespace pagesplit {

/// Add what \p Said has to \p Findings, which are sorted by place and stay so;
/// each once. What facts have shown already gets the check's message, notes and
/// fix, and is no second finding. A file that is not what it was when the
/// checks ran is an error, and a check that could not do its work.
llvm::Error addCheckFindings(std::vector<LintFinding> &Findings,
                             const CheckResults &Said,
                             const FindingQuery &Query, SourceTexts &Texts);

} // namespace pagesplit

#endif
