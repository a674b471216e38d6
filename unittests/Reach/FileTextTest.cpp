//===- FileTextTest.cpp ---------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/FileText.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

class FileTextTest : public testing::Test {
protected:
  const FileText &read(const char *Text) {
    Read = readFileText(Text, Table);
    return Read;
  }
  unsigned places(const WordText &Text, const char *Name) {
    return Text.places(Table.number(Name));
  }
  bool has(const std::vector<NameHash> &Names, const char *Name) {
    return llvm::is_contained(Names, hashName(Name));
  }
  bool hasArgument(const std::vector<LoneArgument> &List, const char *Callee,
                   const char *Argument) {
    for (const LoneArgument &A : List)
      if (Table.text(A.Callee) == Callee && Table.text(A.Argument) == Argument)
        return true;
    return false;
  }
  WordTable Table;
  FileText Read;
};

TEST_F(FileTextTest, WordsHaveTheirPlaces) {
  read("struct page *p;\n"
       "int f(int page) { return a->page + b.lru + page; }\n");
  EXPECT_EQ(places(Read.Own, "page"),
            TagPlace | FilePlace | PlainPlace | MemberPlace);
  EXPECT_EQ(places(Read.Own, "lru"), unsigned(MemberPlace));
  EXPECT_EQ(places(Read.Own, "a"), unsigned(PlainPlace));
  EXPECT_EQ(places(Read.Own, "f"), PlainPlace | FilePlace);
  EXPECT_EQ(places(Read.Own, "absent"), 0u);
}

TEST_F(FileTextTest, CommentsAndStringsHaveNoWords) {
  read("/* page */ // lru\nchar *s = \"index\"; char c = 'x';\n");
  EXPECT_EQ(places(Read.Own, "page") | places(Read.Own, "lru") |
                places(Read.Own, "index") | places(Read.Own, "x"),
            0u);
  EXPECT_FALSE(Read.MentionsPage);
  EXPECT_TRUE(read("/* a struct page */").MentionsPage);
}

// A brace that an #else opens again is forgotten where the function ends.
TEST_F(FileTextTest, TheFileLevelIsFoundAgain) {
  read("int f(void)\n{\n#ifdef A\n\tif (a) {\n#else\n\tif (b) {\n#endif\n\t}\n"
       "}\nint g(void);\n");
  EXPECT_TRUE(places(Read.Own, "g") & FilePlace);
}

TEST_F(FileTextTest, AnArgumentStandsAlone) {
  read("int f(void) { return get(x, lru) + get(y + 1, index + 1, (z)); }");
  EXPECT_TRUE(hasArgument(Read.Own.Arguments, "get", "lru"));
  EXPECT_TRUE(hasArgument(Read.Own.Arguments, "get", "x"));
  EXPECT_FALSE(hasArgument(Read.Own.Arguments, "get", "index"));
  EXPECT_FALSE(hasArgument(Read.Own.Arguments, "get", "y"));
}

TEST_F(FileTextTest, Macros) {
  read("#define plain other + 1\n"
       "#define member(of, m) \\\n\t((of)->m)\n"
       "#define tag(t) struct t *\n"
       "#define paste(a) get_##a\n"
       "#define object (of)->m\n");
  ASSERT_EQ(Read.StandIns.size(), 5u);
  EXPECT_EQ(Table.text(Read.StandIns[0].Names[0]), "plain");
  EXPECT_EQ(places(Read.StandIns[0].Text, "other"), unsigned(PlainPlace));
  EXPECT_EQ(places(Read.StandIns[1].Text, "m"), 0u);
  EXPECT_EQ(places(Read.StandIns[4].Text, "m"), unsigned(MemberPlace));
  const bool MakesNames[] = {false, true, true, true, false};
  for (unsigned I = 0; I < 5; ++I)
    EXPECT_EQ(Read.StandIns[I].MakesNames, MakesNames[I]) << I;
  EXPECT_TRUE(Read.Own.Words.empty());
}

TEST_F(FileTextTest, AMacroOfNoWordsStandsForNothing) {
  read("#define MASK 0x10\n#define GUARD\n");
  EXPECT_TRUE(Read.StandIns.empty());
  EXPECT_TRUE(has(Read.Defined, "MASK") && has(Read.Defined, "GUARD"));
}

TEST_F(FileTextTest, TypedefsAndTheirNames) {
  read("typedef struct page *table_t, row[2];\n"
       "typedef void (*callback)(struct page *page, int nr);\n"
       "typedef int taker(struct page *);\n"
       "typedef struct { struct page *inner; } holder;\n");
  std::vector<std::string> Names;
  for (const StandIn &T : Read.StandIns)
    for (Word W : T.Names)
      Names.push_back(Table.text(W).str());
  EXPECT_EQ(Names, (std::vector<std::string>{"table_t", "row", "callback",
                                             "taker", "holder"}));
  ASSERT_EQ(Read.StandIns.size(), 4u);
  EXPECT_TRUE(places(Read.StandIns[0].Text, "page") & TagPlace);
  EXPECT_EQ(places(Read.StandIns[3].Text, "page"), 0u);
}

TEST_F(FileTextTest, IncludesAndConditions) {
  read("#include <a/b.h>\n#include \"c.h\" /* d */\n#include NAME(x)\n"
       "#include_next <e.h>\n#if defined(CONFIG_A) && B\n#elif C\n#endif\n"
       "#ifdef D\n#endif\n#error it's not the words of this\n");
  ASSERT_EQ(Read.Includes.size(), 4u);
  EXPECT_EQ(Read.Includes[0].Name, Table.number("a/b.h"));
  EXPECT_FALSE(Read.Includes[0].IsQuoted);
  EXPECT_EQ(Read.Includes[1].Name, Table.number("c.h"));
  EXPECT_TRUE(Read.Includes[1].IsQuoted);
  EXPECT_FALSE(Read.Includes[2].Name);
  EXPECT_TRUE(Read.Includes[3].IsNext);
  for (const char *Name : {"CONFIG_A", "B", "C", "D"})
    EXPECT_TRUE(has(Read.Tested, Name)) << Name;
  EXPECT_FALSE(has(Read.Tested, "words"));
}

TEST_F(FileTextTest, KeywordsAreKnown) {
  for (const char *Keyword : {"void", "int", "inline", "__attribute__"})
    EXPECT_TRUE(Table.isKeyword(Table.number(Keyword))) << Keyword;
  for (const char *Name : {"page", "u32", "get_page"})
    EXPECT_FALSE(Table.isKeyword(Table.number(Name))) << Name;
}

TEST_F(FileTextTest, AWordOverTwoLinesIsOneWord) {
  read("int get_\\\npage;\n");
  EXPECT_TRUE(places(Read.Own, "get_page"));
  EXPECT_TRUE(has(read("#define put_\\\npage 1\n").Defined, "put_page"));
}
} // namespace
