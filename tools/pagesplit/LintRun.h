//===- LintRun.h - lint over the units of a build ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `pagesplit lint` does: facts of the units it needs, findings in them,
/// and their comparison with a diff and a baseline.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTRUN_H
#define PAGESPLIT_TOOLS_LINTRUN_H

#include "LintUnits.h"
#include "pagesplit/Facts/Facts.h"
#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Lint/Patch.h"

namespace pagesplit {

struct LintRequest {
  std::string Build;
  std::string SourceRoot;
  std::string Database;
  std::string Diff; ///< a revision of git, "-" for standard input, or empty
  std::vector<std::string> Paths;
  std::string BaselineFile; ///< empty: none
  bool UpdatesBaseline = false;
  bool MayGrow = false; ///< the baseline, when it is updated
  std::set<std::string> Checks;
  std::string Layer; ///< empty: by the kernel's version
  std::string Cache; ///< for facts; empty: below Build
  unsigned Jobs = 0;
};

/// The knowledge in force and its name.
struct LintKnowledge {
  Knowledge Known;
  LintConditions Conditions;
};

/// The layer \p Layer, or when it is empty that for the kernel \p Kernel, or
/// for the one in \p SourceRoot when that is empty too.
llvm::Expected<LintKnowledge> lintKnowledge(llvm::StringRef Layer,
                                            llvm::StringRef Kernel,
                                            llvm::StringRef SourceRoot,
                                            std::set<std::string> Checks);

/// The baseline \p File. One that is missing is an error, unless \p MayBeNew.
llvm::Expected<Baseline> readBaseline(llvm::StringRef File, bool MayBeNew);

/// Whether the run fails is in the report; an error is bad input. \p Texts is
/// what printLint() wants to see.
llvm::Expected<LintReport> runLint(const LintRequest &Request,
                                   std::unique_ptr<SourceTexts> &Texts);

} // namespace pagesplit

#endif
