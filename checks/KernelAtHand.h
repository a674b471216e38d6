//===- KernelAtHand.h - which kernel a unit belongs to ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the kernel around a unit and the knowledge for it. Both are read once
/// in a process, however many units and checks ask.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_CHECKS_KERNELATHAND_H
#define PAGESPLIT_CHECKS_KERNELATHAND_H

#include "pagesplit/Knowledge/Knowledge.h"
#include "clang/Basic/SourceManager.h"

#include <memory>
#include <string>

namespace pagesplit::checks {

/// The root of the kernel tree in which \p Loc lies: the nearest directory
/// above whose Makefile says a VERSION and a PATCHLEVEL. Empty: none.
std::string kernelAround(clang::SourceLocation Loc,
                         const clang::SourceManager &Sources);

/// The knowledge of \p Directory (empty: the installed one) for the layer
/// \p Layer (empty: that of the kernel at \p Root; without one, the base).
llvm::Expected<std::shared_ptr<const Knowledge>>
knowledgeOf(llvm::StringRef Directory, llvm::StringRef Layer,
            llvm::StringRef Root);

} // namespace pagesplit::checks

#endif
