//===- UnitAction.h - one translation unit, started by ninja ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of `extract` that runs once per translation unit in a process of
/// its own. Not for people: it has no options and no help.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_TOOLS_UNITACTION_H
#define PAGESPLIT_TOOLS_UNITACTION_H

#include "llvm/ADT/StringRef.h"

namespace pagesplit {

/// First argument of such a process; the second is the action file.
inline constexpr llvm::StringLiteral UnitActionWord = "extract-unit";

/// Carry out the action file. Returns the exit code of the process: 0 also for
/// a unit with errors, since those are in its fact file.
int runUnitAction(llvm::StringRef ActionFile);

} // namespace pagesplit

#endif
