//===- CanonicalCode.h - code without what does not matter ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Texts of modules and objects: equal texts are equal code. The other way
/// round is not promised.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_CANONICALCODE_H
#define PAGESPLIT_LIB_VERIFY_CANONICALCODE_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace llvm {
class Module;
}

namespace pagesplit {

/// What \p Module defines, in the order of its names: variables with their
/// initialisers, functions with their instructions and the attributes of their
/// calls. Declarations, names of types, metadata and debug info are not in it.
/// \p Module is used up.
std::string canonicalIR(llvm::Module &Module);

/// What the ELF file \p Object holds: sections with contents, flags and
/// relocations, and its global symbols. A local symbol is its section and
/// offset. Any other kind of file is its bytes.
std::string canonicalObject(llvm::StringRef Object);

} // namespace pagesplit

#endif
