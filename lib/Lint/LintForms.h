//===- LintForms.h - one function for each form of output -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What printLint() chooses from, and what the forms share.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_LINT_LINTFORMS_H
#define PAGESPLIT_LIB_LINT_LINTFORMS_H

#include "pagesplit/Lint/LintReport.h"

namespace pagesplit {

void printLintText(const LintReport &Report, SourceTexts &Texts,
                   llvm::raw_ostream &Out);
void printLintSarif(const LintReport &Report, SourceTexts &Texts,
                    llvm::raw_ostream &Out);
void printLintGitlab(const LintReport &Report, llvm::raw_ostream &Out);
void printLintGithub(const LintReport &Report, llvm::raw_ostream &Out);

/// The message with all that is known of the finding.
std::string fullMessage(const LintFinding &F, const LintReport &In);

/// Gives each finding a name that is its own: the fingerprint and which of the
/// equal ones it is. To be asked in the order of the report.
class FindingNames {
public:
  std::string next(const LintFinding &F) {
    return F.Fingerprint + ":" + std::to_string(++Seen[F.Fingerprint]);
  }

private:
  std::map<std::string, unsigned> Seen;
};

} // namespace pagesplit

#endif
