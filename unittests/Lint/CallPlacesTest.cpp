//===- CallPlacesTest.cpp - where a call stands in the text
//-----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallPlaces.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

/// The calls of \p Callee around the first \p At.
static std::vector<std::string> calls(StringRef Text, StringRef At,
                                      StringRef Callee) {
  SourceTokens Tokens(Text);
  std::vector<std::string> Found;
  size_t Begin = Tokens.at(static_cast<unsigned>(Text.find(At)));
  for (TokenRange Range : callsAround(Tokens, Begin, Callee))
    Found.push_back(Tokens.text(Range));
  return Found;
}

using Texts = std::vector<std::string>;

TEST(CallPlaces, TheCallItself) {
  EXPECT_EQ(calls("page = find_page(m, 0);", "find_page", "find_page"),
            Texts{"find_page ( m , 0 )"});
}

TEST(CallPlaces, FromAnArgumentOut) {
  EXPECT_EQ(calls("lock_page(page);", "page)", "lock_page"),
            Texts{"lock_page ( page )"});
  EXPECT_EQ(calls("set(f(a), lock_page(b, head(page)));", "page)", "lock_page"),
            Texts{"lock_page ( b , head ( page ) )"});
}

TEST(CallPlaces, AmongTheArgumentsOfAMacro) {
  EXPECT_EQ(calls("BUG_ON(!Locked(a) || !Locked(b), a);", "BUG_ON", "Locked"),
            (Texts{"Locked ( a )", "Locked ( b )"}));
}

TEST(CallPlaces, WhatOnlyAMacrosBodyNamesIsNotThere) {
  EXPECT_EQ(calls("BUG_ON(x, page);", "BUG_ON", "dump_page"), Texts());
  EXPECT_EQ(calls("dump_page(x); f(page);", "page);", "dump_page"), Texts());
  EXPECT_EQ(calls("dump_page; page;", "page;", "dump_page"), Texts());
}
