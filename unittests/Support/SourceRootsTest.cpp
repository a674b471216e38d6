//===- SourceRootsTest.cpp - paths that mean the same everywhere ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/SourceRoots.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Roots : public testing::Test {
protected:
  void SetUp() override {
    SmallString<128> Made;
    ASSERT_FALSE(sys::fs::createUniqueDirectory("pagesplit-roots", Made));
    ASSERT_FALSE(sys::fs::real_path(Made, Top));
    for (StringRef Directory : {"tree/mm", "build/include", "tree/out"})
      ASSERT_FALSE(sys::fs::create_directories(path(Directory)));
    touch("tree/mm/slub.c");
    touch("build/include/bounds.h");
    touch("tree/out/config.h");
    touch("else.h");
  }
  void TearDown() override { sys::fs::remove_directories(Top); }

  std::string path(StringRef Name) const {
    return (Twine(Top) + "/" + Name).str();
  }
  void touch(StringRef Name) const {
    std::error_code Code;
    raw_fd_ostream Out(path(Name), Code);
    ASSERT_FALSE(Code);
  }

  SmallString<128> Top;
};

TEST_F(Roots, NamesFilesByWhereTheyLie) {
  SourceRoots R(path("tree"), path("build"));
  EXPECT_EQ(R.portable(path("tree/mm/slub.c"), "/"), "mm/slub.c");
  EXPECT_EQ(R.portable(path("build/include/bounds.h"), "/"),
            "@build/include/bounds.h");
  EXPECT_EQ(R.portable(path("else.h"), "/"), "@outside/else.h");
}

TEST_F(Roots, RelativePathsCountFromTheDirectory) {
  SourceRoots R(path("tree"), path("build"));
  EXPECT_EQ(R.portable("slub.c", path("tree/mm")), "mm/slub.c");
  EXPECT_EQ(R.portable("../tree/mm/slub.c", path("build")), "mm/slub.c");
  EXPECT_EQ(R.portable("./include/../include/bounds.h", path("build")),
            "@build/include/bounds.h");
}

TEST_F(Roots, LinksDoNotGiveASecondName) {
  ASSERT_FALSE(
      sys::fs::create_link(path("tree/mm/slub.c"), path("tree/mm/link.c")));
  ASSERT_FALSE(sys::fs::create_link(path("tree"), path("source")));
  SourceRoots R(path("source"), path("build"));
  EXPECT_EQ(R.portable(path("tree/mm/link.c"), "/"), "mm/slub.c");
  EXPECT_EQ(R.portable(path("source/mm/slub.c"), "/"), "mm/slub.c");
}

TEST_F(Roots, AFileThatIsNotThereYetLiesInItsDirectory) {
  ASSERT_FALSE(sys::fs::create_link(path("tree"), path("source")));
  SourceRoots R(path("source"), path("build"));
  EXPECT_EQ(R.portable(path("source/mm/zpdesc.h"), "/"), "mm/zpdesc.h");
  EXPECT_EQ(R.portable("zpdesc.h", path("source/mm")), "mm/zpdesc.h");
  EXPECT_EQ(R.portable(path("nowhere/zpdesc.h"), "/"), "@outside/zpdesc.h");
}

TEST_F(Roots, BuildDirectoryInsideTheTree) {
  SourceRoots R(path("tree"), path("tree/out"));
  EXPECT_EQ(R.portable(path("tree/out/config.h"), "/"), "@build/config.h");
  EXPECT_EQ(R.portable(path("tree/mm/slub.c"), "/"), "mm/slub.c");
}

TEST_F(Roots, TreeInsideTheBuildDirectory) {
  SourceRoots R(path("tree"), std::string(Top));
  EXPECT_EQ(R.portable(path("tree/mm/slub.c"), "/"), "mm/slub.c");
  EXPECT_EQ(R.portable(path("else.h"), "/"), "@build/else.h");
}

TEST_F(Roots, ANamePrefixIsNoDirectory) {
  ASSERT_FALSE(sys::fs::create_directories(path("tree-2")));
  touch("tree-2/a.c");
  SourceRoots R(path("tree"), "");
  EXPECT_EQ(R.portable(path("tree-2/a.c"), "/"), "@outside/a.c");
}

TEST(SourceRoots, WhatIsInTheTree) {
  EXPECT_TRUE(isInSourceTree("mm/slub.c"));
  EXPECT_FALSE(isInSourceTree("@build/a.h"));
  EXPECT_FALSE(isInSourceTree("@outside/a.h"));
}

} // namespace
