//===- LintReportTest.cpp - the forms of a report
//---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/LintReport.h"

#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {
class LintReportTest : public testing::Test {
protected:
  SourceTexts Texts{"/nowhere"};
  LintReport Report;

  LintReportTest() {
    Texts.set("m.c", "int a;\n\tx = \u00e9 + page->index;\n");
    Report.Conditions.Checks = {FieldAccessCheck.str(), PageApiCheck.str()};
    Report.Findings.push_back(finding());
  }

  static LintFinding finding() {
    LintFinding F;
    F.Check = FieldAccessCheck.str();
    F.Where = {"m.c", 2, 17};
    F.FirstLine = F.LastLine = 2;
    F.Function = "f";
    F.Subject = "index";
    F.Expression = "page -> index";
    F.Message = "100% wrong, here: x";
    F.Fingerprint = fingerprintOf(F.Check, F.Function, F.Subject, F.Expression);
    return F;
  }

  std::string text(LintFormat Format) {
    std::string Text;
    raw_string_ostream Out(Text);
    printLint(Report, Format, Texts, Out);
    return Out.str();
  }

  json::Value value(LintFormat Format) {
    Expected<json::Value> Value = json::parse(text(Format));
    EXPECT_TRUE(bool(Value));
    return Value ? *Value : json::Value(nullptr);
  }

  json::Object result() {
    json::Value Whole = value(LintFormat::Sarif);
    return *(*(*Whole.getAsObject()->getArray("runs"))[0]
                  .getAsObject()
                  ->getArray("results"))[0]
                .getAsObject();
  }
};
} // namespace

TEST_F(LintReportTest, TextIsThatOfACompiler) {
  EXPECT_EQ(text(LintFormat::Text), "m.c:2:17: warning: 100% wrong, here: x "
                                    "[memdesc-page-field-access]\n"
                                    "    2 | \tx = \u00e9 + page->index;\n"
                                    "      | \t               ^\n");
}

TEST_F(LintReportTest, OnlyWhatFailsIsShown) {
  Report.HasBaseline = true;
  Report.Findings[0].State = FindingState::Unchanged;
  EXPECT_EQ(text(LintFormat::Text), "");
  EXPECT_FALSE(isFailure(Report));
  Report.Problems.push_back(
      {CoverageProblem::Unparsed, "b.c", "the unit does not parse: x", false});
  EXPECT_EQ(text(LintFormat::Text), "b.c: error: the unit does not parse: x\n");
  EXPECT_TRUE(isFailure(Report));
  Report.Problems[0].IsKnown = true;
  EXPECT_FALSE(isFailure(Report));
}

TEST_F(LintReportTest, ASuppressionCountsAgainstABaseline) {
  Report.Findings[0].IsSuppressed = true;
  EXPECT_FALSE(isFailure(Report));
  Report.HasBaseline = true;
  EXPECT_TRUE(isFailure(Report));
}

TEST_F(LintReportTest, GithubEscapes) {
  Report.Findings[0].Where.File = "a,b:c.c";
  EXPECT_EQ(text(LintFormat::Github),
            "::warning file=a%2Cb%3Ac.c,line=2,col=17,title="
            "memdesc-page-field-access::100%25 wrong, here: x\n");
}

TEST_F(LintReportTest, GitlabFingerprintsAreTheirOwn) {
  Report.Findings.push_back(finding());
  json::Value All = value(LintFormat::Gitlab);
  ASSERT_EQ(All.getAsArray()->size(), 2u);
  const json::Object *First = (*All.getAsArray())[0].getAsObject();
  const json::Object *Second = (*All.getAsArray())[1].getAsObject();
  EXPECT_NE(First->getString("fingerprint"), Second->getString("fingerprint"));
  EXPECT_EQ(First->getString("severity"), StringRef("minor"));
  EXPECT_EQ(First->getObject("location")->getString("path"), StringRef("m.c"));
}

TEST_F(LintReportTest, SarifCountsCharacters) {
  json::Object Result = result();
  const json::Object *Region = (*Result.getArray("locations"))[0]
                                   .getAsObject()
                                   ->getObject("physicalLocation")
                                   ->getObject("region");
  EXPECT_EQ(Region->getInteger("startLine"), 2);
  EXPECT_EQ(Region->getInteger("startColumn"), 16);
  EXPECT_FALSE(Result.get("baselineState"));
  EXPECT_FALSE(Result.get("codeFlows"));
}

TEST_F(LintReportTest, SarifHasAllThatIsKnown) {
  LintFinding &F = Report.Findings[0];
  Report.HasBaseline = true;
  F.Verdict = "folio";
  F.Confidence = 0.9;
  F.Why = {{{"o.c", 4, 5}, "said so"}, {{}, "passed on"}};
  F.IsSuppressed = true;
  F.Comment = {"m.c", 1, 1};
  F.Fix = LintFix{{"m.c", 2, 11}, {"m.c", 2, 15}, 0, 4, "folio"};
  json::Object Result = result();
  EXPECT_EQ(Result.getString("baselineState"), StringRef("new"));
  EXPECT_EQ(Result.getArray("suppressions")->size(), 1u);
  EXPECT_EQ(Result.getArray("codeFlows")->size(), 1u);
  EXPECT_EQ(Result.getArray("fixes")->size(), 1u);
  EXPECT_EQ(Result.getObject("properties")->getString("verdict"),
            StringRef("folio"));
}

TEST_F(LintReportTest, WhatADiffLeavesAloneIsNotInSarif) {
  Report.Findings[0].State = FindingState::Elsewhere;
  json::Value Whole = value(LintFormat::Sarif);
  const json::Object *Run =
      (*Whole.getAsObject()->getArray("runs"))[0].getAsObject();
  EXPECT_TRUE(Run->getArray("results")->empty());
}
