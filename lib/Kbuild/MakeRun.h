//===- MakeRun.h - one run of make ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Starts make in a process group of its own, hands its output on line by
/// line, and ends the whole group when this process is interrupted.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_MAKERUN_H
#define PAGESPLIT_LIB_KBUILD_MAKERUN_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace pagesplit {

/// A program with its arguments (the first is its path) and the environment
/// variables that are set beside those inherited.
struct Invocation {
  std::vector<std::string> Arguments;
  std::vector<std::pair<std::string, std::string>> Environment;
};

/// Run to the end and return the exit status, 128 and more for a signal.
/// \p Line gets every line of standard output and standard error, without its
/// newline; \p Idle is called a few times a second. When \p Line fails the
/// program is ended and that error returned. Variables of a make around this
/// process, and those that would redirect a kernel build, are not passed on.
llvm::Expected<int>
runToEnd(const Invocation &What,
         llvm::function_ref<llvm::Error(llvm::StringRef)> Line,
         llvm::function_ref<void()> Idle);

} // namespace pagesplit

#endif
