//===- EditTextTest.cpp - a file's text with edits ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditText.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

std::string said(Expected<std::string> Text) {
  return Text ? *Text : toString(Text.takeError());
}

std::string applied(StringRef Text, std::set<Edit> Edits) {
  return said(applyEdits(Text, "a.c", Edits));
}

/// \p Text with the first \p Was replaced by \p Now.
std::string rewriteOne(StringRef Text, StringRef Was, StringRef Now) {
  return said(
      rewriteText(Text, "a.c", {replacement("a.c", Text.find(Was), Was, Now)}));
}

void wrapAt(std::set<Edit> &Edits, unsigned Begin, unsigned End, StringRef Open,
            StringRef Close) {
  auto [First, Second] = wrap("a.c", Begin, End, Open, Close);
  Edits.insert(First);
  Edits.insert(Second);
}

TEST(EditText, ReplacesAndInserts) {
  EXPECT_EQ(applied("lock_page(page);",
                    {replacement("a.c", 0, "lock_page", "folio_lock"),
                     replacement("a.c", 10, "page", "folio"),
                     insertion("a.c", 16, " /* x */")}),
            "folio_lock(folio); /* x */");
  EXPECT_EQ(applied("", {insertion("a.c", 0, "new\n")}), "new\n");
}

// "x" from 2 to 3 is held by "f(x)" from 0 to 4.
TEST(EditText, WrapsThatBeginTogether) {
  std::set<Edit> Edits;
  wrapAt(Edits, 0, 1, "A(", ")");
  wrapAt(Edits, 0, 3, "B(", ")");
  wrapAt(Edits, 0, 2, "C(", ")");
  EXPECT_EQ(applied("xyz", Edits), "B(C(A(x)y)z)");
}

TEST(EditText, WrapsThatEndTogether) {
  std::set<Edit> Edits;
  wrapAt(Edits, 2, 3, "A(", ")");
  wrapAt(Edits, 0, 3, "B(", "]");
  wrapAt(Edits, 1, 3, "C(", "}");
  EXPECT_EQ(applied("xyz", Edits), "B(xC(yA(z)}]");
}

TEST(EditText, NeighboursCloseBeforeTheNextOpens) {
  std::set<Edit> Edits;
  wrapAt(Edits, 1, 2, "B(", ")");
  wrapAt(Edits, 0, 1, "A(", ")");
  Edits.insert(insertion("a.c", 1, ","));
  EXPECT_EQ(applied("xy", Edits), "A(x),B(y)");
}

TEST(EditText, AReplacementIsInsideItsWrap) {
  std::set<Edit> Edits{replacement("a.c", 2, "page", "folio")};
  wrapAt(Edits, 2, 6, "&", "->page");
  EXPECT_EQ(applied("f(page)", Edits), "f(&folio->page)");
}

TEST(EditText, TheTextMustBeWhatWasSeen) {
  EXPECT_EQ(applied("int a;\nint b;\n", {replacement("a.c", 11, "c", "d")}),
            "a.c:2:5: error: 'c' is to be replaced here, but it says 'b': the "
            "file is not the one that was analysed");
  EXPECT_EQ(applied("ab", {replacement("a.c", 1, "bc", "")}).substr(0, 11),
            "a.c:1:2: er");
  EXPECT_EQ(applied("ab", {insertion("a.c", 3, "x")}).substr(0, 11),
            "a.c:1:3: er");
  EXPECT_EQ(applied("abc", {replacement("a.c", 0, "ab", "x"),
                            replacement("a.c", 1, "bc", "y")}),
            "a.c:1:2: error: an edit begins inside the one before it");
}

TEST(EditText, OtherBytesStay) {
  StringRef Text("a\r\n\xE9\xff\0page\r\nend", 16);
  std::string Expected("a\r\n\xE9\xff\0folio\r\nend", 17);
  EXPECT_EQ(applied(Text, {replacement("a.c", 6, "page", "folio")}), Expected);
  EXPECT_EQ(rewriteOne(Text, "page", "folio"), Expected);
}

TEST(Realign, LinesUnderAMovedParenthesisMoveAlong) {
  EXPECT_EQ(rewriteOne("\tlock_page(a,\n\t\t  b);\n", "lock_page", "lock"),
            "\tlock(a,\n\t     b);\n");
  EXPECT_EQ(rewriteOne("\tlock(a,\n\t     b,\n\t     c);\n\tnext();\n", "lock",
                       "folio_lock"),
            "\tfolio_lock(a,\n\t\t   b,\n\t\t   c);\n\tnext();\n");
}

TEST(Realign, LinesElsewhereStay) {
  StringRef Text = "\tput(a,\n\t\tb,\n\t    c);\n\tother(a,\n\t      b);\n";
  EXPECT_EQ(rewriteOne(Text, "put", "folio_put"),
            "\tfolio_put(a,\n\t\tb,\n\t\t  c);\n\tother(a,\n\t      b);\n");
}

