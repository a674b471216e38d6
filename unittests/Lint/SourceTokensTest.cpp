//===- SourceTokensTest.cpp - the words of a C file
//-------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceTokens.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static std::string words(StringRef Text) {
  SourceTokens Tokens(Text);
  return Tokens.text({0, Tokens.size()});
}

static std::string memberAt(StringRef Text, StringRef Name) {
  SourceTokens Tokens(Text);
  size_t Last = Tokens.at(static_cast<unsigned>(Text.rfind(Name)));
  return Tokens.text({Tokens.postfixStart(Last), Last + 1});
}

TEST(SourceTokens, FormDoesNotMatter) {
  EXPECT_EQ(words("a = page->index;"), "a = page -> index ;");
  EXPECT_EQ(words("a =\n\t\tpage /* the head */ ->\\\n index; // now"),
            "a = page -> index ;");
  EXPECT_EQ(words("f(\"a /* b */\", 'c', '\\'')"),
            "f ( \"a /* b */\" , 'c' , '\\'' )");
  EXPECT_NE(words("page->index"), words("page->indexes"));
}

TEST(SourceTokens, PlacesAreThoseOfTheFile) {
  SourceTokens Tokens("int a;\n\tpage->index;\n");
  std::optional<size_t> Page = Tokens.at(2, 2);
  ASSERT_TRUE(Page);
  EXPECT_EQ(Tokens[*Page].Text, "page");
  EXPECT_EQ(Tokens[*Page].Offset, 8u);
  EXPECT_FALSE(Tokens.at(2, 3));
  EXPECT_FALSE(Tokens.at(9, 1));
  TokenRange Range = Tokens.within(8, 11);
  EXPECT_EQ(Tokens.text(Range), "page -> index");
}

TEST(SourceTokens, AnExpressionBeginsWhereItsBaseDoes) {
  EXPECT_EQ(memberAt("x = page->index;", "index"), "page -> index");
  EXPECT_EQ(memberAt("x = vmf->page->index;", "index"), "vmf -> page -> index");
  EXPECT_EQ(memberAt("x = a[i + 1].b(c, d)->index;", "index"),
            "a [ i + 1 ] . b ( c , d ) -> index");
  EXPECT_EQ(memberAt("return (p + 1)->index;", "index"), "( p + 1 ) -> index");
  EXPECT_EQ(memberAt("struct page p = { .index = 1 };", "index"), ". index");
  EXPECT_EQ(memberAt("x = index;", "index"), "index");
}

static std::string expressionAt(StringRef Text, StringRef Token) {
  SourceTokens Tokens(Text);
  return Tokens.text(
      Tokens.expressionAt(Tokens.at(static_cast<unsigned>(Text.find(Token)))));
}

TEST(SourceTokens, AnOperatorStandsForItsOperands) {
  EXPECT_EQ(expressionAt("f(a, page + i, b)", "+"), "page + i");
  EXPECT_EQ(expressionAt("return pages[i] + g(x)->n;", "+"),
            "pages [ i ] + g ( x ) -> n");
  EXPECT_EQ(expressionAt("return &page[i];", "&"), "& page [ i ]");
  EXPECT_EQ(expressionAt("x; page++;", "++"), "page + +");
  EXPECT_EQ(expressionAt("page += n - 1;", "+="), "page + = n");
  EXPECT_EQ(expressionAt("return (struct slab *)f(p)->a;", "("),
            "( struct slab * ) f ( p ) -> a");
  EXPECT_EQ(expressionAt("x = +", "+"), "+");
}

TEST(SourceTokens, AWordStandsForItsCallOrItself) {
  EXPECT_EQ(expressionAt("int *page = 0;", "page"), "page");
  EXPECT_EQ(expressionAt("x = sizeof(struct page) * n;", "sizeof"),
            "sizeof ( struct page )");
  EXPECT_EQ(expressionAt("f(g(a)->b, c)", "b"), "g ( a ) -> b");
  EXPECT_EQ(expressionAt("f(a", "f"), "f ( a");
  EXPECT_EQ(expressionAt("", "x"), "");
}

TEST(SourceTokens, UnbalancedBracketsEndSomewhere) {
  SourceTokens Tokens("f(a, (b)");
  EXPECT_EQ(Tokens.closing(1), Tokens.size());
  EXPECT_FALSE(SourceTokens(") x").opening(0));
}

TEST(SourceTokens, AnApostropheEndsWithItsLine) {
  EXPECT_EQ(words("don't\nx"), "don 't x");
}
