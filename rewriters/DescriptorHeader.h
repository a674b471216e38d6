//===- DescriptorHeader.h - the text of a descriptor's header ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads a header of runtime/kernel: its text as it is right for one kernel
/// version, and the members it declares.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_DESCRIPTORHEADER_H
#define PAGESPLIT_REWRITERS_DESCRIPTORHEADER_H

#include "pagesplit/rewriters/Rewriters.h"

namespace pagesplit {

/// \p Header without the questions for LINUX_VERSION_CODE, which \p Kernel
/// ("Linux 6.12.117") answers, and without the comment that says what it is
/// for.
std::string headerFor(llvm::StringRef Header, llvm::StringRef Kernel);

/// The members of the struct \p Tag in \p Header; one that stands there twice,
/// for two configurations, has no type.
std::map<std::string, std::string> membersIn(llvm::StringRef Header,
                                             llvm::StringRef Tag);

} // namespace pagesplit

#endif