TEST(Realign, InnerParenthesesFollowTheirLine) {
  EXPECT_EQ(rewriteOne("f(a,\n  g(b,\n    c),\n  d);\n", "f", "fff"),
            "fff(a,\n    g(b,\n      c),\n    d);\n");
}

TEST(Realign, TheInnermostParenthesisCounts) {
  // "c" stands under "f(", but belongs to "g(".
  StringRef Text = "f(g(a,\n  c), d);\n";
  EXPECT_EQ(rewriteOne(Text, "f", "fff"), "fff(g(a,\n  c), d);\n");
}

TEST(Realign, AnInsertionMovesToo) {
  std::set<Edit> Edits;
  wrapAt(Edits, 2, 3, "page_folio(", ")");
  EXPECT_EQ(said(rewriteText("f(a, g(b,\n       c));\n", "a.c", Edits)),
            "f(page_folio(a), g(b,\n\t\t   c));\n");
}

TEST(Realign, AParenthesisThatIsReplacedIsTheSame) {
  EXPECT_EQ(rewriteOne("put_page(a,\n\t b);\n", "put_page(", "folio_put(x, "),
            "folio_put(x, a,\n\t  b);\n");
  EXPECT_EQ(rewriteOne("put_page(a,\n\t b);\n", "put_page(a", "folio_put(f(a"),
            "folio_put(f(a,\n\t b);\n")
      << "which of the two it is cannot be said";
}

TEST(Realign, CommentsAndStringsHoldNoParentheses) {
  EXPECT_EQ(rewriteOne("a = \"(\" + b\n      c; /* ( */\n", "a", "aaa"),
            "aaa = \"(\" + b\n      c; /* ( */\n");
  EXPECT_EQ(rewriteOne("f(/* ) */ a, ')',\n  b);\n", "f", "ff"),
            "ff(/* ) */ a, ')',\n   b);\n");
  EXPECT_EQ(rewriteOne("f(a, // it's (\n  b);\n", "f", "ff"),
            "ff(a, // it's (\n   b);\n");
  EXPECT_EQ(rewriteOne("f(a, \"\\\"(\",\n  b);\n", "f", "ff"),
            "ff(a, \"\\\"(\",\n   b);\n");
  EXPECT_EQ(rewriteOne("f(a, /* one\n  two */\n  b);\n", "f", "ff"),
            "ff(a, /* one\n  two */\n   b);\n")
      << "the text of a comment stays";
}

TEST(Realign, ABlockInParenthesesIsNotAligned) {
  EXPECT_EQ(rewriteOne("f(({\n  a;\n  b; }),\n  c);\n", "f", "ff"),
            "ff(({\n  a;\n  b; }),\n   c);\n");
}

TEST(Realign, BranchesOfAConditionalBeginAlike) {
  StringRef Text = "f(a,\n#ifdef X\n  b);\n#else\n  c);\n#endif\ng(d,\n  e);\n";
  EXPECT_EQ(rewriteOne(Text, "f", "ff"),
            "ff(a,\n#ifdef X\n   b);\n#else\n   c);\n#endif\ng(d,\n  e);\n");
  EXPECT_EQ(rewriteOne("f(a,\n#define X (\n  b);\n", "f", "ff"),
            "ff(a,\n#define X (\n   b);\n");
}

TEST(Realign, MacroBodies) {
  EXPECT_EQ(
      rewriteOne("#define X(a) f(a, \\\n\t       b)\nint c;\n", "f(", "ffff("),
      "#define X(a) ffff(a, \\\n\t\t  b)\nint c;\n");
}

TEST(Realign, LineEndsAndLastLine) {
  EXPECT_EQ(rewriteOne("f(a,\r\n  b);\r\n", "f", "ff"), "ff(a,\r\n   b);\r\n");
  EXPECT_EQ(rewriteOne("f(a,\n  b)", "f", "ff"), "ff(a,\n   b)");
  EXPECT_EQ(rewriteOne("f(a,\n  \n  b)", "f", "ff"), "ff(a,\n  \n   b)");
}

TEST(Realign, CharactersOfSeveralBytesAreOneColumn) {
  EXPECT_EQ(rewriteOne("f(\"\xC3\xA9\", g(a,\n         b));\n", "f", "ff"),
            "ff(\"\xC3\xA9\", g(a,\n\t  b));\n");
}

TEST(Realign, AnEditInTheIndentationWins) {
  StringRef Text = "f(a,\n  b);\n";
  EXPECT_EQ(said(rewriteText(Text, "a.c",
                             {replacement("a.c", 0, "f", "ff"),
                              replacement("a.c", 5, "  b", " c")})),
            "ff(a,\n c);\n");
  EXPECT_EQ(said(rewriteText(
                Text, "a.c",
                {replacement("a.c", 0, "f", "ff"), insertion("a.c", 7, "&")})),
            "ff(a,\n   &b);\n");
}

} // namespace
