//===- MarkupTest.cpp - HTML in which text cannot become markup -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Html/Markup.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

std::string written(function_ref<void(HtmlStream &)> Write) {
  std::string Text;
  raw_string_ostream Out(Text);
  HtmlStream Html(Out);
  Write(Html);
  return Text;
}

TEST(Markup, OnlyLiteralsAreMarkup) {
  char Buffer[] = "<b>";
  std::string Name = "</td><script>alert(1)</script>";
  EXPECT_EQ(written([&](HtmlStream &Html) {
              Html << "<td title='"_html << Name << "'>"_html << Buffer
                   << StringRef("&") << "</td>"_html;
            }),
            "<td title='&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;'>"
            "&lt;b&gt;&amp;</td>");
}

TEST(Markup, QuotesEndNoAttribute) {
  EXPECT_EQ(escaped("a'b\"c"), "a&#39;b&quot;c");
}

TEST(Markup, WhatIsNoTextShowsAsSuch) {
  EXPECT_EQ(escaped("a\xff"
                    "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(escaped(StringRef("a\0b\x1b", 4)),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(escaped("\tx\n"), "\tx\n");
  // U+202E, right-to-left override.
  EXPECT_EQ(escaped("a\xE2\x80\xAE"
                    "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(escaped("\xE2\x80\xA6"), "\xE2\x80\xA6");
}

TEST(Markup, EmbeddedValuesCannotCloseTheirElement) {
  json::Value Value = json::Array{"</script><!--"};
  EXPECT_EQ(written([&](HtmlStream &Html) { Html << Embedded{Value}; }),
            "[\"\\u003c/script>\\u003c!--\"]");
}

TEST(Markup, CoordinatesAreShort) {
  EXPECT_EQ(written([&](HtmlStream &Html) {
              Html << Fixed{12} << " "_html << Fixed{0.25};
            }),
            "12 0.2");
}

} // namespace
