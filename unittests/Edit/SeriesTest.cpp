//===- SeriesTest.cpp - patches that git am takes -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleTree.h"

#include "pagesplit/Edit/Series.h"
#include "pagesplit/Support/ChildProcess.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

PlanRules rules() {
  PlanRules Rules;
  Rules.SubsystemOf = [](StringRef File) {
    return File.split('/').first.str();
  };
  return Rules;
}

SeriesStyle style() {
  SeriesStyle Style;
  Style.RecipientsOf = [](StringRef File) {
    return std::vector<std::string>{
        "J\xC3\xBCrgen <" + File.split('/').first.str() + "@x>", "list@x"};
  };
  return Style;
}

Expected<Series> render(const SampleTree &Sample) {
  ResolvedEdits Edits = Sample.Set.resolve();
  Expected<FileTexts> Before = Sample.open().readAll(Edits);
  if (!Before)
    return Before.takeError();
  return renderSeries(planSeries(Edits.Groups, rules()), Edits, *Before,
                      style());
}

/// Run git in \p Directory; its output, and that it succeeded.
std::string git(StringRef Directory, std::vector<std::string> Arguments) {
  Arguments.insert(Arguments.begin(),
                   {"git", "-C", Directory.str(), "-c", "user.name=Test", "-c",
                    "user.email=test@x", "-c", "commit.gpgsign=false", "-c",
                    "core.autocrlf=false", "-c", "am.threeWay=false"});
  std::string Said;
  Expected<int> Code =
      runChild(Arguments, {"LC_ALL=C", "GIT_CONFIG_GLOBAL=/dev/null"},
               [&](StringRef Line) { Said += (Line + "\n").str(); });
  EXPECT_TRUE(bool(Code)) << toString(Code.takeError());
  EXPECT_EQ(Code ? *Code : -1, 0) << Said;
  return Said;
}

TEST(Series, WhoeverSendsItSignsItOff) {
  SampleTree Sample;
  ResolvedEdits Edits = Sample.Set.resolve();
  Expected<FileTexts> Before = Sample.open().readAll(Edits);
  ASSERT_TRUE(bool(Before)) << toString(Before.takeError());
  SeriesStyle Style = style();
  Style.SignedOffBy = "Ann Other <ann@x>";
  Expected<Series> S =
      renderSeries(planSeries(Edits.Groups, rules()), Edits, *Before, Style);
  ASSERT_TRUE(bool(S)) << toString(S.takeError());
  for (const SeriesPatch &Patch : S->Patches) {
    EXPECT_NE(Patch.Mail.find("\nFrom: Ann Other <ann@x>\nDate: "),
              std::string::npos);
    EXPECT_NE(Patch.Mail.find("\nSigned-off-by: Ann Other <ann@x>\n---\n"),
              std::string::npos);
  }
  // A series that is rendered again keeps its sender.
  TemporaryDirectory Out;
  ASSERT_EQ(toString(writeSeries(*S, Out.path("s"))), "");
  Expected<WrittenSeries> Again = readSeries(Out.path("s"));
  ASSERT_TRUE(bool(Again)) << toString(Again.takeError());
  EXPECT_EQ(Again->SignedOffBy, "Ann Other <ann@x>");
}

TEST(Series, PatchesSayWhatTheyDo) {
  SampleTree Sample;
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S)) << toString(S.takeError());
  ASSERT_EQ(S->Patches.size(), 3u);
  EXPECT_EQ(S->Patches[0].FileName, "0001-fs-convert-b-to-folio.patch");
  EXPECT_EQ(S->Patches[1].Subject, "mm/new: introduce struct new");
  const SeriesPatch &P = S->Patches[2];
  EXPECT_EQ(P.Subject, "mm/a: convert a() to folio");
  EXPECT_EQ(P.Files, (std::vector<std::string>{"mm/a.c"}));
  EXPECT_EQ(P.Accesses, 1u);
  EXPECT_EQ(
      P.Mail,
      "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n"
      "From: pagesplit <pagesplit@localhost>\n"
      "Date: Mon, 17 Sep 2001 00:00:00 +0000\n"
      "Subject: [PATCH 3/3] mm/a: convert a() to folio\n"
      "MIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: 8bit\n"
      "\n"
      "Every struct page that this code handles belongs to a folio. Use the "
      "type,\n"
      "the fields and the functions of that descriptor, so that the code says "
      "what\n"
      "it works on and struct page can shrink. This removes 1 access to fields "
      "of\n"
      "struct page.\n"
      "\n"
      "Changed is a().\n"
      "\n"
      "No change of behaviour is intended.\n"
      "\n"
      "Cc: J\xC3\xBCrgen <mm@x>\n"
      "Cc: list@x\n"
      "---\n"
      " mm/a.c | 6 +++---\n"
      " 1 file changed, 3 insertions(+), 3 deletions(-)\n"
      "\n"
      "diff --git a/mm/a.c b/mm/a.c\n"
      "index 3c5d9502b827..1bf32c853adc 100644\n"
      "--- a/mm/a.c\n"
      "+++ b/mm/a.c\n"
      "@@ -1,5 +1,5 @@\n"
      "-int a(struct page *page)\n"
      "+int a(struct folio *folio)\n"
      " {\n"
      "-\treturn f(page,\n"
      "-\t\t page->index);\n"
      "+\treturn folio_f(folio,\n"
      "+\t\t       folio->index);\n"
      " }\n"
      "-- \n"
      "pagesplit\n"
      "\n");
}

