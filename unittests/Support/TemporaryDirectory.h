//===- TemporaryDirectory.h - a place for the files of a test ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PAGESPLIT_UNITTESTS_TEMPORARYDIRECTORY_H
#define PAGESPLIT_UNITTESTS_TEMPORARYDIRECTORY_H

#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

namespace pagesplit {

/// Removed with everything in it at the end of its life.
class TemporaryDirectory {
public:
  TemporaryDirectory() {
    std::error_code Code =
        llvm::sys::fs::createUniqueDirectory("pagesplit-test", Root);
    EXPECT_FALSE(Code) << Code.message();
  }
  TemporaryDirectory(const TemporaryDirectory &) = delete;
  TemporaryDirectory &operator=(const TemporaryDirectory &) = delete;
  ~TemporaryDirectory() { llvm::sys::fs::remove_directories(Root); }

  std::string path(llvm::StringRef Name) const {
    llvm::SmallString<128> Full(Root);
    if (!Name.empty())
      llvm::sys::path::append(Full, Name);
    return std::string(Full);
  }

  /// Make the file \p Name and the directories it is in.
  void write(llvm::StringRef Name, llvm::StringRef Content) const {
    std::string File = path(Name);
    EXPECT_FALSE(
        llvm::errorToBool(makeDirectory(llvm::sys::path::parent_path(File))));
    EXPECT_FALSE(llvm::errorToBool(writeFileIfChanged(File, Content)));
  }

  std::string read(llvm::StringRef Name) const {
    llvm::Expected<std::string> Text = readFile(path(Name));
    return Text ? *Text : llvm::toString(Text.takeError());
  }

private:
  llvm::SmallString<128> Root;
};

} // namespace pagesplit

#endif
