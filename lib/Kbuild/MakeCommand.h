//===- MakeCommand.h - how make is started ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The command line and environment of make: which programs it uses, and which
/// of its steps are left out.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_MAKECOMMAND_H
#define PAGESPLIT_LIB_KBUILD_MAKECOMMAND_H

#include "KernelTree.h"
#include "MakeRun.h"
#include "SessionState.h"
#include "Toolchain.h"
#include "llvm/ADT/ArrayRef.h"

#include <string>

namespace pagesplit {

/// What every run of make on one build directory shares.
struct MakeSettings {
  const KernelTree &Tree;
  const Toolchain &Tools;
  const SessionState &Session;
  const BuildRoots &Roots;
  std::string Arch;
  unsigned Jobs = 0; ///< 0 is every core
};

/// make with \p Goals, which may begin with options, in \p Stage of StandIn.h.
Invocation makeCommand(const MakeSettings &Settings, llvm::StringRef Stage,
                       llvm::ArrayRef<std::string> Goals);

} // namespace pagesplit

#endif
