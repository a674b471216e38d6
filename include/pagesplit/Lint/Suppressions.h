//===- Suppressions.h - NOLINT comments -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The comments that clang-tidy understands, with the same meaning: NOLINT,
/// NOLINTNEXTLINE, NOLINTBEGIN and NOLINTEND, each with or without a list of
/// checks.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_SUPPRESSIONS_H
#define PAGESPLIT_LINT_SUPPRESSIONS_H

#include "pagesplit/Lint/LintFinding.h"
#include "pagesplit/Lint/SourceTexts.h"

namespace pagesplit {

/// Mark those of \p Findings that a comment covers, and say which comment.
void markSuppressed(std::vector<LintFinding> &Findings, SourceTexts &Texts);

} // namespace pagesplit

#endif
