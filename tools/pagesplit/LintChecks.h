//===- LintChecks.h - the clang-tidy checks, in this process ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs all checks of checks/Checks.def over the tree of a unit that is parsed
/// for its facts, as clang-tidy would with an empty .clang-tidy. NOLINT is left
/// to lint, which counts what is suppressed.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTCHECKS_H
#define PAGESPLIT_TOOLS_LINTCHECKS_H

#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Lint/CheckFile.h"

#include <memory>

namespace pagesplit {

class LintChecks : public UnitObserver {
public:
  /// Whether the build has the checks; without them nothing is ever found.
  static bool areBuilt();

  /// For the unit \p Request, by the knowledge of its layer. \p Database is the
  /// path of a snapshot, or empty.
  LintChecks(const UnitRequest &Request, llvm::StringRef Database);
  ~LintChecks() override;

  void begin(clang::Preprocessor &Reader) override;
  void look(clang::ASTContext &Tree) override;

  /// What was found. Only when nothing looks any more.
  CheckResults take();

private:
  struct Session;
  UnitRequest Request;
  std::string Database;
  std::unique_ptr<Session> Now;
  CheckResults Results;
};

} // namespace pagesplit

#endif
