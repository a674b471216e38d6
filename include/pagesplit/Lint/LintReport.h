//===- LintReport.h - what lint has to say ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The result of one run of `pagesplit lint`, and its forms: as compilers print
/// it, SARIF 2.1.0, GitLab's code quality report, annotations of GitHub.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LINT_LINTREPORT_H
#define PAGESPLIT_LINT_LINTREPORT_H

#include "pagesplit/Lint/Baseline.h"
#include "pagesplit/Lint/LintFinding.h"
#include "pagesplit/Lint/SourceTexts.h"
#include "llvm/Support/raw_ostream.h"

namespace pagesplit {

/// Why a file was not, or not all, looked at.
struct CoverageProblem {
  enum Kind {
    Unparsed, ///< the unit has an error
    Unseen    ///< no unit compiles it
  };
  Kind What = Unparsed;
  std::string File;
  std::string Text;     ///< for people, without the file
  bool IsKnown = false; ///< the baseline has it
};

struct LintReport {
  std::vector<LintFinding> Findings; ///< sorted by place
  std::vector<CoverageProblem> Problems;
  bool HasBaseline = false;
  std::map<BaselineEntry, unsigned> Absent; ///< of the baseline
  LintConditions Conditions;
  /// What each check looks for, in one sentence; by its name.
  std::map<std::string, std::string> Summaries;
};

/// Whether \p F makes the run fail: it is new, and not suppressed, or
/// suppressed behind the back of a baseline.
bool isFailure(const LintFinding &F, const LintReport &In);

/// Whether anything does.
bool isFailure(const LintReport &Report);

enum class LintFormat { Text, Sarif, Gitlab, Github };

/// Write \p Report to \p Out. Text, GitLab and GitHub show what makes the run
/// fail; SARIF shows all but what a diff leaves alone, each with its state.
void printLint(const LintReport &Report, LintFormat Format, SourceTexts &Texts,
               llvm::raw_ostream &Out);

} // namespace pagesplit

#endif
