//===- ReportTest.cpp - who touches what of struct page -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Report/Report.h"

#include "Html/HtmlReport.h"
#include "Html/Sections.h"
#include "SmallDatabase.h"
#include "pagesplit/Solve/Database.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Report : public testing::Test {
protected:
  std::string render(ReportFormat Format,
                     ReportTable Table = ReportTable::All) {
    std::string Text;
    raw_string_ostream Out(Text);
    ReportOptions Options;
    Options.Format = Format;
    Options.Table = Table;
    Problem = toString(renderReport(Db.path(), Options, Out));
    return Text;
  }

  SmallDatabase Db;
  std::string Problem;
};

TEST_F(Report, CsvMatrixHasMostUsedSubsystemFirstAndFieldsInLayoutOrder) {
  EXPECT_EQ(render(ReportFormat::Csv),
            "subsystem,field,word,reads,writes,rmw,address_of,type_only,total\n"
            "mm,flags,0,2,0,1,0,0,3\n"
            "mm,lru,1,0,0,0,1,0,1\n"
            "mm,*,,0,0,0,0,1,1\n"
            "fs/ext4,index,4,0,1,0,0,0,1\n");
  EXPECT_EQ(Problem, "");
}

TEST_F(Report, CsvWords) {
  EXPECT_EQ(render(ReportFormat::Csv, ReportTable::Words),
            "word,byte_offset,arm,field,subsystem,reads,writes,rmw,address_of,"
            "type_only,total\n"
            "0,0,,flags,mm,2,0,1,0,0,3\n"
            "1,8,8#0,lru,mm,0,0,0,1,0,1\n"
            "2,16,8#0,lru,mm,0,0,0,1,0,1\n"
            "4,32,8#0,index,fs/ext4,0,1,0,0,0,1\n");
}

TEST_F(Report, CsvCoverageHasEveryUnit) {
  EXPECT_EQ(render(ReportFormat::Csv, ReportTable::Coverage),
            "config,file,subsystem,status,sees_page,error,dropped_flags\n"
            "x86_64/defconfig,fs/ext4/c.c,fs/ext4,failed,1,c.c:1:1: gone,\n"
            "x86_64/defconfig,mm/a.c,mm,complete,1,,-fodd\n"
            "x86_64/defconfig,mm/b.c,mm,partial,1,mm/b.c:3:1: odd <x> & |y|,"
            "\n");
}

TEST_F(Report, CsvAccessesQuoteWhatWasWritten) {
  std::string Text = render(ReportFormat::Csv, ReportTable::Accesses);
  EXPECT_NE(Text.find("\"pages[\n\t\"\"a,b\"\"]\""), std::string::npos) << Text;
}

TEST_F(Report, EveryCsvHeaderIsDocumented) {
  Expected<std::string> Page = readFile(PAGESPLIT_DOCS "/file-formats.md");
  ASSERT_TRUE(bool(Page));
  for (ReportTable Table :
       {ReportTable::Matrix, ReportTable::Words, ReportTable::Coverage,
        ReportTable::Accesses, ReportTable::Descriptors,
        ReportTable::Collisions, ReportTable::DescriptorUses}) {
    std::string Text = render(ReportFormat::Csv, Table);
    std::string Header = StringRef(Text).split('\n').first.str();
    EXPECT_NE(Page->find("`" + Header + "`"), std::string::npos) << Header;
  }
}

TEST_F(Report, JsonHasEveryTable) {
  Expected<json::Value> Value = json::parse(render(ReportFormat::Json));
  ASSERT_TRUE(bool(Value)) << toString(Value.takeError());
  const json::Object &Object = *Value->getAsObject();
  EXPECT_EQ(Object.getInteger("pagesplit-report"), 1);
  EXPECT_EQ(Object.getString("kernel"), "Linux 6.12");
  EXPECT_EQ(Object.getInteger("accesses_total"), 6);
  EXPECT_EQ(Object.getArray("matrix")->size(), 4u);
  EXPECT_EQ(Object.getArray("words")->size(), 4u);
  EXPECT_EQ(Object.getArray("coverage")->size(), 3u);
  EXPECT_EQ(Object.getArray("accesses")->size(), 6u);
  EXPECT_EQ(Object.getArray("layout")->size(), 4u);
  EXPECT_EQ(Object.getArray("dropped_flags")->size(), 1u);
  const json::Object &Config = *(*Object.getArray("configs"))[0].getAsObject();
  EXPECT_EQ(Config.getInteger("asked"), 3);
  EXPECT_EQ(Config.getInteger("failed"), 1);
  EXPECT_EQ(Config.getInteger("word_size"), 8);
}

