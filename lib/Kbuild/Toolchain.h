//===- Toolchain.h - the programs a kernel build starts ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds them before make starts, so that what is missing is said in one line
/// instead of in the middle of a build.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_KBUILD_TOOLCHAIN_H
#define PAGESPLIT_LIB_KBUILD_TOOLCHAIN_H

#include "KernelTree.h"
#include "llvm/Support/Error.h"

#include <string>

namespace pagesplit {

/// Absolute paths; those of LLVM come from the LLVM that pagesplit was built
/// with when it has them, from PATH otherwise.
struct Toolchain {
  std::string Make, Clang, ClangXX, Linker, Archiver, Nm, Objcopy, Objdump,
      Readelf, Strip;
  std::string Python;       ///< empty when there is none
  std::string ClangVersion; ///< "22.1.8", as the program says
};

/// What building \p Tree takes, or one error naming all that is missing.
llvm::Expected<Toolchain> findToolchain(const KernelTree &Tree);

} // namespace pagesplit

#endif
