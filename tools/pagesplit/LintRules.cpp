//===- LintRules.cpp - the checks that lint reports -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintRules.h"

#include "LintChecks.h"
#include "pagesplit/Lint/LintFinding.h"

using namespace pagesplit;

std::map<std::string, std::string> pagesplit::lintRules() {
  std::map<std::string, std::string> Rules = {
#include "LintRules.inc"
  };
  if (LintChecks::areBuilt())
    return Rules;
  return {{FieldAccessCheck.str(), Rules[FieldAccessCheck.str()]},
          {PageApiCheck.str(), Rules[PageApiCheck.str()]}};
}
