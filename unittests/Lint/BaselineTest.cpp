//===- BaselineTest.cpp - findings against a baseline
//-----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/Baseline.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static LintFinding access(StringRef File, StringRef Function,
                          StringRef Expression, bool IsSuppressed = false) {
  LintFinding F;
  F.Check = FieldAccessCheck.str();
  F.Where = {File.str(), 1, 1};
  F.Function = Function.str();
  F.Subject = "index";
  F.Expression = Expression.str();
  F.IsSuppressed = IsSuppressed;
  F.Fingerprint = fingerprintOf(F.Check, F.Function, F.Subject, F.Expression);
  return F;
}

static Baseline baseline(const std::vector<LintFinding> &Of) {
  Baseline B;
  B.Conditions = {{"memdesc-page-api", "memdesc-page-field-access"},
                  "linux-6.12",
                  "0123456789abcdef"};
  for (const LintFinding &F : Of)
    ++B.Entries[entryOf(F)];
  return B;
}

static std::string text(const Baseline &B) {
  std::string Text;
  raw_string_ostream Out(Text);
  printBaseline(B, Out);
  return Out.str();
}

static std::string fault(StringRef Text) {
  Expected<Baseline> Read = parseBaseline(Text, "b");
  return Read ? "" : toString(Read.takeError());
}

static FileFate examined(StringRef) { return FileFate::Examined; }

static std::vector<bool> areNew(const Baseline &Old,
                                std::vector<LintFinding> Now,
                                function_ref<FileFate(StringRef)> Fate) {
  matchBaseline(Old, Now, Fate);
  std::vector<bool> New;
  for (const LintFinding &F : Now)
    New.push_back(F.State == FindingState::New);
  return New;
}

using Bools = std::vector<bool>;

TEST(BaselineFile, IsSortedAndReadBack) {
  Baseline B = baseline({access("m.c", "g", "p -> index"),
                         access("m.c", "f", "p -> index"),
                         access("m.c", "f", "p -> index"),
                         access("a.c", "f", "p -> index", true)});
  B.Unparsed = {"broken.c"};
  B.Unseen = {"tools/"};
  std::string Text = text(B);
  EXPECT_EQ(
      Text,
      "# pagesplit lint baseline 1; see docs/lint.md\n"
      "checks\tmemdesc-page-api memdesc-page-field-access\n"
      "finding\tm.c\tmemdesc-page-field-access\tf\tindex\tp -> index\t2\t" +
          fingerprintOf(FieldAccessCheck, "f", "index", "p -> index") +
          "\n"
          "finding\tm.c\tmemdesc-page-field-access\tg\tindex\tp -> index\t1\t" +
          fingerprintOf(FieldAccessCheck, "g", "index", "p -> index") +
          "\n"
          "knowledge\tlinux-6.12\t0123456789abcdef\n"
          "suppressed\ta.c\tmemdesc-page-field-access\tf\tindex\tp -> "
          "index\t1\t" +
          fingerprintOf(FieldAccessCheck, "f", "index", "p -> index") +
          "\n"
          "unparsed\tbroken.c\n"
          "unseen\ttools/\n");
  Expected<Baseline> Read = parseBaseline(Text, "b");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_EQ(text(*Read), Text);
  EXPECT_EQ(Read->findings(), 3u);
  EXPECT_EQ(Read->suppressions(), 1u);
}

TEST(BaselineFile, AnEditedLineIsNoticed) {
  std::string Text = text(baseline({access("m.c", "f", "p -> index")}));
  std::string Edited = Text;
  Edited.replace(Edited.find("p -> index"), 1, "q");
  EXPECT_EQ(fault(Edited),
            "b:3:1: error: the fingerprint is not that of the line");
}

TEST(BaselineFile, FaultsHaveALine) {
  StringRef Title = "# pagesplit lint baseline 1\n";
  EXPECT_EQ(fault("x\n"),
            "b:1:1: error: this is no baseline of pagesplit lint");
  EXPECT_EQ(fault("# pagesplit lint baseline 2\n"),
            "b:1:1: error: this baseline is of version 2, and this pagesplit "
            "reads version 1");
  EXPECT_EQ(fault((Title + "<<<<<<< HEAD\n").str()),
            "b:2:1: error: an unresolved conflict");
  EXPECT_EQ(fault((Title + "what\n").str()),
            "b:2:1: error: not a line of a baseline");
  EXPECT_EQ(fault((Title + "finding\tm.c\n").str()),
            "b:2:1: error: expected 8 columns, parted by tabs");
  EXPECT_EQ(fault((Title + "checks\ta\nchecks\tb\n").str()),
            "b:3:1: error: the checks were named before");
  EXPECT_EQ(fault(Title),
            "b: error: the baseline does not say its checks and knowledge");
}

