//===- SourceFiles.h - the files of one unit --------------------*- C++ -*-===//
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The portable names of Clang's files, and back from a name that was given to
/// the text and its hash. Knows only files whose name was asked for.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_LIB_EXTRACT_SOURCEFILES_H
#define PAGESPLIT_LIB_EXTRACT_SOURCEFILES_H

#include "pagesplit/Support/SourceRoots.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"

#include <map>

namespace pagesplit {

class SourceFiles {
public:
  SourceFiles(const clang::SourceManager &Sources, const SourceRoots &Roots,
              llvm::StringRef Directory)
      : Sources(Sources), Roots(Roots), Directory(Directory) {}

  /// The name of \p File, UTF-8; empty when it is no file, as the text of
  /// built-in macros.
  llvm::StringRef name(clang::FileID File);

  /// The file of the name \p Name; invalid when no name() was that.
  clang::FileID find(llvm::StringRef Name) const;

  /// Its text; empty when there is none.
  llvm::StringRef text(llvm::StringRef Name) const;

  /// Hashes of the files, by name.
  std::map<std::string, std::string> hashes() const;

  /// The first of them that is not UTF-8, as "FILE:LINE:COL: …"; empty when all
  /// are.
  std::string firstNonUtf8() const;

private:
  const clang::SourceManager &Sources;
  const SourceRoots &Roots;
  std::string Directory;
  llvm::DenseMap<clang::FileID, std::string> Names;
  std::map<std::string, clang::FileID, std::less<>> Files;
};

} // namespace pagesplit

#endif
