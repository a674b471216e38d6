//===- UnitAction.h - one translation unit, started by ninja ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of `extract`, `lint`, `rewrite` and `verify` that runs once per
/// translation unit in a process of its own. Not for people: it has no options
/// and no help.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_UNITACTION_H
#define PAGESPLIT_TOOLS_UNITACTION_H

#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// First arguments of such a process, one for each kind of files; the second
/// argument is the action file.
inline constexpr llvm::StringLiteral FactActionWord = "extract-unit";
inline constexpr llvm::StringLiteral UseActionWord = "extract-unit-uses";
inline constexpr llvm::StringLiteral LintActionWord = "lint-unit";
inline constexpr llvm::StringLiteral FilesActionWord = "list-unit-files";
inline constexpr llvm::StringLiteral ProofActionWord = "verify-unit";
inline constexpr llvm::StringLiteral RemovalActionWord = "compile-without";

/// Run \p Work in the directory of \p Request's command, on a stack that is
/// deep enough for kernel sources; false when Clang crashed.
bool survives(const UnitRequest &Request, llvm::function_ref<void()> Work);

bool isUnitAction(llvm::StringRef Word);

/// Carry out the action file. Returns the exit code of the process: 0 also for
/// a unit with errors, since those are in its fact file.
int runUnitAction(llvm::StringRef Word, llvm::StringRef ActionFile);

} // namespace pagesplit

#endif
