//===- ChildProcess.h - run a program and read its lines --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Starts a program of ours (ninja, make) and hands on what it prints, line by
/// line. llvm::sys::ExecuteAndWait can redirect to files only.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_CHILDPROCESS_H
#define PAGESPLIT_SUPPORT_CHILDPROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace pagesplit {

/// Run \p Arguments, the first of which is the program (looked up in PATH),
/// and call \p OnLine with each line of its standard output and error. Entries
/// "NAME=value" of \p Environment are added to the environment. Returns the
/// exit code, or an error naming the program when it could not be started or
/// died of a signal.
llvm::Expected<int> runChild(llvm::ArrayRef<std::string> Arguments,
                             llvm::ArrayRef<std::string> Environment,
                             llvm::function_ref<void(llvm::StringRef)> OnLine);

} // namespace pagesplit

#endif
