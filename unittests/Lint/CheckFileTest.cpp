//===- CheckFileTest.cpp - what the checks found in a unit ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/CheckFile.h"

#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static CheckDiagnostic diagnostic() {
  CheckDiagnostic D;
  D.Check = "memdesc-page-list";
  D.Where = {"mm/a.c", 3, 5};
  D.Function = "f";
  D.Message = "a list";
  D.Body = {"mm/a.h", 1, 2};
  D.Macro = "add";
  D.Notes = {{{"mm/a.c", 1, 1}, "from here"}};
  D.Edit = CheckEdit{7, 0, "x"};
  return D;
}

static std::string printed(const CheckResults &Results) {
  std::string Text;
  raw_string_ostream Out(Text);
  printCheckResults(Results, Out);
  return Out.str();
}

static std::string faultOf(StringRef Text) {
  CheckResults Into;
  return toString(parseCheckResults(Text, "x.checks", Into));
}

TEST(CheckFile, KeepsAllOfIt) {
  CheckResults Results;
  Results.Sources["mm/a.c"] = "12";
  Results.Error = "no database";
  Results.Diagnostics.insert(diagnostic());
  CheckDiagnostic Bare;
  Bare.Check = "memdesc-raw-flags";
  Bare.Where = {"mm/a.c", 1, 1};
  Results.Diagnostics.insert(Bare);
  CheckResults Back;
  ASSERT_EQ(toString(parseCheckResults(printed(Results), "x", Back)), "");
  EXPECT_EQ(printed(Back), printed(Results));
  ASSERT_EQ(Back.Diagnostics.size(), 2u);
  EXPECT_FALSE(Back.Diagnostics.begin()->Edit);
  const CheckDiagnostic &Second = *Back.Diagnostics.rbegin();
  EXPECT_EQ(Second.Body.Line, 1u);
  ASSERT_TRUE(Second.Edit);
  EXPECT_EQ(Second.Edit->key(), diagnostic().Edit->key());
  ASSERT_EQ(Second.Notes.size(), 1u);
  EXPECT_EQ(Second.Notes[0].Text, "from here");
}

TEST(CheckFile, UnitsAreUnited) {
  CheckResults Results;
  Results.Diagnostics.insert(diagnostic());
  CheckResults Both;
  EXPECT_EQ(toString(parseCheckResults(printed(Results), "x", Both)), "");
  EXPECT_EQ(toString(parseCheckResults(printed(Results), "y", Both)), "");
  EXPECT_EQ(Both.Diagnostics.size(), 1u);
}

TEST(CheckFile, FaultsHaveAPlace) {
  EXPECT_NE(faultOf("{\"pagesplit-checks\":9}\n").find("x.checks:1"),
            std::string::npos);
  const std::string Head = "{\"pagesplit-checks\":1}\n";
  for (StringRef Bad :
       {"{\"other\":{}}", "{\"diagnostic\":{}}", "{\"failed\":{}}",
        "{\"diagnostic\":{\"check\":\"c\",\"message\":\"m\",\"where\":[]}}"})
    EXPECT_NE(faultOf(Head + Bad.str() + "\n{\"end\":2}\n").find("x.checks:2"),
              std::string::npos)
        << Bad.str();
  EXPECT_NE(faultOf(Head), "");
}

TEST(CheckFile, ASourceIsTheSameForAllUnits) {
  CheckResults Mine, Other, Both;
  Mine.Sources["a.c"] = "1";
  Other.Sources["a.c"] = "2";
  EXPECT_EQ(toString(parseCheckResults(printed(Mine), "x", Both)), "");
  EXPECT_NE(toString(parseCheckResults(printed(Other), "y", Both)), "");
}