// A column is as long as its longest cell plus what parts it from the next.
std::string squeezed(StringRef Text) {
  std::string Result;
  for (char C : Text)
    if (C != ' ' || (!Result.empty() && Result.back() != ' '))
      Result += C;
  return Result;
}

TEST_F(Report, TextCountsByWordAndField) {
  std::string Text = squeezed(render(ReportFormat::Text));
  EXPECT_NE(Text.find("struct page in Linux 6.12, x86_64/defconfig"),
            std::string::npos);
  EXPECT_NE(Text.find("units 3 asked for = 2 analysed (1 with errors) + 1 "
                      "failed"),
            std::string::npos);
  EXPECT_NE(Text.find("\nmm 3 1 1 . . . . . 4 1\n"), std::string::npos) << Text;
  EXPECT_NE(Text.find("\nfs/ext4 . . . . 1 . . . 1 .\n"), std::string::npos);
  EXPECT_NE(Text.find("\n flags 0 2 . 1 . . 3\n"), std::string::npos);
  EXPECT_NE(Text.find("\n lru 1-2 . . . 1 . 1\n"), std::string::npos);
  EXPECT_NE(Text.find("\n (whole struct) . . . . 1 1\n"), std::string::npos);
  EXPECT_NE(Text.find("\n pp_magic not accessed\n"), std::string::npos);
  EXPECT_NE(Text.find("failed fs/ext4/c.c\n c.c:1:1: gone\n"),
            std::string::npos);
  EXPECT_NE(Text.find("-fodd 1\n"), std::string::npos);
}

TEST_F(Report, TextFitsTheTerminal) {
  std::string Text = render(ReportFormat::Text);
  for (StringRef Rest = Text; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    EXPECT_LE(Line.size(), 80u) << Line.str();
    EXPECT_EQ(Line, Line.rtrim()) << "blanks at the end";
    Rest = Tail;
  }
}

TEST_F(Report, TextOfOneTable) {
  std::string Text = render(ReportFormat::Text, ReportTable::Summary);
  EXPECT_NE(Text.find("by subsystem and word"), std::string::npos);
  EXPECT_EQ(Text.find("by subsystem and field"), std::string::npos);
  EXPECT_EQ(Text.find("Coverage"), std::string::npos);
}

TEST_F(Report, MarkdownRowsHaveAsManyCellsAsTheirTitles) {
  std::string Text = render(ReportFormat::Markdown);
  EXPECT_NE(Text.find("| mm | `flags` | 2 | 0 | 1 | 0 | 0 | 3 |"),
            std::string::npos);
  EXPECT_NE(Text.find("odd \\<x\\> & \\|y\\|"), std::string::npos);
  size_t Bars = 0;
  for (StringRef Rest = Text; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    size_t InLine = Line.count('|') - Line.count("\\|");
    EXPECT_TRUE(InLine == 0 || Bars == 0 || InLine == Bars) << Line.str();
    Bars = InLine;
    Rest = Tail;
  }
}

