//===- EditFileTest.cpp - an edit set written down ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleEdits.h"

#include "pagesplit/Edit/EditFile.h"
#include "pagesplit/Support/OutputFile.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

template <typename T> std::string print(const T &Edits) {
  std::string Text;
  raw_string_ostream Out(Text);
  printEdits(Edits, Out);
  return Text;
}

std::string complaint(StringRef Text) {
  EditSet Set;
  Error E = parseEdits(Text, "x.jsonl", Set);
  return E ? toString(std::move(E)) : "";
}

EditSet fullSet() {
  EditGroup G = wrapped("local-variable:f:page", 3, 7, "page_folio(");
  G.Where = {"f", 1, 4};
  G.Title = "convert f";
  G.Subjects = {"f", "g"};
  G.Remarks = {"Because."};
  G.Needs = {"other"};
  G.Notes = {"f:1: may be NULL"};
  G.Accesses = {"f:1:4"};
  G.Edits.insert(replacement("f", 20, "\xE9page", "\xE9\"\\\n"));
  EditSet Set = setOf({G, group("other", {insertion("new.h", 0, "x")})});
  Set.addSource("new.h", NoFileYet);
  Set.refuse("third", {Refusal::ExactPage, "r", {"g", 2, 0}, "s", "d"});
  Set.add({Refusal::NotCovered, "r", {"g", 3, 1}, "s", "\xE9"});
  return Set;
}

TEST(EditFile, WhatIsWrittenIsReadAgain) {
  std::string Text = print(fullSet());
  EditSet Again;
  EXPECT_EQ(toString(parseEdits(Text, "x", Again)), "");
  EXPECT_EQ(print(Again), Text);
  ASSERT_EQ(Again.groups().size(), 2u);
  EXPECT_EQ(Again.groups().begin()->second.Edits,
            fullSet().groups().begin()->second.Edits);
  EXPECT_EQ(*Again.sources().at("new.h").begin(), NoFileYet);
}

TEST(EditFile, AResolvedSetResolvesToItself) {
  std::string Text = print(fullSet().resolve());
  EditSet Again;
  EXPECT_EQ(toString(parseEdits(Text, "x", Again)), "");
  EXPECT_EQ(print(Again.resolve()), Text);
}

TEST(EditFile, ErrorsSayWhere) {
  StringRef Head = "{\"pagesplit-edits\":1}\n";
  EXPECT_EQ(complaint(""), "x.jsonl:1:1: error: empty, not an edit file");
  EXPECT_EQ(complaint("{\"x\":1}\n"),
            "x.jsonl:1:1: error: not a pagesplit edit file");
  EXPECT_EQ(complaint("{\"pagesplit-edits\":2}\n"),
            "x.jsonl:1:1: error: edit file of format version 2, this pagesplit "
            "reads version 1; rewrite again");
  EXPECT_EQ(complaint(Head),
            "x.jsonl:2:1: error: truncated: the last line is missing");
  EXPECT_EQ(complaint((Head + "{\"end\":2}\n").str()),
            "x.jsonl:2:1: error: the last line does not count the 1 lines "
            "before it: lines were lost or added");
  EXPECT_EQ(complaint((Head + "{\"end\":1}\n{}\n").str()),
            "x.jsonl:3:1: error: text after the last line of the edit file");
  EXPECT_EQ(complaint((Head + "{\"what\":{}}\n").str()),
            "x.jsonl:2:3: error: unknown record 'what'");
  EXPECT_EQ(complaint((Head + "{\"finding\": oops}\n").str()).substr(0, 12),
            "x.jsonl:2:13");
}

TEST(EditFile, RecordsMustBeWhole) {
  auto Complaint = [](StringRef Record) {
    return complaint(("{\"pagesplit-edits\":1}\n" + Record + "\n").str())
        .substr(strlen("x.jsonl:2:1: error: "));
  };
  EXPECT_EQ(Complaint(R"({"group":{"rewriter":"r","edits":[]}})"),
            "missing at group.name");
  EXPECT_EQ(Complaint(R"({"group":{"name":"n","rewriter":"r"}})"),
            "expected a list of edits at group.edits");
  EXPECT_EQ(Complaint(R"({"group":{"name":"n","rewriter":"r","edits":[],)"
                      R"("more":1}})"),
            "unknown key at group.more");
  EXPECT_EQ(Complaint(R"({"group":{"name":"n","rewriter":"r","edits":[)"
                      R"({"file":"f","text":"x"}]}})"),
            "missing at group.edits[0].at");
  EXPECT_EQ(Complaint(R"({"group":{"name":"n","rewriter":"r","edits":[)"
                      R"({"file":"f","at":1,"was":"a","reach":4}]}})"),
            "only an insertion belongs to an expression at "
            "group.edits[0].reach");
  EXPECT_EQ(Complaint(R"({"group":{"name":"n","rewriter":"r","edits":[)"
                      R"({"file":"f","at":1,"was-hex":"zz"}]}})"),
            "expected hexadecimal digits at group.edits[0].was");
  EXPECT_EQ(Complaint(R"({"finding":{"reason":"whim"}})"),
            "expected one of the documented words at finding.reason");
  EXPECT_EQ(Complaint(R"({"source":{"file":"f"}})"),
            "expected either a hash or \"new\" at source.hash");
  EXPECT_EQ(Complaint(R"({"refused":{"group":"g"}})"),
            "missing at refused.why");
}

std::string page() {
  return cantFail(readFile(PAGESPLIT_DOCS "/file-formats.md"));
}

TEST(EditFile, TheExampleInTheDocumentationIsWhatWeWouldWrite) {
  std::string Page = page();
  StringRef Example =
      StringRef(Page).split("```jsonl edits\n").second.split("```").first;
  EditSet Set;
  EXPECT_EQ(toString(parseEdits(Example, "example", Set)), "");
  EXPECT_EQ(print(Set), Example.str());
  EXPECT_EQ(Set.resolve().Groups.size(), 2u);
}

TEST(Finding, EveryReasonHasItsWord) {
  std::set<std::string> Words;
  unsigned Number = 0;
#define PAGESPLIT_REFUSAL(ENUMERATOR, WORD, MESSAGE)                           \
  ++Number;                                                                    \
  Words.insert(WORD);                                                          \
  EXPECT_EQ(refusalOf(WORD), Refusal::ENUMERATOR);                             \
  EXPECT_EQ(wordOf(Refusal::ENUMERATOR), WORD);                                \
  EXPECT_NE(page().find("\n| `" WORD "` | " MESSAGE " |\n"),                   \
            std::string::npos)                                                 \
      << WORD " is not documented";                                            \
  EXPECT_EQ(messageFor(Refusal::ENUMERATOR), MESSAGE);
#include "pagesplit/Edit/Refusals.def"
  EXPECT_EQ(Words.size(), Number);
  EXPECT_EQ(refusalOf("whim"), std::nullopt);
}

} // namespace
