//===- LintRules.h - the checks that lint reports ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTRULES_H
#define PAGESPLIT_TOOLS_LINTRULES_H

#include <map>
#include <string>

namespace pagesplit {

/// Each check of checks/Checks.def, with what it looks for in one sentence. In
/// a build without clang-tidy's archive only those two that need facts alone.
std::map<std::string, std::string> lintRules();

} // namespace pagesplit

#endif
