//===- CheckFindingsTest.cpp - from diagnostics of checks to findings -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/CheckFindings.h"

#include "pagesplit/Support/ContentHash.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {
class CheckFindingsTest : public testing::Test {
protected:
  const std::string Text = "void f(void)\n{\n\tx = page->lru;\n\tBUG(p);\n}\n";
  SourceTexts Texts{"/nowhere"};
  std::vector<LintFinding> Findings;
  CheckResults Said;
  std::set<std::string> Checks = {FieldAccessCheck.str(), "memdesc-page-list"};
  bool WithBodies = false;

  CheckFindingsTest() {
    Texts.set("m.c", Text);
    Texts.set("m.h", "#define BUG(p) g((p)->lru)\n");
  }

  void say(StringRef Check, const LintPlace &Where, StringRef Message,
           const LintPlace &Body = {}) {
    CheckDiagnostic D;
    D.Check = Check.str();
    D.Where = Where;
    D.Function = "f";
    D.Message = Message.str();
    D.Body = Body;
    D.Macro = Body.Line ? "BUG" : "";
    Said.Diagnostics.insert(D);
  }

  static LintFinding fromFacts(const LintPlace &Where) {
    LintFinding F;
    F.Check = FieldAccessCheck.str();
    F.Where = Where;
    F.FirstLine = F.LastLine = Where.Line;
    F.Function = "f";
    F.Subject = "lru";
    F.Message = "access to field 'lru' of struct page; unknown";
    F.About.Kind = "access";
    return F;
  }

  std::string add() {
    auto IsWanted = [](StringRef) { return true; };
    return toString(addCheckFindings(Findings, Said,
                                     {Checks, IsWanted, WithBodies}, Texts));
  }
};
} // namespace

TEST_F(CheckFindingsTest, AreFindingsWithTheirExpression) {
  say("memdesc-page-list", {"m.c", 3, 12}, "a list");
  ASSERT_EQ(add(), "");
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Expression, "page -> lru");
  EXPECT_EQ(Findings[0].Subject, "lru");
  EXPECT_EQ(Findings[0].Function, "f");
  EXPECT_EQ(Findings[0].FirstLine, 3u);
  EXPECT_EQ(Findings[0].Fingerprint,
            fingerprintOf("memdesc-page-list", "f", "lru", "page -> lru"));
}

TEST_F(CheckFindingsTest, OnlyOfChecksThatAreWanted) {
  say("memdesc-raw-flags", {"m.c", 3, 12}, "flags");
  EXPECT_EQ(add(), "");
  EXPECT_TRUE(Findings.empty());
}

TEST_F(CheckFindingsTest, WhatFactsHaveShownIsNoSecondOne) {
  Findings = {fromFacts({"m.c", 3, 12})};
  say(FieldAccessCheck, {"m.c", 3, 12},
      "access to field 'lru' of struct page; it is a slab page");
  say("memdesc-page-list", {"m.c", 3, 12}, "a list");
  ASSERT_EQ(add(), "");
  ASSERT_EQ(Findings.size(), 2u);
  EXPECT_EQ(Findings[0].About.Kind, "access");
  EXPECT_TRUE(StringRef(Findings[0].Message).ends_with("it is a slab page"));
  EXPECT_EQ(Findings[1].Check, "memdesc-page-list");
}

TEST_F(CheckFindingsTest, AnotherFieldAtThePlaceIsAnother) {
  Findings = {fromFacts({"m.c", 3, 12})};
  say(FieldAccessCheck, {"m.c", 3, 12}, "access to field 'index' of struct");
  ASSERT_EQ(add(), "");
  EXPECT_EQ(Findings.size(), 2u);
}

TEST_F(CheckFindingsTest, OneUseOfAMacroIsOneFinding) {
  Findings = {fromFacts({"m.c", 4, 2})};
  Findings[0].Body = LintPlace{"m.h", 1, 23};
  say(FieldAccessCheck, {"m.c", 4, 6}, "access to field 'lru' of struct page",
      {"m.h", 1, 23});
  ASSERT_EQ(add(), "");
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Where.Column, 6u);
  EXPECT_EQ(Findings[0].Expression, "p");
  EXPECT_EQ(Findings[0].Subject, "lru");
}

TEST_F(CheckFindingsTest, OfABodyWhereItIsWanted) {
  WithBodies = true;
  say("memdesc-page-list", {"m.c", 4, 2}, "a list", {"m.h", 1, 23});
  ASSERT_EQ(add(), "");
  ASSERT_EQ(Findings.size(), 2u);
  ASSERT_TRUE(Findings[0].Body);
  EXPECT_EQ(Findings[1].Where.File, "m.h");
  EXPECT_EQ(Findings[1].Function, "BUG");
  EXPECT_EQ(Findings[1].Expression, "( p ) -> lru");
}

TEST_F(CheckFindingsTest, AnEditHasPlaces) {
  CheckDiagnostic D;
  D.Check = "memdesc-page-list";
  D.Where = {"m.c", 3, 6};
  D.Edit = CheckEdit{static_cast<unsigned>(Text.find("page")), 9, "folio"};
  Said.Diagnostics.insert(D);
  ASSERT_EQ(add(), "");
  ASSERT_TRUE(Findings.size() == 1 && Findings[0].Fix);
  EXPECT_EQ(Findings[0].Fix->Begin.Line, 3u);
  EXPECT_EQ(Findings[0].Fix->Begin.Column, 6u);
  EXPECT_EQ(Findings[0].Fix->End.Column, 15u);
}

TEST_F(CheckFindingsTest, AFileThatChangedAndACheckThatFailedAreErrors) {
  Said.Sources["m.c"] = contentHash(Text);
  EXPECT_EQ(add(), "");
  Said.Sources["m.c"] = "0";
  EXPECT_NE(add().find("m.c"), std::string::npos);
  Said.Sources.clear();
  Said.Error = "no database";
  EXPECT_NE(add().find("no database"), std::string::npos);
}
