//===- SourceRoots.h - paths that mean the same everywhere ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Facts never hold an absolute path. A file below the source root is named
/// relative to it ("mm/slub.c"), a file below the build directory as
/// "@build/include/generated/bounds.h", anything else as "@outside/NAME".
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_SUPPORT_SOURCEROOTS_H
#define PAGESPLIT_SUPPORT_SOURCEROOTS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace pagesplit {

/// The two directories a file can be relative to; both absolute.
class SourceRoots {
public:
  /// Symbolic links in both directories are resolved once, here. \p Build may
  /// be empty.
  SourceRoots(llvm::StringRef Source, llvm::StringRef Build);

  /// The portable name of \p Path; a relative \p Path counts from
  /// \p Directory. Links in the file itself are resolved, so two spellings of
  /// one file get one name.
  std::string portable(llvm::StringRef Path, llvm::StringRef Directory) const;

  llvm::StringRef source() const { return Source; }
  llvm::StringRef build() const { return Build; }

private:
  std::string Source;
  std::string Build;
};

/// \p Path itself when it is absolute, else \p Path below \p Directory. Links
/// and dots stay.
std::string absoluteFrom(llvm::StringRef Path, llvm::StringRef Directory);

/// Whether a portable name stands for a file below the source root.
bool isInSourceTree(llvm::StringRef PortableName);

} // namespace pagesplit

#endif
