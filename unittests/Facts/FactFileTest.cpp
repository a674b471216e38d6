//===- FactFileTest.cpp - facts written down ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/FactFile.h"
#include "SampleFacts.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

std::string text(const FactSet &Facts) {
  std::string Text;
  raw_string_ostream Out(Text);
  printFacts(Facts, Out);
  return Text;
}

/// The error of reading \p Text as the file "a.facts"; "" when there is none.
std::string errorOf(StringRef Text) {
  FactSet Facts;
  return toString(FactReader(Facts).parse(Text, "a.facts"));
}

/// Reads a file with this one line in it.
std::string errorOfLine(StringRef Line) {
  return errorOf(
      ("{\"pagesplit-facts\":4}\n" + Line + "\n{\"end\":2}\n").str());
}

TEST(FactFile, RoundTrip) {
  FactSet Facts;
  for (unsigned Seed = 0; Seed < 5; ++Seed)
    Facts.merge(sampleFacts(Seed));
  FactSet Again;
  ASSERT_EQ(toString(FactReader(Again).parse(text(Facts), "a.facts")), "");
  EXPECT_EQ(text(Again), text(Facts));
  EXPECT_EQ(Again.accesses().size(), Facts.accesses().size());
  EXPECT_EQ(Again.entities().size(), Facts.entities().size());
  EXPECT_EQ(Again.units().size(), 5u);
}

TEST(FactFile, EmptySetRoundTrips) {
  EXPECT_EQ(text(FactSet()), "{\"pagesplit-facts\":4}\n{\"end\":1}\n");
  EXPECT_EQ(errorOf(text(FactSet())), "");
}

TEST(FactFile, OneFactIsOneLine) {
  std::string Text = text(sampleFacts(1));
  for (StringRef Rest = Text; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    EXPECT_TRUE(Line.starts_with("{\"") && Line.ends_with("}")) << Line.str();
    Rest = Tail;
  }
}

TEST(FactFile, OrderOfLinesDoesNotMatter) {
  FactSet Facts;
  StringRef A = "{\"source\":{\"file\":\"a.c\",\"hash\":\"1\"}}\n";
  StringRef B = "{\"source\":{\"file\":\"b.c\",\"hash\":\"2\"}}\n";
  FactSet One, Two;
  std::string Head = "{\"pagesplit-facts\":4}\n", End = "{\"end\":3}\n";
  ASSERT_EQ(toString(FactReader(One).parse((Head + A + B + End).str(), "x")),
            "");
  ASSERT_EQ(toString(FactReader(Two).parse((Head + B + A + End).str(), "x")),
            "");
  EXPECT_EQ(text(One), text(Two));
}

// However many bytes arrive, a part of a file is never taken for the whole.
TEST(FactFile, EveryTruncationIsAnError) {
  std::string Text = text(sampleFacts(1));
  for (size_t Size = 0; Size + 1 < Text.size(); ++Size)
    EXPECT_NE(errorOf(StringRef(Text).take_front(Size)), "") << Size;
  EXPECT_EQ(errorOf(StringRef(Text).drop_back()), "")
      << "only the last line feed is gone";
}

TEST(FactFile, LostLineIsAnError) {
  std::string Text = text(sampleFacts(1));
  size_t Second = Text.find('\n') + 1;
  Text.erase(Second, Text.find('\n', Second) + 1 - Second);
  EXPECT_NE(errorOf(Text).find("lines were lost or added"), std::string::npos);
}

TEST(FactFile, TextAfterTheEndIsAnError) {
  EXPECT_EQ(errorOf("{\"pagesplit-facts\":4}\n{\"end\":1}\n{\"end\":2}\n"),
            "a.facts:3:1: error: text after the last line of the fact file");
}

TEST(FactFile, EmptyFile) {
  EXPECT_EQ(errorOf(""), "a.facts:1:1: error: empty, not a fact file");
}

TEST(FactFile, OtherVersion) {
  EXPECT_EQ(errorOf("{\"pagesplit-facts\":7}\n"),
            "a.facts:1:1: error: fact file of format version 7, this pagesplit "
            "reads version 4; extract again");
}

