//===- IntroducedDescriptor.h - a descriptor the tree lacks ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Brings a header of runtime/kernel into a tree that lacks the descriptor: the
/// text as it is right for one kernel version, the members it declares, and the
/// groups that add it and include it where the descriptor is used.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_INTRODUCEDDESCRIPTOR_H
#define PAGESPLIT_REWRITERS_INTRODUCEDDESCRIPTOR_H

#include "UseRewriter.h"

namespace pagesplit {

/// \p Header without the questions for LINUX_VERSION_CODE, which \p Kernel
/// ("Linux 6.12.117") answers, and without the comment that says what it is
/// for.
std::string headerFor(llvm::StringRef Header, llvm::StringRef Kernel);

/// The members of the struct \p Tag in \p Header; one that stands there twice,
/// for two configurations, has no type.
std::map<std::string, std::string> membersIn(llvm::StringRef Header,
                                             llvm::StringRef Tag);

/// Make the groups of \p Out that need an introduced descriptor need the group
/// that brings it.
void introduceDescriptors(const RewriteInput &Input, EditSet &Out);

} // namespace pagesplit

#endif
