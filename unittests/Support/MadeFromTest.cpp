//===- MadeFromTest.cpp ---------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/MadeFrom.h"

#include "TemporaryDirectory.h"
#include "llvm/Support/Process.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class MadeFromTest : public testing::Test {
protected:
  void SetUp() override {
    Dir.write("a.c", "one");
    MadeFrom From;
    From.add(Dir.path("a.c"));
    From.add(Dir.path("absent.h"));
    From.add(Dir.path(""));
    ASSERT_EQ(toString(From.write(record(), "options", "the\nnote")), "");
  }
  std::string record() const { return Dir.path("record"); }
  std::string note(StringRef Key = "options") const {
    return noteIfUnchanged(record(), Key).value_or("changed");
  }
  TemporaryDirectory Dir;
};

TEST_F(MadeFromTest, StandsWhileNothingChanges) {
  EXPECT_EQ(note(), "the\nnote");
  Dir.write("other.c", "not named in it");
  EXPECT_EQ(note(), "the\nnote");
}

TEST_F(MadeFromTest, AnotherKeyIsAnotherResult) {
  EXPECT_EQ(note("option"), "changed");
}

TEST_F(MadeFromTest, AFileOfAnotherSizeCounts) {
  Dir.write("a.c", "three");
  EXPECT_EQ(note(), "changed");
}

TEST_F(MadeFromTest, AFileThatIsGoneCounts) {
  sys::fs::remove(Dir.path("a.c"));
  EXPECT_EQ(note(), "changed");
}

TEST_F(MadeFromTest, AFileThatWasNotThereCounts) {
  Dir.write("absent.h", "");
  EXPECT_EQ(note(), "changed");
}

// Size and name stay; only the clock says it.
TEST_F(MadeFromTest, AFileWrittenAgainCounts) {
  const FileState Before = fileState(Dir.path("a.c"));
  int File = -1;
  ASSERT_FALSE(sys::fs::openFileForReadWrite(
      Dir.path("a.c"), File, sys::fs::CD_OpenExisting, sys::fs::OF_None));
  EXPECT_FALSE(sys::fs::setLastAccessAndModificationTime(
      File, sys::TimePoint<>(std::chrono::seconds(1))));
  sys::Process::SafelyCloseFileDescriptor(File);
  EXPECT_FALSE(fileState(Dir.path("a.c")) == Before);
  EXPECT_EQ(note(), "changed");
}

TEST_F(MadeFromTest, ABrokenRecordIsNone) {
  EXPECT_FALSE(noteIfUnchanged(Dir.path("no-record"), "options"));
  const std::string Whole = Dir.read("record");
  for (StringRef Text : {"", "x", "pagesplit-made-from 1 0 0 99999\n"}) {
    Dir.write("record", Text);
    EXPECT_EQ(note(), "changed") << Text.str();
  }
  Dir.write("record", StringRef(Whole).drop_back(StringRef(Whole).size() / 2));
  EXPECT_EQ(note(), "changed");
}
} // namespace