TEST(Series, GitTakesIt) {
  SampleTree Sample;
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S)) << toString(S.takeError());
  TemporaryDirectory Out;
  ASSERT_EQ(toString(writeSeries(*S, Out.path("series"))), "");
  std::string Tree = Sample.Directory.path("");
  git(Tree, {"init", "-q"});
  git(Tree, {"add", "."});
  git(Tree, {"commit", "-q", "-m", "start"});
  std::vector<std::string> Am = {"am", "-q", "--keep-cr"};
  for (const SeriesPatch &P : S->Patches)
    Am.push_back(Out.path("series/" + P.FileName));
  git(Tree, Am);
  FileTexts Before;
  for (const auto &[File, Text] : Sample.Files)
    Before[File] = Text;
  Before["mm/new.h"] = std::nullopt;
  Expected<FileTexts> After =
      rewrittenTexts(Before, Sample.Set.resolve().Groups);
  ASSERT_TRUE(bool(After));
  EXPECT_EQ(After->size(), 4u);
  for (const auto &[File, Text] : *After)
    EXPECT_EQ(Sample.Directory.read(File), *Text) << File;
  EXPECT_EQ(git(Tree, {"status", "--porcelain"}), "");
  EXPECT_EQ(git(Tree, {"log", "--reverse", "--format=%an|%s|%ad",
                       "--date=iso-strict", "HEAD~3.."}),
            "pagesplit|fs: convert b() to folio|2001-09-17T00:00:00+00:00\n"
            "pagesplit|mm/new: introduce struct new|2001-09-17T00:00:00+00:00\n"
            "pagesplit|mm/a: convert a() to folio|2001-09-17T00:00:00+00:00\n");
  std::string Body = git(Tree, {"log", "-1", "--format=%b", "HEAD~2"});
  EXPECT_NE(Body.find("- fs/b.c:2: b() may be called with NULL\n"),
            std::string::npos);
  EXPECT_NE(Body.find("Cc: J\xC3\xBCrgen <fs@x>\n"), std::string::npos);
}

TEST(Series, WhatIsWrittenIsRenderedAgain) {
  SampleTree Sample;
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S)) << toString(S.takeError());
  S->Patches[0].Plan.Proof = "T3";
  TemporaryDirectory Out;
  ASSERT_EQ(toString(writeSeries(*S, Out.path("s"))), "");
  Expected<WrittenSeries> Again = readSeries(Out.path("s"));
  ASSERT_TRUE(bool(Again)) << toString(Again.takeError());
  ASSERT_EQ(Again->Plan.size(), 3u);
  EXPECT_EQ(Again->Plan[0].Proof, "T3");
  EXPECT_EQ(Again->Plan[1].Groups, S->Patches[1].Plan.Groups);
  EXPECT_EQ(Again->Plan[2].Prefix, "mm/a");
  EXPECT_EQ(Again->Edits.Findings, S->Edits.Findings);
  FileTexts Before = cantFail(Sample.open().readAll(Again->Edits));
  Expected<Series> Whole =
      renderSeries(Again->Plan, Again->Edits, Before, style());
  ASSERT_TRUE(bool(Whole));
  EXPECT_EQ(Whole->Patches[1].Mail, S->Patches[1].Mail);
  EXPECT_NE(Whole->Patches[0].Mail.find("\nProof: T3\n"), std::string::npos);
  // Without a group the rest is numbered anew.
  llvm::erase_if(Again->Edits.Groups, [](const EditGroup &G) {
    return G.Name == "field-access:fs/b.c";
  });
  Expected<Series> Part =
      renderSeries(Again->Plan, Again->Edits, Before, style());
  ASSERT_TRUE(bool(Part));
  ASSERT_EQ(Part->Patches.size(), 2u);
  EXPECT_EQ(Part->Patches[1].FileName, "0002-mm-a-convert-a-to-folio.patch");
}

