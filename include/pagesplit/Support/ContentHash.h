//===- ContentHash.h - which version of a file it is ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The one hash by which facts, uses and edits say what version of a file they
/// are about. Two texts that differ by accident have different hashes; it is no
/// protection against somebody who wants them equal.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_CONTENTHASH_H
#define PAGESPLIT_SUPPORT_CONTENTHASH_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace pagesplit {

/// xxh3 of \p Text, 16 hexadecimal digits in lower case.
std::string contentHash(llvm::StringRef Text);

} // namespace pagesplit

#endif
