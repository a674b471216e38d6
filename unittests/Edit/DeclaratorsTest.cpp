//===- DeclaratorsTest.cpp - one type of a declaration list changes -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/Declarators.h"
#include "pagesplit/Edit/EditText.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// \p Marked with its marks taken out: '<' '>' around the type, '[' ']' around
/// each declarator, '^' in front of the declaration.
struct Sample {
  explicit Sample(StringRef Marked) {
    for (char C : Marked) {
      unsigned At = Text.size();
      switch (C) {
      case '^':
        List.Begin = At;
        break;
      case '<':
        List.Type.Begin = At;
        break;
      case '>':
        List.Type.End = At;
        break;
      case '[':
        List.Declarators.push_back({At, At});
        break;
      case ']':
        List.Declarators.back().End = At;
        break;
      default:
        Text += C;
      }
    }
  }
  std::string Text;
  DeclarationList List;
};

std::string retype(StringRef Marked, ArrayRef<std::string> NewTypes,
                   ArrayRef<Edit> More = {}) {
  Sample S(Marked);
  Expected<std::vector<Edit>> Edits =
      retypeDeclarators(S.Text, "a.c", S.List, NewTypes);
  if (!Edits)
    return toString(Edits.takeError());
  std::set<Edit> All(Edits->begin(), Edits->end());
  All.insert(More.begin(), More.end());
  Expected<std::string> Text = applyEdits(S.Text, "a.c", All);
  return Text ? *Text : toString(Text.takeError());
}

TEST(Declarators, First) {
  EXPECT_EQ(retype("{\n\t^struct <page> [*a], [*b];\n}", {"folio", ""}),
            "{\n\tstruct folio *a;\n\tstruct page *b;\n}");
}

TEST(Declarators, Middle) {
  EXPECT_EQ(
      retype("\t^struct <page> [*a], [*b = f(a, 0)], [c];", {"", "folio", ""}),
      "\tstruct page *a;\n\tstruct folio *b = f(a, 0);\n"
      "\tstruct page c;");
}

TEST(Declarators, Last) {
  EXPECT_EQ(retype("^static struct <page> [*a],\n\t\t   [*b];", {"", "folio"}),
            "static struct page *a;\nstatic struct folio *b;");
}

TEST(Declarators, NeighboursOfOneTypeStayTogether) {
  EXPECT_EQ(retype("^struct <page> [*a], [*b], [*c], [*d];",
                   {"folio", "folio", "", ""}),
            "struct folio *a, *b;\nstruct page *c, *d;");
  EXPECT_EQ(retype("if (x) { ^struct <page> [*a], [*b]; }", {"folio", "folio"}),
            "if (x) { struct folio *a, *b; }")
      << "nothing to split";
}

TEST(Declarators, SeveralNewTypes) {
  EXPECT_EQ(retype("^<struct page> const [*a], [*b];",
                   {"struct folio", "struct slab"}),
            "struct folio const *a;\nstruct slab const *b;");
}

TEST(Declarators, LineEndsAreThoseOfTheFile) {
  EXPECT_EQ(retype("\t^struct <page> [*a], [*b];\r\n", {"", "folio"}),
            "\tstruct page *a;\r\n\tstruct folio *b;\r\n");
}

TEST(Declarators, CommentsStay) {
  EXPECT_EQ(retype("\t^struct <page> [*a], /* one */\n\t\t    [*b]; /* two */",
                   {"", "folio"}),
            "\tstruct page *a; /* one */\n\tstruct folio *b; /* two */");
}

TEST(Declarators, NamesMayChangeToo) {
  EXPECT_EQ(retype("^struct <page> [*page], [*b = page];", {"folio", ""},
                   {replacement("a.c", 13, "page", "folio"),
                    replacement("a.c", 24, "page", "&folio->page")}),
            "struct folio *folio;\nstruct page *b = &folio->page;");
}

TEST(Declarators, WhatCannotBeSplitIsRefused) {
  EXPECT_EQ(retype("for (^struct <page> [*a], [*b]; a; b)", {"folio", ""}),
            "a.c:1:6: error: the declaration does not begin its line");
  EXPECT_EQ(retype("^struct <s> { int x; } [*a], [*b];", {"t", ""}),
            "a.c:1:1: error: more than names stands before the declarators");
  EXPECT_EQ(retype("^struct <page> [*a], [*b])", {"folio", ""}),
            "a.c:1:19: error: no semicolon stands behind the declarators");
  EXPECT_EQ(retype("^struct <page> [*a],\n#ifdef X\n[*b];", {"folio", ""}),
            "a.c:1:15: error: more than a comma stands between two "
            "declarators");
  EXPECT_EQ(retype("^struct <page> [*a] __used, [*b];", {"folio", ""}),
            "a.c:1:16: error: more than a comma stands between two "
            "declarators");
  EXPECT_EQ(retype("[*a], ^struct <page> [*b];", {"folio", ""}),
            "a.c:1:5: error: the parts of the declaration are not in order");
}

} // namespace
