//===- FoundExpression.h - what of a finding is in the text -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What findings from facts and findings of checks have in common when they are
/// made: their expression as tokens, and their order.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_LINT_FOUNDEXPRESSION_H
#define PAGESPLIT_LIB_LINT_FOUNDEXPRESSION_H

#include "SourceTokens.h"
#include "pagesplit/Lint/LintFinding.h"

namespace pagesplit {

/// Give \p Into its expression, the lines of it, and its fingerprint; all else
/// must be there. With an empty \p Range the line is that of the place.
void setExpression(LintFinding &Into, const SourceTokens &Tokens,
                   TokenRange Range);

/// By place.
struct ByFindingKey {
  bool operator()(const LintFinding &A, const LintFinding &B) const {
    return A.key() < B.key();
  }
};

} // namespace pagesplit

#endif
