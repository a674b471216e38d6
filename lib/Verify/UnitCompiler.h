//===- UnitCompiler.h - compile a unit in memory ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the compiler says of a unit whose files may have other texts than those
/// on the disk. Nothing is run and nothing is written.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_VERIFY_UNITCOMPILER_H
#define PAGESPLIT_LIB_VERIFY_UNITCOMPILER_H

#include "pagesplit/Support/SourceRoots.h"
#include "pagesplit/Units/UnitRequest.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <set>

namespace pagesplit {

using FileSystemPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// What one compilation said.
struct Compilation {
  std::string Error; ///< the first; empty: it compiles
  /// "message [-Wflag]" of each, without its place, which edits move.
  std::multiset<std::string> Warnings;
  std::set<std::string> Files; ///< that were read, absolute
};

/// Check \p Request up to the end of its syntax tree, with the warnings that
/// its command asks for; none is an error. \p Files null: the disk.
Compilation checkUnit(const UnitRequest &Request, const SourceRoots &Roots,
                      FileSystemPtr Files);

/// The files that \p Request reads; only its preprocessor runs.
std::set<std::string> readsOfUnit(const UnitRequest &Request,
                                  const SourceRoots &Roots);

/// The first error of \p After, or a warning that \p Before has less often; ""
/// when there is neither.
std::string newProblem(const Compilation &Before, const Compilation &After);

} // namespace pagesplit

#endif
