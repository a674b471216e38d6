//===- UnitRequestTest.cpp ------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/UnitRequest.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

UnitRequest requestBelow(const std::string &Place) {
  UnitRequest R;
  R.Name = "mm/slub.c";
  R.Config = "x86_64/defconfig";
  R.File = Place + "/src/mm/slub.c";
  R.Directory = Place + "/out";
  R.Arguments = {"clang", "-I" + Place + "/src/include", "-c", R.File};
  R.SourceRoot = Place + "/src";
  R.BuildRoot = Place + "/out";
  R.KnowledgeDirectory = Place + "/knowledge";
  R.Output = "units/mm/slub.c.facts";
  R.Depfile = R.Output + ".d";
  return R;
}

TEST(UnitRequestTest, ItSaysNothingOfItsPlace) {
  EXPECT_EQ(printRequest(requestBelow("/w"), "/w/facts"),
            printRequest(requestBelow("/home/a"), "/home/a/facts"));
}

TEST(UnitRequestTest, ReadAtAnotherPlaceItIsOfThatPlace) {
  SmallString<128> Path;
  int File = -1;
  ASSERT_FALSE(sys::fs::createTemporaryFile("request", "json", File, Path));
  raw_fd_ostream(File, /*shouldClose=*/true)
      << printRequest(requestBelow("/w"), "/w/facts");
  Expected<UnitRequest> Read = readRequest(Path, "/home/a/facts");
  sys::fs::remove(Path);
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  UnitRequest Wanted = requestBelow("/home/a");
  EXPECT_EQ(Read->File, Wanted.File);
  EXPECT_EQ(Read->Directory, Wanted.Directory);
  EXPECT_EQ(Read->Arguments, Wanted.Arguments);
  EXPECT_EQ(Read->SourceRoot, Wanted.SourceRoot);
  EXPECT_EQ(Read->BuildRoot, Wanted.BuildRoot);
  EXPECT_EQ(Read->KnowledgeDirectory, Wanted.KnowledgeDirectory);
  EXPECT_EQ(Read->Output, Wanted.Output);
}

} // namespace
