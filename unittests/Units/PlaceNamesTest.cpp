//===- PlaceNamesTest.cpp -------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlaceNames.h"
#include "pagesplit/Units/UnitRequest.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(PlaceNamesTest, RootsGetNames) {
  PlaceNames Places("/w/src", "/w/out");
  EXPECT_EQ(Places.shorten("-I/w/src/include"), "-I@source/include");
  EXPECT_EQ(Places.shorten("-fmacro-prefix-map=/w/src/="),
            "-fmacro-prefix-map=@source/=");
  EXPECT_EQ(Places.shorten("/w/out"), "@build");
  EXPECT_EQ(Places.shorten("-I/w/src:/w/out"), "-I@source:@build");
}

TEST(PlaceNamesTest, OtherDirectoriesStay) {
  PlaceNames Places("/w/src", "/w/out");
  EXPECT_EQ(Places.shorten("/w/src.old/x.c"), "/w/src.old/x.c");
  EXPECT_EQ(Places.shorten("/w/src2/x.c"), "/w/src2/x.c");
  EXPECT_EQ(Places.shorten("-I./include"), "-I./include");
}

TEST(PlaceNamesTest, TheInnerRootIsNamed) {
  EXPECT_EQ(PlaceNames("/w", "/w/out").shorten("/w/out/a.h /w/b.h"),
            "@build/a.h @source/b.h");
  EXPECT_EQ(PlaceNames("/w/out/src", "/w/out").shorten("/w/out/src/a.h"),
            "@source/a.h");
}

TEST(PlaceNamesTest, TheFileSystemRootHasNoName) {
  EXPECT_EQ(PlaceNames("/", "").shorten("-I/w/src"), "-I/w/src");
}

TEST(PlaceNamesTest, EveryWordComesBack) {
  PlaceNames Places("/w/src", "/w/src/out");
  for (StringRef Word :
       {"", "@", "@@", "@source", "-DX=@build/", "/w/src@", "a@/w/src/b@@",
        "/w/src/out/w/src", "-D'KBUILD=\"/w/src\"'", "/w/srcs", "@/w/src"})
    EXPECT_EQ(Places.expand(Places.shorten(Word)), Word);
}

TEST(PlaceNamesTest, AnotherPlaceHasTheSameWords) {
  PlaceNames Here("/w/src", "/w/out"), There("/home/a/linux", "/home/a/o");
  EXPECT_EQ(There.expand(Here.shorten("-I/w/src/include")),
            "-I/home/a/linux/include");
  EXPECT_EQ(Here.shorten("/w/src/a.c"), There.shorten("/home/a/linux/a.c"));
}

TEST(SeenFromTest, ThroughTheDirectoryInCommon) {
  EXPECT_EQ(seenFrom("/w/src/mm/slub.c", "/w/facts"), "../src/mm/slub.c");
  EXPECT_EQ(seenFrom("/w/facts/a", "/w/facts"), "a");
  EXPECT_EQ(seenFrom("/w/facts", "/w/facts"), ".");
  EXPECT_EQ(seenFrom("/w", "/w/facts/x"), "../..");
}

TEST(SeenFromTest, WithoutOneItStaysAbsolute) {
  EXPECT_EQ(seenFrom("/usr/include/a.h", "/w/facts"), "/usr/include/a.h");
  EXPECT_EQ(seenFrom("a.h", "/w/facts"), "a.h");
  EXPECT_EQ(seenFrom("", "/w/facts"), "");
}

} // namespace
