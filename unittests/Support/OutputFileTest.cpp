//===- OutputFileTest.cpp - a file appears complete or not at all ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/OutputFile.h"

#include "TemporaryDirectory.h"
#include "pagesplit/Support/Error.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class OutputFile : public testing::Test {
protected:
  std::string path(StringRef Name) const { return Dir.path(Name); }
  std::string content(StringRef Name) const { return Dir.read(Name); }
  unsigned files() const {
    unsigned Count = 0;
    std::error_code Code;
    for (sys::fs::directory_iterator It(Dir.path(""), Code), End;
         It != End && !Code; It.increment(Code))
      ++Count;
    return Count;
  }

  TemporaryDirectory Dir;
};

Error write(StringRef Path, StringRef Text, Error Result = Error::success()) {
  return writeFile(Path, [&](raw_ostream &Out) {
    Out << Text;
    return std::move(Result);
  });
}

TEST_F(OutputFile, WritesAndReplaces) {
  EXPECT_EQ(toString(write(path("a"), "one")), "");
  EXPECT_EQ(content("a"), "one");
  EXPECT_EQ(toString(write(path("a"), "two")), "");
  EXPECT_EQ(content("a"), "two");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, FailureLeavesTheEarlierFileAndNothingElse) {
  ASSERT_EQ(toString(write(path("a"), "one")), "");
  EXPECT_EQ(toString(write(path("a"), "two", errorOf("stop"))), "error: stop");
  EXPECT_EQ(content("a"), "one");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, MissingDirectoryIsNamed) {
  EXPECT_EQ(toString(write(path("no/a"), "one")),
            path("no/a") + ": error: cannot write: No such file or directory");
}

// A rename would put an ordinary file in the place of the device.
TEST_F(OutputFile, DeviceIsWrittenToNotReplaced) {
  EXPECT_EQ(toString(write("/dev/null", "gone")), "");
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/null"));
  EXPECT_EQ(toString(write("/dev/full", "too much")),
            "/dev/full: error: cannot write: No space left on device");
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/full"));
}

TEST_F(OutputFile, UnchangedContentKeepsTheTime) {
  ASSERT_EQ(toString(writeFileIfChanged(path("a"), "one")), "");
  sys::fs::file_status Before, After;
  ASSERT_FALSE(sys::fs::status(path("a"), Before));
  ASSERT_EQ(toString(writeFileIfChanged(path("a"), "one")), "");
  ASSERT_FALSE(sys::fs::status(path("a"), After));
  EXPECT_EQ(Before.getUniqueID(), After.getUniqueID());
  ASSERT_EQ(toString(writeFileIfChanged(path("a"), "two")), "");
  EXPECT_EQ(content("a"), "two");
}

TEST_F(OutputFile, MakesDirectoriesOnce) {
  EXPECT_EQ(toString(makeDirectory(path("x/y"))), "");
  EXPECT_EQ(toString(makeDirectory(path("x/y"))), "");
  EXPECT_TRUE(sys::fs::is_directory(path("x/y")));
  ASSERT_EQ(toString(write(path("a"), "one")), "");
  EXPECT_NE(toString(makeDirectory(path("a/z"))), "");
}

} // namespace