TEST(BaselineConditions, MustBeTheSame) {
  Baseline Old = baseline({});
  LintConditions Now = Old.Conditions;
  EXPECT_FALSE(errorToBool(compareConditions(Old, Now, "b")));
  Now.Checks.erase("memdesc-page-api");
  EXPECT_TRUE(errorToBool(compareConditions(Old, Now, "b")));
  Now = Old.Conditions;
  Now.Digest = "fedcba9876543210";
  EXPECT_TRUE(errorToBool(compareConditions(Old, Now, "b")));
  Now = Old.Conditions;
  Now.HasSnapshot = true;
  EXPECT_TRUE(errorToBool(compareConditions(Old, Now, "b")));
}

TEST(BaselineMatch, EqualFindingsAreCounted) {
  Baseline Old = baseline({access("m.c", "f", "p -> index")});
  EXPECT_EQ(areNew(Old,
                   {access("m.c", "f", "p -> index"),
                    access("m.c", "f", "p -> index")},
                   examined),
            (Bools{false, true}));
}

TEST(BaselineMatch, AFileThatWasRenamedIsNotNew) {
  Baseline Old = baseline({access("old.c", "f", "p -> index")});
  auto Fate = [](StringRef File) {
    return File == "old.c" ? FileFate::Gone : FileFate::Examined;
  };
  EXPECT_EQ(areNew(Old, {access("new.c", "f", "p -> index")}, Fate),
            Bools{false});
}

TEST(BaselineMatch, AFileThatWasNotLookedAtHasNothingToGive) {
  Baseline Old = baseline({access("other.c", "f", "p -> index")});
  auto Fate = [](StringRef File) {
    return File == "other.c" ? FileFate::NotLooked : FileFate::Examined;
  };
  std::vector<LintFinding> Now = {access("m.c", "f", "p -> index")};
  BaselineMatch Match = matchBaseline(Old, Now, Fate);
  EXPECT_EQ(Now[0].State, FindingState::New);
  EXPECT_EQ(Match.Kept, Old.Entries);
  EXPECT_TRUE(Match.Absent.empty());
}

TEST(BaselineMatch, TheOwnFileComesFirst) {
  Baseline Old = baseline(
      {access("a.c", "f", "p -> index"), access("b.c", "f", "p -> index")});
  EXPECT_EQ(areNew(Old,
                   {access("a.c", "f", "p -> index"),
                    access("a.c", "f", "p -> index"),
                    access("b.c", "f", "p -> index")},
                   examined),
            (Bools{false, true, false}));
}

TEST(BaselineMatch, ACodeBlockInAnotherFunctionIsNotNew) {
  Baseline Old = baseline({access("m.c", "f", "p -> index")});
  EXPECT_EQ(areNew(Old, {access("m.c", "g", "p -> index")}, examined),
            Bools{false});
  EXPECT_EQ(areNew(Old, {access("m.c", "f", "q -> index")}, examined),
            Bools{true});
}

TEST(BaselineMatch, ASuppressionNeedsItsOwnEntry) {
  Baseline Plain = baseline({access("m.c", "f", "p -> index")});
  Baseline Suppressed = baseline({access("m.c", "f", "p -> index", true)});
  EXPECT_EQ(areNew(Plain, {access("m.c", "f", "p -> index", true)}, examined),
            Bools{true});
  EXPECT_EQ(
      areNew(Suppressed, {access("m.c", "f", "p -> index", true)}, examined),
      Bools{false});
  EXPECT_EQ(areNew(Suppressed, {access("m.c", "f", "p -> index")}, examined),
            Bools{false});
}

TEST(BaselineMatch, WhatADiffLeavesAloneTakesTheEntryFirst) {
  Baseline Old = baseline({access("m.c", "f", "p -> index")});
  LintFinding Added = access("m.c", "f", "p -> index");
  LintFinding There = access("m.c", "f", "p -> index");
  There.Where.Line = 9;
  There.State = FindingState::Elsewhere;
  std::vector<LintFinding> Now = {Added, There};
  matchBaseline(Old, Now, examined);
  EXPECT_EQ(Now[0].State, FindingState::New);
  EXPECT_EQ(Now[1].State, FindingState::Elsewhere);
}

TEST(BaselineMatch, WhatIsGoneIsAbsent) {
  Baseline Old = baseline(
      {access("m.c", "f", "p -> index"), access("m.c", "f", "p -> index")});
  std::vector<LintFinding> Now = {access("m.c", "f", "p -> index")};
  BaselineMatch Match = matchBaseline(Old, Now, examined);
  EXPECT_EQ(Match.Kept, baseline(Now).Entries);
  EXPECT_EQ(Match.Absent, baseline(Now).Entries);
}

TEST(BaselineNames, DirectoriesEndInASlash) {
  EXPECT_TRUE(coversFile({"tools/"}, "tools/perf/a.c"));
  EXPECT_FALSE(coversFile({"tools"}, "tools/perf/a.c"));
  EXPECT_TRUE(coversFile({"a.c"}, "a.c"));
  EXPECT_FALSE(coversFile({"a.c"}, "a.cc"));
}
