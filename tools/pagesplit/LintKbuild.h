//===- LintKbuild.h - lint as make's CHECK ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `make C=1 CHECK="pagesplit lint --kbuild"`: make adds the flags of the
/// compiler and the file, and we look at this one unit in this process.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_LINTKBUILD_H
#define PAGESPLIT_TOOLS_LINTKBUILD_H

#include "LintRun.h"

namespace pagesplit {

/// Everything behind `--kbuild` is the compiler's. Keep it for
/// kbuildArguments(), and return how many words are left for our own options.
int takeKbuildArguments(int Argc, const char **Argv);

/// What takeKbuildArguments() took.
const std::vector<std::string> &kbuildArguments();

/// Lint the file that the arguments end with; findings in headers are left to
/// other runs. What make exported says where the tree is and which kernel.
/// Places are given as make names the file. Prints nothing.
llvm::Expected<LintReport> lintForKbuild(const LintRequest &Request,
                                         std::unique_ptr<SourceTexts> &Texts);

} // namespace pagesplit

#endif
