//===- TemporaryTree.h - a directory for one test ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A directory that is filled by a test and gone after it.
///
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_KBUILD_TEMPORARYTREE_H
#define PAGESPLIT_UNITTESTS_KBUILD_TEMPORARYTREE_H

#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

#include <string>

namespace pagesplit {

/// Made in the constructor, removed in the destructor.
class TemporaryTree {
public:
  TemporaryTree() {
    llvm::SmallString<128> Made;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("pagesplit", Made));
    llvm::SmallString<128> Real;
    EXPECT_FALSE(llvm::sys::fs::real_path(Made, Real));
    Root = std::string(Real);
  }
  ~TemporaryTree() { (void)llvm::sys::fs::remove_directories(Root); }

  /// Absolute, links resolved.
  const std::string &root() const { return Root; }

  /// Write a file and the directories above it.
  void write(const std::string &Relative, llvm::StringRef Content) {
    const std::string Path = Root + "/" + Relative;
    ASSERT_FALSE(
        llvm::errorToBool(makeDirectory(llvm::sys::path::parent_path(Path))));
    ASSERT_FALSE(llvm::errorToBool(writeFileIfChanged(Path, Content)));
  }

private:
  std::string Root;
};

} // namespace pagesplit

#endif
