//===- StatementsTest.cpp - what is in force, name by name ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Statements.h"
#include "gtest/gtest.h"

using namespace pagesplit;
using Section = KnowledgeSection;

namespace {

KnowledgeStatement statement(Section S, std::string Name, std::string Detail,
                             std::string Text) {
  KnowledgeStatement Result;
  Result.Section = S;
  Result.Name = {std::move(Name), 7, 3};
  Result.Detail = std::move(Detail);
  Result.Text = std::move(Text);
  return Result;
}

std::vector<KnowledgeLayer> twoLayers() {
  KnowledgeLayer Low, High;
  Low.Layer = "low";
  Low.Statements = {
      statement(Section::Arguments, "b", "argument 0", "folio"),
      statement(Section::Guards, "b", "", "true: folio"),
      statement(Section::Arguments, "a", "argument 1", "slab"),
      statement(Section::Api, "a", "folio", "fa"),
      statement(Section::MemoryCalls, "a", "argument 0", "read"),
  };
  High.Layer = "high";
  High.Gone = {"a"};
  High.Statements = {
      statement(Section::Arguments, "b", "argument 0", "ptdesc"),
      statement(Section::Types, "c", "", "ptdesc"),
  };
  return {Low, High};
}

std::string shown(const StatementsInForce &Statements, llvm::StringRef Name) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  showStatements(Statements, Name, Out);
  return Text;
}

TEST(Statements, ShownByNameWithTheLayerThatSaysSo) {
  auto Layers = twoLayers();
  EXPECT_EQ(shown(StatementsInForce(Layers), ""),
            "a  memory-calls (argument 0): read  [low:7]\n"
            "a  api (folio): fa  [low:7]\n"
            "b  arguments (argument 0): ptdesc  [high:7]\n"
            "b  guards: true: folio  [low:7]\n"
            "c  types: ptdesc  [high:7]\n");
  EXPECT_EQ(shown(StatementsInForce(Layers), "c"),
            "c  types: ptdesc  [high:7]\n");
  EXPECT_EQ(shown(StatementsInForce(Layers), "d"), "");
}

TEST(Statements, WhatIsGoneComesBackWhenSaidAgain) {
  auto Layers = twoLayers();
  EXPECT_TRUE(StatementsInForce(Layers).isGone("a"));
  EXPECT_FALSE(StatementsInForce(Layers).isGone("b"));
  Layers[1].Statements.push_back(
      statement(Section::Results, "a", "result", "folio"));
  EXPECT_FALSE(StatementsInForce(Layers).isGone("a"));
}

TEST(Statements, APairGoesWithItsReplacement) {
  auto Layers = twoLayers();
  Layers[0].Statements[3].Kernel.push_back({"fa", 1, 1});
  Layers[1].Gone.push_back("fa");
  EXPECT_EQ(shown(StatementsInForce(Layers), "a"),
            "a  memory-calls (argument 0): read  [low:7]\n");
}

TEST(Statements, TheDifferenceIsSortedByName) {
  auto Layers = twoLayers();
  std::vector<KnowledgeLayer> Low = {Layers[0]};
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  EXPECT_TRUE(compareStatements(StatementsInForce(Low),
                                StatementsInForce(Layers), Out));
  EXPECT_EQ(Out.str(), "- a  arguments (argument 1): slab\n"
                       "~ b  arguments (argument 0): folio -> ptdesc\n"
                       "+ c  types: ptdesc\n");
  EXPECT_FALSE(
      compareStatements(StatementsInForce(Low), StatementsInForce(Low), Out));
}

} // namespace
