//===- PatchTest.cpp - what a diff adds and removes
//-------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Patch.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {
class PatchTest : public testing::Test {
protected:
  SourceTexts Texts{"/nowhere"};

  Expected<PatchedTree> apply(StringRef Diff) {
    Expected<Patch> Read = parsePatch(Diff, "a.diff");
    if (!Read)
      return Read.takeError();
    return PatchedTree::make(*Read, Texts);
  }

  std::string fault(StringRef Diff) {
    Expected<PatchedTree> Tree = apply(Diff);
    return Tree ? "" : toString(Tree.takeError());
  }

  static LintFinding access(StringRef File, unsigned Line,
                            StringRef Expression) {
    LintFinding F;
    F.Check = FieldAccessCheck.str();
    F.Where = {File.str(), Line, 1};
    F.FirstLine = F.LastLine = Line;
    F.Expression = Expression.str();
    return F;
  }

  static bool isNew(const PatchedTree &Tree, LintFinding F) {
    std::vector<LintFinding> One = {std::move(F)};
    Tree.judge(One);
    return One[0].State == FindingState::New;
  }
};
} // namespace

TEST_F(PatchTest, AddedLinesCountInTheTree) {
  Texts.set("m.c", "a\nnew\nb\nc\n");
  auto Tree = apply("diff --git a/m.c b/m.c\n--- a/m.c\n+++ b/m.c\n"
                    "@@ -1,2 +1,3 @@\n a\n+new\n b\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_EQ(Tree->files(), std::set<std::string>{"m.c"});
  EXPECT_TRUE(Tree->adds("m.c", 2, 2));
  EXPECT_TRUE(Tree->adds("m.c", 1, 4));
  EXPECT_FALSE(Tree->adds("m.c", 1, 1));
  EXPECT_FALSE(Tree->adds("m.c", 3, 9));
  EXPECT_FALSE(Tree->adds("other.c", 2, 2));
}

TEST_F(PatchTest, WithoutContextAndGit) {
  Texts.set("m.c", "a\nnew\nb\n");
  auto Tree = apply("--- a/m.c\t2026-01-01\n+++ b/m.c\t2026-01-02\n"
                    "@@ -1,0 +2 @@\n+new\n@@ -4,2 +3,0 @@\n-x\n-y\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_TRUE(Tree->adds("m.c", 2, 2));
  EXPECT_FALSE(Tree->adds("m.c", 3, 3));
}

TEST_F(PatchTest, AMovedExpressionIsNotNew) {
  Texts.set("m.c", "f();\n\tx = page->index;\n");
  auto Tree = apply("--- a/m.c\n+++ b/m.c\n@@ -1,2 +1,2 @@\n"
                    "-x = page ->\n-index;\n+f();\n+\tx = page->index;\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_FALSE(isNew(*Tree, access("m.c", 2, "page -> index")));
  EXPECT_TRUE(isNew(*Tree, access("m.c", 2, "page -> lru")));
  EXPECT_TRUE(isNew(*Tree, access("m.c", 2, "head -> index")));
}

TEST_F(PatchTest, OneRemovedExpressionMakesUpForOne) {
  Texts.set("m.c", "page->index;\npage->index;\n");
  auto Tree = apply("--- a/m.c\n+++ b/m.c\n@@ -1 +1,2 @@\n"
                    "-y = page->index;\n+page->index;\n+page->index;\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  std::vector<LintFinding> Two = {access("m.c", 1, "page -> index"),
                                  access("m.c", 2, "page -> index")};
  Tree->judge(Two);
  EXPECT_EQ(Two[0].State, FindingState::Elsewhere);
  EXPECT_EQ(Two[1].State, FindingState::New);
}

TEST_F(PatchTest, WhatWasInACommentWasNoAccess) {
  Texts.set("m.c", "/*\n */\npage->index;\n");
  auto Tree = apply("--- a/m.c\n+++ b/m.c\n@@ -1,3 +1,3 @@\n /*\n"
                    "- * page->index\n  */\n+page->index;\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_TRUE(isNew(*Tree, access("m.c", 3, "page -> index")));
}

TEST_F(PatchTest, ACallMayHaveOtherArgumentsNow) {
  Texts.set("m.c", "lock_page(head);\n");
  auto Tree = apply("--- a/m.c\n+++ b/m.c\n@@ -1 +1 @@\n-lock_page(page);\n"
                    "+lock_page(head);\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  LintFinding F = access("m.c", 1, "lock_page ( head )");
  F.Check = PageApiCheck.str();
  F.Subject = "lock_page";
  EXPECT_FALSE(isNew(*Tree, F));
  F.Subject = "unlock_page";
  EXPECT_TRUE(isNew(*Tree, F));
}

TEST_F(PatchTest, WhatARemovedFileHadMayBeElsewhere) {
  Texts.set("new.c", "page->index;\n");
  auto Tree = apply("diff --git a/old.c b/old.c\ndeleted file mode 100644\n"
                    "--- a/old.c\n+++ /dev/null\n@@ -1 +0,0 @@\n"
                    "-page->index;\n"
                    "diff --git a/new.c b/new.c\nnew file mode 100644\n"
                    "--- /dev/null\n+++ b/new.c\n@@ -0,0 +1 @@\n"
                    "+page->index;\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_FALSE(isNew(*Tree, access("new.c", 1, "page -> index")));
}

TEST_F(PatchTest, ARenameAddsNothing) {
  Texts.set("new.c", "page->index;\n");
  auto Tree = apply("diff --git a/old.c b/new.c\nsimilarity index 100%\n"
                    "rename from old.c\nrename to new.c\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_TRUE(Tree->files().empty());
}

TEST_F(PatchTest, AMailIsADiffToo) {
  Texts.set("m.c", "new\n");
  auto Tree = apply("From 1234 Mon Sep 17 00:00:00 2001\nSubject: x\n\n---\n"
                    " m.c | 1 +\n\ndiff --git a/m.c b/m.c\nnew file mode "
                    "100644\n--- /dev/null\n+++ b/m.c\n@@ -0,0 +1 @@\n+new\n"
                    "-- \n2.39.5\n");
  ASSERT_TRUE(bool(Tree)) << toString(Tree.takeError());
  EXPECT_TRUE(Tree->adds("m.c", 1, 1));
}

TEST_F(PatchTest, ADiffOfAnotherTreeIsRefused) {
  Texts.set("m.c", "a\nb\n");
  EXPECT_EQ(fault("--- a/m.c\n+++ b/m.c\n@@ -1 +1,2 @@\n a\n+other\n"),
            "m.c:2:1: error: the tree does not have this line as the diff "
            "does (a.diff, hunk at line 3)");
  EXPECT_EQ(fault("--- a/m.c\n+++ b/m.c\n@@ -9 +9 @@\n-a\n+b\n"),
            "a.diff:3:1: error: this hunk is not of the file as it is: m.c");
  EXPECT_EQ(fault("--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n"),
            "x.c: error: the diff changes this file, and the tree does not "
            "have it");
}

TEST_F(PatchTest, WhatIsNoDiffIsRefused) {
  EXPECT_EQ(fault("hello\n"), "a.diff: error: there is no diff in it");
  EXPECT_EQ(fault(""), "");
  EXPECT_EQ(fault("--- a/m.c\n+++ b/m.c\n@@ -1,3 +1,3 @@\n a\n"),
            "a.diff:4:1: error: the diff is cut off");
  EXPECT_EQ(fault("--- a/m.c\n+++ b/m.c\n@@ -1,2 +1,2 @@\n a\nwhat\n"),
            "a.diff:5:1: error: not a line of this hunk");
  EXPECT_EQ(fault("--- a/m.c\n+++ b/m.c\n@@ -x @@\n"),
            "a.diff:3:1: error: not the head of a hunk");
  Texts.set("m.c", "b\n");
  StringRef Change = "--- a/m.c\n+++ b/m.c\n@@ -1 +1 @@\n-a\n+b\n";
  EXPECT_NE(fault((Change + Change).str()).find("changes m.c twice"),
            std::string::npos);
}
