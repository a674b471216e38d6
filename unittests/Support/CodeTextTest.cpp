//===- CodeTextTest.cpp - C text without what is not code -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/CodeText.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

TEST(WithoutComments, LinesStayAndStringsAreEmpty) {
  EXPECT_EQ(withoutComments("a /* b\n c */ d // e\nf"),
            "a     \n      d     \nf");
  EXPECT_EQ(withoutComments("a \"/* b\" c"), "a        c");
  EXPECT_EQ(withoutComments("a '\\'' c"), "a      c");
  EXPECT_EQ(withoutComments("a /* b"), "a     ");
  EXPECT_EQ(withoutComments("\"a\\"), "   ");
  EXPECT_EQ(withoutComments("a / b"), "a / b");
}

TEST(PageTypes, AreTheTwoWordsAndNothingLonger) {
  std::vector<size_t> Places;
  forEachPageType("struct page a; struct\tpage *b; struct pages c; "
                  "mystruct page; struct page_pool d; struct\n page",
                  [&](size_t At) { Places.push_back(At); });
  EXPECT_EQ(Places, (std::vector<size_t>{0, 15, 82}));
}

TEST(PageTypes, AreMentionedInCommentsToo) {
  EXPECT_TRUE(mentionsPageType("int a; /* a struct page */"));
  EXPECT_FALSE(mentionsPageType("struct pages *page; struct page_pool p;"));
}

} // namespace