TEST(Series, TheDirectoryHasAllThatIsKnown) {
  SampleTree Sample;
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S));
  TemporaryDirectory Out;
  ASSERT_EQ(toString(writeSeries(*S, Out.path("a/s/"))), "");
  EXPECT_EQ(Out.read("a/s/series"), "0001-fs-convert-b-to-folio.patch\n"
                                    "0002-mm-new-introduce-struct-new.patch\n"
                                    "0003-mm-a-convert-a-to-folio.patch\n");
  EXPECT_EQ(Out.read("a/s/findings.tsv"),
            "reason\trewriter\tfile\tline\tcolumn\tsubject\tdetail\n"
            "headness\tapi-call\tfs/b.c\t3\t5\tpage\ttail \n");
  std::string Letter = Out.read("a/s/0000-cover-letter.patch");
  EXPECT_NE(Letter.find("Subject: [PATCH 0/3] "), std::string::npos);
  EXPECT_NE(Letter.find("3. mm/a: convert a() to folio (1 access)\n"),
            std::string::npos);
  EXPECT_NE(Letter.find("1 headness: nothing proves that the page is not a "
                        "tail page\n"),
            std::string::npos);
  std::string Json = Out.read("a/s/series.json");
  EXPECT_NE(Json.find("\"mm/a.c\": \"" + contentHash(Sample.Files["mm/a.c"])),
            std::string::npos);
}

TEST(Series, ADirectoryThatIsThereStays) {
  SampleTree Sample;
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S));
  TemporaryDirectory Out;
  Out.write("s/mine", "x");
  Out.write("file", "x");
  EXPECT_EQ(toString(writeSeries(*S, Out.path("s"))),
            Out.path("s") + ": error: is there already; take it away or name "
                            "another directory for the series");
  EXPECT_EQ(toString(writeSeries(*S, Out.path("file"))),
            Out.path("file") + ": error: cannot read: Not a directory");
  ASSERT_EQ(toString(makeDirectory(Out.path("empty"))), "");
  EXPECT_EQ(toString(writeSeries(*S, Out.path("empty"))), "");
  EXPECT_NE(Out.read("empty/series"), "");
  std::error_code Code;
  std::set<std::string> Names;
  for (sys::fs::directory_iterator It(Out.path(""), Code), End; It != End;
       It.increment(Code))
    Names.insert(sys::path::filename(It->path()).str());
  EXPECT_EQ(Names, (std::set<std::string>{"empty", "file", "s"}));
}

TEST(Series, LinesThatWouldEndTheMessageDoNot) {
  SampleTree Sample;
  EditGroup More = group("field-access:fs/b.c", {});
  More.Remarks = {"--- a", "From here", "diff --git"};
  Sample.Set.add(More);
  Expected<Series> S = render(Sample);
  ASSERT_TRUE(bool(S));
  StringRef Mail = S->Patches[0].Mail;
  EXPECT_TRUE(Mail.contains("\n --- a\n\n From here\n\n diff --git\n"))
      << Mail.str();
}

TEST(Series, NotASeries) {
  TemporaryDirectory Out;
  auto Said = [&](StringRef Text) {
    Out.write("s/series.json", Text);
    Expected<WrittenSeries> S = readSeries(Out.path("s"));
    std::string Message = S ? "" : toString(S.takeError());
    return Message.substr(
        std::min(Message.size(), Out.path("s/series.json").size()));
  };
  EXPECT_EQ(Said("{}"), ": error: not the description of a series");
  EXPECT_EQ(Said("{\"pagesplit-series\":9}"),
            ": error: series of format version 9, this pagesplit reads version "
            "1; rewrite again");
  EXPECT_EQ(Said("{\"pagesplit-series\":1,\"patches\":[{\"prefix\":1}]}"),
            ": error: missing value at series.patches[0].subsystem");
  EXPECT_EQ(Said("{").substr(0, 5), ":1:1:");
}

} // namespace
