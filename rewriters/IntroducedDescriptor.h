//===- IntroducedDescriptor.h - a descriptor the tree lacks ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Brings the headers of runtime/kernel into a tree that lacks the descriptor:
/// the groups that add them and include them where the descriptor is used.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_INTRODUCEDDESCRIPTOR_H
#define PAGESPLIT_REWRITERS_INTRODUCEDDESCRIPTOR_H

#include "UseRewriter.h"

namespace pagesplit {

/// Make the groups of \p Out that need an introduced descriptor need the group
/// that brings it.
void introduceDescriptors(const RewriteInput &Input, EditSet &Out);

/// Whether \p Call may stand where \p Use does: its declaration can be had in
/// \p File, if that is in a header which the tree does not have yet, and the
/// function around is not the one that is called, made of what it replaces.
bool mayCall(const RewriteInput &Input, llvm::StringRef Call,
             const PageUse &Use, llvm::StringRef File);

} // namespace pagesplit

#endif
