//===- IncludeGraphTest.cpp -----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/IncludeGraph.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class IncludeGraphTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("includes", Root));
  }
  void TearDown() override { sys::fs::remove_directories(Root); }

  std::string path(StringRef Name) {
    SmallString<256> Path(Root);
    sys::path::append(Path, Name);
    return std::string(Path);
  }
  std::string write(StringRef Name, StringRef Text) {
    std::string Path = path(Name);
    sys::fs::create_directories(sys::path::parent_path(Path));
    std::error_code Code;
    raw_fd_ostream(Path, Code) << Text;
    return Path;
  }
  std::string readBy(const IncludeGraph &Graph, size_t Unit) {
    std::string Names;
    const BitVector Files = Graph.reachable(Unit);
    for (unsigned F : Files.set_bits())
      Names += sys::path::filename(Graph.path(F)).str() + " ";
    return Names;
  }
  SmallString<128> Root;
};

TEST_F(IncludeGraphTest, TheCommandSaysWhereToLook) {
  CommandIncludes Found = includesOfCommand(
      {"cc", "-Iinc", "-isystem", "/sys", "-I", "../up", "-include", "f.h",
       "-iquotehere", "-DI=x", "-c", "a.c"},
      "/k/build");
  EXPECT_EQ(Found.Path.Angled,
            (std::vector<std::string>{"/k/build/inc", "/k/up", "/sys"}));
  EXPECT_EQ(Found.Path.Quoted, (std::vector<std::string>{"/k/build/here"}));
  EXPECT_EQ(Found.Forced, (std::vector<std::string>{"/k/build/f.h"}));
}

TEST_F(IncludeGraphTest, AUnitReadsWhatAnyConditionLetsIt) {
  std::string Unit =
      write("d/a.c", "#if 0\n#include <x.h>\n#endif\n#include \"own.h\"\n");
  write("inc/x.h", "#include <y.h>\n#include <x.h>\n#include <absent.h>\n");
  write("inc/y.h", "");
  write("d/own.h", "");
  write("inc/own.h", "");
  write("inc/unread.h", "");
  std::string Forced = write("forced.h", "");
  IncludeGraph Graph;
  Graph.addUnit(Unit, {{{}, {path("inc")}}, {Forced}});
  EXPECT_EQ(readBy(Graph, 0), "a.c forced.h x.h own.h y.h ");
  for (FileNumber F = 0; F < Graph.fileCount(); ++F)
    EXPECT_EQ(Graph.path(F).count("inc/own.h"), 0u);
}

TEST_F(IncludeGraphTest, TheSameNameIsAnotherFileOnAnotherPath) {
  std::string A = write("a.c", "#include <x.h>\n");
  std::string B = write("b.c", "#include <x.h>\n");
  write("one/x.h", "#include_next <x.h>\n");
  write("two/x.h", "");
  IncludeGraph Graph;
  Graph.addUnit(A, {{{}, {path("one"), path("two")}}, {}});
  Graph.addUnit(B, {{{}, {path("two")}}, {}});
  EXPECT_EQ(Graph.reachable(0).count(), 3u);
  EXPECT_EQ(Graph.reachable(1).count(), 2u);
}

TEST_F(IncludeGraphTest, TheShortestWayComesFirst) {
  std::string Far = write("far.c", "#include <x.h>\n");
  std::string Near = write("near.c", "#include <y.h>\n");
  write("inc/x.h", "#include <y.h>\n");
  write("inc/y.h", "");
  IncludeGraph Graph;
  Graph.addUnit(Far, {{{}, {path("inc")}}, {}});
  Graph.addUnit(Near, {{{}, {path("inc")}}, {}});
  FileNumber Y = 0;
  while (!Graph.path(Y).ends_with("y.h"))
    ++Y;
  EXPECT_EQ(Graph.nearestUnits()[Y], (std::vector<size_t>{1}));
}

TEST_F(IncludeGraphTest, ASourceThatIsGoneReadsNothing) {
  IncludeGraph Graph;
  Graph.addUnit(path("gone.c"), {});
  EXPECT_EQ(Graph.unitCount(), 1u);
  EXPECT_TRUE(Graph.text(Graph.mainFile(0)).Own.Words.empty());
}
} // namespace