TEST(FactFile, AnotherRevisionOfTheTree) {
  auto File = [](StringRef Name, StringRef Hash) {
    return ("{\"pagesplit-facts\":4}\n{\"source\":{\"file\":\"" + Name +
            "\",\"hash\":\"" + Hash + "\"}}\n{\"end\":2}\n")
        .str();
  };
  FactSet Facts;
  FactReader Reader(Facts);
  EXPECT_EQ(toString(Reader.parse(File("mm/a.c", "1"), "one")), "");
  EXPECT_EQ(toString(Reader.parse(File("mm/a.c", "1"), "again")), "");
  EXPECT_EQ(toString(Reader.parse(File("@build/a.h", "1"), "x86")), "");
  EXPECT_EQ(toString(Reader.parse(File("@build/a.h", "2"), "arm64")), "");
  EXPECT_EQ(toString(Reader.parse(File("mm/a.c", "2"), "two")),
            "two:2:1: error: 'mm/a.c' is another version of the file than in "
            "facts read before; extract both from one tree");
}

TEST(FactFile, NotAFactFile) {
  EXPECT_EQ(errorOf("{\"version\":1}\n"),
            "a.facts:1:1: error: not a pagesplit fact file");
  EXPECT_EQ(errorOf("int main(void)\n").find("a.facts:1:"), 0u);
}

TEST(FactFile, SyntaxErrorHasLineAndColumn) {
  EXPECT_EQ(
      errorOfLine("{\"source\":{\"file\":}}").find("a.facts:2:19: error:"), 0u)
      << errorOfLine("{\"source\":{\"file\":}}");
}

TEST(FactFile, UnknownFactIsAnError) {
  EXPECT_EQ(errorOfLine("{\"opinion\":{}}"),
            "a.facts:2:3: error: unknown fact 'opinion'");
}

TEST(FactFile, UnknownKeyIsAnErrorThatNamesIt) {
  std::string Text = errorOfLine(
      "{\"source\":{\"file\":\"a.c\",\"hash\":\"1\",\"colour\":1}}");
  EXPECT_EQ(Text.find("a.facts:2:"), 0u);
  EXPECT_NE(Text.find("colour"), std::string::npos) << Text;
}

TEST(FactFile, MissingKeyIsAnErrorThatNamesIt) {
  std::string Text = errorOfLine("{\"source\":{\"file\":\"a.c\"}}");
  EXPECT_EQ(Text.find("a.facts:2:"), 0u);
  EXPECT_NE(Text.find("hash"), std::string::npos) << Text;
  Text = errorOfLine("{\"access\":{\"form\":\"member\",\"mode\":\"read\","
                     "\"field\":\"lru\",\"path\":\"lru\",\"in\":[\"c\"]}}");
  EXPECT_NE(Text.find("spelling"), std::string::npos) << Text;
}

TEST(FactFile, UnknownWordIsAnError) {
  std::string Text = errorOfLine(
      "{\"unit\":{\"file\":\"a.c\",\"config\":\"c\",\"status\":\"fine\"}}");
  EXPECT_NE(Text.find("status"), std::string::npos) << Text;
}

TEST(FactFile, WrongTypeIsAnError) {
  EXPECT_NE(errorOfLine("{\"source\":{\"file\":3,\"hash\":\"1\"}}"), "");
  EXPECT_NE(errorOfLine("{\"source\":[]}"), "");
  EXPECT_NE(errorOfLine("[]"), "");
  EXPECT_NE(errorOfLine("{\"layout\":{\"page-size\":-1,\"word-size\":8,"
                        "\"in\":[\"c\"]}}"),
            "");
}

TEST(FactFile, FactWithoutConfigurationIsAnError) {
  StringRef Member = "{\"layout-member\":{\"path\":\"flags\",\"size\":8";
  EXPECT_NE(errorOfLine((Member + "}}").str()).find("in"), std::string::npos);
  EXPECT_NE(errorOfLine((Member + ",\"in\":[]}}").str()), "");
  EXPECT_NE(errorOfLine((Member + ",\"in\":[3]}}").str()), "");
  EXPECT_EQ(errorOfLine((Member + ",\"in\":[\"c\"]}}").str()), "");
}

TEST(FactFile, MissingFileIsNamed) {
  FactSet Facts;
  EXPECT_EQ(
      toString(FactReader(Facts).read("no/such/file.facts")),
      "no/such/file.facts: error: cannot read: No such file or directory");
}

} // namespace
