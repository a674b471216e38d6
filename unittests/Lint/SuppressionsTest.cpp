//===- SuppressionsTest.cpp - NOLINT comments
//-------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Suppressions.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

/// The lines of \p Text on which a finding of \p Check is suppressed.
static std::vector<unsigned> suppressed(StringRef Text,
                                        StringRef Check = FieldAccessCheck) {
  SourceTexts Texts("/nowhere");
  Texts.set("a.c", Text.str());
  std::vector<LintFinding> Findings;
  for (unsigned Line = 1; Line <= Text.count('\n'); ++Line) {
    LintFinding F;
    F.Check = Check.str();
    F.Where = {"a.c", Line, 1};
    Findings.push_back(F);
  }
  markSuppressed(Findings, Texts);
  std::vector<unsigned> Lines;
  for (const LintFinding &F : Findings)
    if (F.IsSuppressed)
      Lines.push_back(F.Where.Line);
  return Lines;
}

using Lines = std::vector<unsigned>;

TEST(Suppressions, OnTheLineAndOnTheNext) {
  EXPECT_EQ(suppressed("a; // NOLINT\nb;\n"), Lines{1});
  EXPECT_EQ(suppressed("/* NOLINTNEXTLINE */\nb;\nc;\n"), Lines{2});
  EXPECT_EQ(suppressed("a; // NOLINTED\nb; // XNOLINT\n"), Lines());
}

TEST(Suppressions, OnlyTheNamedChecks) {
  EXPECT_EQ(suppressed("a; // NOLINT(memdesc-page-field-access)\n"), Lines{1});
  EXPECT_EQ(suppressed("a; // NOLINT(memdesc-*)\n"), Lines{1});
  EXPECT_EQ(suppressed("a; // NOLINT(bugprone-*, memdesc-page-api)\n"),
            Lines());
  EXPECT_EQ(suppressed("a; // NOLINT(*,-memdesc-page-field-access)\n"),
            Lines());
  EXPECT_EQ(
      suppressed("a; // NOLINT(*,-memdesc-page-field-access)\n", PageApiCheck),
      Lines{1});
  EXPECT_EQ(suppressed("a; // NOLINT()\n"), Lines());
}

TEST(Suppressions, FromBeginToTheEndWithTheSameList) {
  EXPECT_EQ(suppressed("// NOLINTBEGIN\nb;\n// NOLINTEND\nd;\n"),
            (Lines{1, 2, 3}));
  EXPECT_EQ(suppressed("// NOLINTBEGIN(memdesc-*)\nb;\n// NOLINTEND\n"),
            Lines());
  EXPECT_EQ(suppressed("// NOLINTBEGIN\nb;\n"), Lines());
}

TEST(Suppressions, TheCommentIsNamed) {
  SourceTexts Texts("/nowhere");
  Texts.set("a.c", "// NOLINTNEXTLINE\nb;\n");
  LintFinding F;
  F.Check = PageApiCheck.str();
  F.Where = {"a.c", 2, 1};
  std::vector<LintFinding> Findings = {F};
  markSuppressed(Findings, Texts);
  ASSERT_TRUE(Findings[0].IsSuppressed);
  EXPECT_EQ(Findings[0].Comment.Line, 1u);
  EXPECT_EQ(Findings[0].Comment.Column, 4u);
}
