// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Records.h"

#include "TemporaryTree.h"
#include "pagesplit/Kbuild/StandIn.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static std::string record(ArrayRef<std::string> Fields) {
  std::string Content = standin::RecordMagic;
  Content += '\0';
  for (const std::string &Field : Fields)
    Content += Field + '\0';
  Content += standin::RecordEnd;
  Content += '\0';
  return Content;
}

static Expected<CompileRecord> parse(StringRef Content) {
  return parseRecord(MemoryBuffer::getMemBufferCopy(Content, "records/7"));
}

TEST(Records, ReadsEveryField) {
  Expected<CompileRecord> R =
      parse(record({"/b", "/s/mm/a.c", "mm/a.o", "-c", "-DX= y"}));
  ASSERT_TRUE(bool(R));
  EXPECT_EQ(R->Directory, "/b");
  EXPECT_EQ(R->File, "/s/mm/a.c");
  EXPECT_EQ(R->Output, "mm/a.o");
  EXPECT_EQ(R->Arguments, StringRef("-c\0-DX= y\0", 10));
}

TEST(Records, TornIsAnErrorNamingTheFile) {
  const std::string Whole = record({"/b", "/s/mm/a.c", "mm/a.o", "-c"});
  for (size_t Length = 0; Length < Whole.size(); ++Length) {
    Expected<CompileRecord> R = parse(StringRef(Whole).take_front(Length));
    ASSERT_FALSE(bool(R)) << Length;
    EXPECT_EQ(toString(R.takeError()).find("records/7: error: "), 0u);
  }
}

TEST(Records, PathsAreBelowDirectoriesAndNotBelowPrefixes) {
  const BuildRoots Roots = {"/s", "/b"};
  Expected<CompileRecord> Source = parse(record({"/b", "/s/mm/a.c", "mm/a.o"}));
  ASSERT_TRUE(bool(Source));
  EXPECT_TRUE(isBelow(*Source, "mm", Roots));
  EXPECT_TRUE(isBelow(*Source, "mm/a.c", Roots));
  EXPECT_FALSE(isBelow(*Source, "m", Roots));
  EXPECT_FALSE(isBelow(*Source, "mm/a", Roots));
  EXPECT_FALSE(isBelow(*Source, "fs", Roots));
  // A generated source, and one of another directory.
  Expected<CompileRecord> Made = parse(record({"/b", "lib/t.c", "lib/t.o"}));
  ASSERT_TRUE(bool(Made));
  EXPECT_TRUE(isBelow(*Made, "lib", Roots));
  Expected<CompileRecord> Foreign =
      parse(record({"/b", "/s/lib/x.c", "arch/x86/boot/x.o"}));
  ASSERT_TRUE(bool(Foreign));
  EXPECT_TRUE(isBelow(*Foreign, "lib", Roots));
  EXPECT_TRUE(isBelow(*Foreign, "arch/x86", Roots));
}

TEST(Records, OrderDoesNotDependOnFileNames) {
  std::vector<std::string> Written;
  for (bool Swapped : {false, true}) {
    TemporaryTree Tree;
    Tree.write(Swapped ? "r/2" : "r/1", record({"/b", "/s/a.c", "a.o", "-c"}));
    Tree.write(Swapped ? "r/1" : "r/2", record({"/b", "/s/b.c", "b.o", "-c"}));
    Tree.write("r/3.tmp99", "half a rec");
    Expected<std::vector<CompileRecord>> Records =
        readRecords(Tree.root() + "/r");
    ASSERT_TRUE(bool(Records));
    ASSERT_EQ(Records->size(), 2u);
    const std::string Path = Tree.root() + "/compile_commands.json";
    ASSERT_FALSE(errorToBool(writeDatabase(Path, "/bin/clang", *Records)));
    Written.push_back(cantFail(readFile(Path)));
  }
  EXPECT_EQ(Written[0], Written[1]);
  EXPECT_EQ(Written[0], "[\n"
                        R"({"arguments":["/bin/clang","-c"],"directory":"/b",)"
                        R"("file":"/s/a.c","output":"a.o"},)"
                        "\n"
                        R"({"arguments":["/bin/clang","-c"],"directory":"/b",)"
                        R"("file":"/s/b.c","output":"b.o"})"
                        "\n]\n");
}

TEST(Records, EmptyDatabaseIsStillJson) {
  TemporaryTree Tree;
  const std::string Path = Tree.root() + "/compile_commands.json";
  ASSERT_FALSE(errorToBool(writeDatabase(Path, "/bin/clang", {})));
  Expected<json::Value> Value = json::parse(cantFail(readFile(Path)));
  ASSERT_TRUE(bool(Value));
  ASSERT_TRUE(Value->getAsArray());
  EXPECT_TRUE(Value->getAsArray()->empty());
}