TEST_F(Report, HtmlNeedsNothingElseAndEscapes) {
  std::string Text = render(ReportFormat::Html);
  EXPECT_EQ(Text.find("<!DOCTYPE html>"), 0u);
  EXPECT_NE(Text.find("odd &lt;x&gt; &amp; |y|"), std::string::npos);
  EXPECT_EQ(Text.find("odd <x>"), std::string::npos);
  for (StringRef Needs :
       {"http:", "https:", "url(", "@import", "src=", "<link", "<iframe"})
    EXPECT_EQ(Text.find(Needs), std::string::npos) << Needs.str();
  EXPECT_NE(Text.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_NE(Text.find("default-src &#39;none&#39;"), std::string::npos);
}

TEST_F(Report, HtmlThatIsTooLargeGetsAPageForEachSubsystem) {
  Sqlite Opened = cantFail(openDatabase(Db.path()));
  ReportModel Model = cantFail(loadModel(Opened));
  std::map<std::string, std::string> Pages;
  DetailPages Rules;
  Rules.Directory = "a-functions";
  Rules.Back = "a.html";
  Rules.LargestInOne = 100;
  Rules.Write = [&](StringRef Name, DetailPages::Content Content) -> Error {
    raw_string_ostream Out(Pages[Name.str()]);
    return Content(Out);
  };
  std::string Text;
  raw_string_ostream Out(Text);
  EXPECT_EQ(
      toString(printHtmlReport(Opened, Model, ReportOptions(), Rules, Out)),
      "");
  ASSERT_EQ(Pages.size(), 2u);
  EXPECT_NE(Pages["0-mm.html"].find("id='s0'"), std::string::npos);
  EXPECT_NE(Pages["0-mm.html"].find("href='../a.html'"), std::string::npos);
  EXPECT_NE(Pages["1-fs-ext4.html"].find("id='a1'"), std::string::npos);
  EXPECT_EQ(Text.find("id='a1'"), std::string::npos);
  EXPECT_NE(Text.find("href='a-functions/0-mm.html#s0'"), std::string::npos);
}

TEST_F(Report, HtmlTagsAreBalanced) {
  std::string Text = render(ReportFormat::Html);
  for (StringRef Tag : {"table", "caption", "thead", "tbody", "tr", "th", "td",
                        "section", "svg", "figure", "code", "span", "main",
                        "dl", "small", "details", "summary"}) {
    size_t Open = StringRef(Text).count(("<" + Tag + ">").str()) +
                  StringRef(Text).count(("<" + Tag + " ").str());
    EXPECT_EQ(Open, StringRef(Text).count(("</" + Tag + ">").str()))
        << Tag.str();
    EXPECT_GT(Open, 0u) << Tag.str();
  }
}

TEST_F(Report, PictureDrawsEveryMember) {
  std::string Text = render(ReportFormat::Html);
  for (StringRef Title :
       {"unsigned long flags, bytes 0-7, 3 accesses: unknown 3",
        "struct list_head lru, bytes 8-23, 1 accesses: unknown 1",
        "unsigned long pp_magic, bytes 8-15, 0 accesses"})
    EXPECT_NE(Text.find("<title>" + Title.str() + "</title>"),
              std::string::npos)
        << Title.str();
}

TEST(Shade, GrowsWithTheCountAndStaysInRange) {
  EXPECT_EQ(shadeOf(0, 100), 0u);
  EXPECT_EQ(shadeOf(1, 1), 1u);
  EXPECT_EQ(shadeOf(1, 100), 1u);
  EXPECT_EQ(shadeOf(100, 100), 6u);
  EXPECT_LT(shadeOf(5, 100), shadeOf(50, 100));
}

TEST_F(Report, TablesAFormatDoesNotHaveAreRefused) {
  render(ReportFormat::Html, ReportTable::Matrix);
  EXPECT_NE(Problem, "");
  render(ReportFormat::Csv, ReportTable::Summary);
  EXPECT_NE(Problem, "");
  render(ReportFormat::Svg, ReportTable::Coverage);
  EXPECT_NE(Problem, "");
}

TEST_F(Report, EveryFormatOfAnEmptyDatabase) {
  std::string Empty = Db.Dir.path("empty.db");
  ASSERT_EQ(toString(solveFacts(FactSet(), {}, Empty)), "");
  for (ReportFormat Format :
       {ReportFormat::Text, ReportFormat::Html, ReportFormat::Json,
        ReportFormat::Csv, ReportFormat::Markdown}) {
    std::string Text;
    raw_string_ostream Out(Text);
    ReportOptions Options;
    Options.Format = Format;
    EXPECT_EQ(toString(renderReport(Empty, Options, Out)), "");
    EXPECT_NE(Text, "");
  }
}

} // namespace
