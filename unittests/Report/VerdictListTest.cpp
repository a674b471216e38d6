//===- VerdictListTest.cpp - one row for each entity and access -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/VerdictList.h"

#include "SmallDatabase.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Verdicts : public testing::Test {
protected:
  std::string list(const VerdictListOptions &Options = {}) {
    std::string Text;
    raw_string_ostream Out(Text);
    Problem = toString(listVerdicts(Db.path(), Options, Out));
    return Text;
  }

  SmallDatabase Db;
  std::string Problem;
};

constexpr StringLiteral Header = "file\tline\tfunction\tkind\tposition\tname\t"
                                 "field\tverdict\tconfidence\treason\n";

TEST_F(Verdicts, EveryAccessAndEntitySorted) {
  std::string Access = "\tf\taccess\t\tpages[ \"a,b\"]\t";
  std::string Tail = "\tunknown\t0.0\tnot-inferred\n";
  EXPECT_EQ(list(), Header.str() + "fs/ext4/c.c\t6" + Access + "index" + Tail +
                        "mm/a.c\t1" + Access + "flags" + Tail + "mm/a.c\t2" +
                        Access + "flags" + Tail + "mm/a.c\t3" + Access +
                        "flags" + Tail + "mm/a.c\t4" + Access + "lru" + Tail +
                        "mm/a.c\t5" + Access + "*" + Tail +
                        "mm/a.c\t9\tstruct a_ops.go\tparam\t1\t\t" + Tail);
  EXPECT_EQ(Problem, "");
}

TEST_F(Verdicts, EveryRowHasTenCells) {
  std::string Text = list();
  for (StringRef Rest = Text; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    EXPECT_EQ(Line.count('\t'), 9u) << Line.str();
    Rest = Tail;
  }
}

TEST_F(Verdicts, FilesCanBeChosen) {
  VerdictListOptions Options;
  Options.FileGlob = "fs/*";
  std::string Text = list(Options);
  EXPECT_EQ(StringRef(Text).count('\n'), 2u);
  Options.FileGlob = "nothing";
  EXPECT_EQ(list(Options), Header);
  Options.FileGlob = "[";
  list(Options);
  EXPECT_EQ(Problem.find("error: '[' is no pattern for files"), 0u);
}

TEST_F(Verdicts, DescriptorsCanBeChosen) {
  VerdictListOptions Options;
  Options.Descriptor = "unknown";
  EXPECT_EQ(list(Options), list());
  Options.Descriptor = "folio";
  EXPECT_EQ(list(Options), Header);
}

TEST_F(Verdicts, JsonHasTheSameRows) {
  VerdictListOptions Options;
  Options.Json = true;
  Expected<json::Value> Value = json::parse(list(Options));
  ASSERT_TRUE(bool(Value));
  ASSERT_EQ(Value->getAsArray()->size(), 7u);
  const json::Object &Last = *Value->getAsArray()->back().getAsObject();
  EXPECT_EQ(Last.getString("function"), "struct a_ops.go");
  EXPECT_EQ(Last.getInteger("position"), 1);
  EXPECT_EQ(Last.getNumber("confidence"), 0.0);
  EXPECT_EQ(Last.size(), 10u);
}

TEST(VerdictsOf, MissingDatabaseIsNamed) {
  std::string Text;
  raw_string_ostream Out(Text);
  EXPECT_EQ(toString(listVerdicts("no.db", {}, Out)),
            "no.db: error: cannot read: No such file or directory");
}

} // namespace
