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

/// Whether \p File can have the declaration of \p Call, if that is in a header
/// which the tree does not have yet.
bool mayCall(const RewriteInput &Input, llvm::StringRef Call,
             llvm::StringRef File);

} // namespace pagesplit

#endif
