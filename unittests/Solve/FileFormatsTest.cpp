//===- FileFormatsTest.cpp - docs/file-formats.md says what is ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../Support/TemporaryDirectory.h"
#include "OpenEnds.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Facts/Words.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Solve/Solve.h"
#include "pagesplit/Solve/Verdicts.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class FileFormats : public testing::Test {
protected:
  void SetUp() override {
    Expected<std::string> Text = readFile(PAGESPLIT_DOCS "/file-formats.md");
    ASSERT_TRUE(bool(Text)) << toString(Text.takeError());
    Page = *Text;
  }

  /// What stands between "```LANGUAGE" and "```", in order.
  std::vector<StringRef> blocks(StringRef Language) const {
    std::vector<StringRef> Found;
    std::string Fence = ("```" + Language + "\n").str();
    StringRef Rest = Page;
    for (size_t At; (At = Rest.find(Fence)) != StringRef::npos;) {
      Rest = Rest.drop_front(At + Fence.size());
      Found.push_back(Rest.split("```").first);
    }
    return Found;
  }

  /// The line of a table that begins with \p Cell.
  StringRef row(StringRef Cell) const {
    size_t At = StringRef(Page).find(("\n| `" + Cell + "` |").str());
    return At == StringRef::npos
               ? ""
               : StringRef(Page).drop_front(At + 1).split('\n').first;
  }

  FactSet exampleFacts() const {
    FactSet Facts;
    std::vector<StringRef> Examples = blocks("jsonl");
    EXPECT_EQ(Examples.size(), 1u);
    for (StringRef Example : Examples) {
      EXPECT_EQ(toString(FactReader(Facts).parse(Example, "example")), "");
    }
    return Facts;
  }

  std::string Page;
};

TEST_F(FileFormats, ExampleIsWhatWeWouldWrite) {
  std::string Text;
  raw_string_ostream Out(Text);
  printFacts(exampleFacts(), Out);
  EXPECT_EQ(Text, blocks("jsonl")[0].str());
}

// A key that the example shows must be explained in the section of its kind.
TEST_F(FileFormats, EveryKeyIsExplained) {
  StringRef Rest = blocks("jsonl")[0];
  std::set<std::string> Kinds;
  while (!Rest.empty()) {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    Expected<json::Value> Value = json::parse(Line);
    ASSERT_TRUE(bool(Value));
    const auto &[Kind, Fact] = *Value->getAsObject()->begin();
    if (!Fact.getAsObject())
      continue;
    Kinds.insert(Kind.str());
    StringRef Section =
        StringRef(Page).split(("\n### " + StringRef(Kind) + "\n").str()).second;
    Section = Section.split("\n##").first;
    for (const auto &[Key, Member] : *Fact.getAsObject())
      EXPECT_TRUE(Section.contains(("`" + StringRef(Key) + "`").str()))
          << Kind.str() << "." << Key.str();
  }
  EXPECT_EQ(Kinds.size(), 9u);
}

template <typename EnumT> void expectWords(StringRef Page) {
  for (StringRef Word : words<EnumT>())
    EXPECT_TRUE(Page.contains(("`" + Word + "`").str())) << Word.str();
}

TEST_F(FileFormats, EveryWordIsListed) {
  expectWords<AccessForm>(Page);
  expectWords<AccessMode>(Page);
  expectWords<EntityKind>(Page);
  expectWords<UnitStatus>(Page);
  expectWords<PlaceKind>(Page);
  expectWords<FlowKind>(Page);
  for (StringRef Word : reasonWords())
    EXPECT_TRUE(StringRef(Page).contains(("`" + Word + "`").str()))
        << Word.str();
  for (int Kind = 0; Kind <= static_cast<int>(EndKind::Any); ++Kind) {
    StringRef Word = endWord(static_cast<EndKind>(Kind));
    EXPECT_TRUE(StringRef(Page).contains(("| `" + Word + "` |").str()))
        << Word.str();
  }
}

class DocumentedDatabase : public FileFormats {
protected:
  void SetUp() override {
    FileFormats::SetUp();
    ASSERT_EQ(toString(solveFacts(exampleFacts(), {}, Dir.path("a.db"))), "");
  }
  TemporaryDirectory Dir;
};

TEST_F(DocumentedDatabase, EveryTableAndViewIsDescribedWithItsColumns) {
  Sqlite Db = cantFail(openDatabase(Dir.path("a.db")));
  Statement Names(Db, "SELECT name FROM sqlite_master "
                      "WHERE type IN ('table', 'view')");
  unsigned Count = 0;
  while (Names.step()) {
    std::string Name = Names.text(0).str(), Columns;
    Statement Column(Db, "SELECT name FROM pragma_table_info(?)");
    Column.bind(1, StringRef(Name));
    while (Column.step())
      Columns += (Columns.empty() ? "`" : " `") + Column.text(0).str() + "`";
    EXPECT_TRUE(row(Name).contains(("| " + Columns + " |")))
        << Name << ": " << Columns;
    ++Count;
  }
  EXPECT_EQ(toString(Db.takeError()), "");
  EXPECT_EQ(Count, 63u);
}

TEST_F(DocumentedDatabase, FiveQuestionsHaveAnswers) {
  Sqlite Db = cantFail(openDatabase(Dir.path("a.db")));
  std::vector<StringRef> Queries = blocks("sql");
  EXPECT_EQ(Queries.size(), 5u);
  for (StringRef Query : Queries) {
    Statement Rows(Db, Query);
    EXPECT_TRUE(Rows.step()) << Query.str();
    while (Rows.step())
      ;
    EXPECT_EQ(toString(Db.takeError()), "") << Query.str();
  }
}

TEST_F(DocumentedDatabase, VersionsAreTheOnesInTheCode) {
  StringRef Text = Page;
  EXPECT_TRUE(Text.contains(
      "{\"pagesplit-facts\":" + std::to_string(FactFileVersion) + "}"));
  EXPECT_TRUE(Text.contains("the schema, " + std::to_string(DatabaseVersion)));
}

} // namespace
