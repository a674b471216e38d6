//===- Includes.h - where an #include belongs -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds the place of a new #include in a file of a kernel: at its head, and
/// where every configuration sees it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_REWRITERS_INCLUDES_H
#define PAGESPLIT_REWRITERS_INCLUDES_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace pagesplit {

/// What \p File writes behind "#include" to get \p Header, both relative to the
/// tree: "<linux/ptdesc.h>", or "\"zpdesc.h\"" in the same directory. Empty
/// when there is no such way.
std::string includeName(llvm::StringRef Header, llvm::StringRef File);

/// Whether \p Text includes \p Name at its head, under no condition but the
/// guard of a header.
bool includesAlways(llvm::StringRef Text, llvm::StringRef Name);

/// The offset of the line before which "#include NAME" belongs in \p Text:
/// behind the last such line of its directory, else of its kind, else of any
/// kind, that stands before all code and under no condition; else behind the
/// guard of a header. Nothing when there is none of these.
std::optional<unsigned> placeForInclude(llvm::StringRef Text,
                                        llvm::StringRef Name);

} // namespace pagesplit

#endif
