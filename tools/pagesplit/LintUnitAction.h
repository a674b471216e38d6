//===- LintUnitAction.h - facts and checks of one unit ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTUNITACTION_H
#define PAGESPLIT_TOOLS_LINTUNITACTION_H

#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Lint/CheckFile.h"

namespace pagesplit {

/// What the action for a unit of lint is told besides (UnitRequest::Task): all
/// that its result depends on and that ninja does not see. \p Digest is that of
/// the knowledge in force, \p Database the path of a snapshot or empty; one
/// that cannot be read is an error.
llvm::Expected<std::string> lintTask(llvm::StringRef Digest,
                                     llvm::StringRef Database);

struct CheckedUnit {
  UnitResult Unit;
  CheckResults Checks; ///< empty when Clang crashed
  bool IsCrashed = false;
};

/// Parse the unit once for both. Never fails as a whole.
CheckedUnit extractAndCheck(const UnitRequest &Request, const Knowledge &Base);

} // namespace pagesplit

#endif
