//===- TreeWordsTest.cpp - names in all files of a tree -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/TreeWords.h"

#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Edit/CodeWords.h"

using namespace llvm;
using namespace pagesplit;

TEST(TreeWords, FindsCodeInEveryFile) {
  TemporaryDirectory Tree;
  Tree.write("b.c", "/* free_it */\nvoid free_it(int);\nint free_it_not;\n");
  Tree.write("a/x.h", "EXPORT_SYMBOL_GPL(free_it);\n");
  Tree.write("a/x.S", "\tcall free_it\n");
  Tree.write("a/notes.txt", "free_it\n");
  Tree.write(".git/y.c", "free_it();\n");
  auto Words = findWords(Tree.path(""), {"free_it", "absent"});
  ASSERT_TRUE(bool(Words)) << toString(Words.takeError());
  ASSERT_EQ(Words->size(), 1u);
  std::vector<std::string> Places;
  for (const WordPlace &Place : Words->at("free_it"))
    Places.push_back(textOf(Place.Where) + " " + Place.Around);
  EXPECT_EQ(Places,
            (std::vector<std::string>{
                "a/x.S:1:7 ", "a/x.h:1:19 EXPORT_SYMBOL_GPL", "b.c:2:6 "}));
  EXPECT_EQ(Words->at("free_it").back().Offset, 19u);
}

TEST(TreeWords, SaysWhatCannotBeRead) {
  auto Words = findWords("/no/such/tree", {"x"});
  ASSERT_FALSE(bool(Words));
  EXPECT_NE(toString(Words.takeError()).find("/no/such/tree"),
            std::string::npos);
}

TEST(CodeWords, ABlockEndsAtItsBrace) {
  StringRef Text = "a; { b; } c('}'); /* } */ } d";
  EXPECT_EQ(endOfBlock(Text), Text.rfind('}'));
  EXPECT_EQ(endOfBlock("a; { b; }"), 9u);
}

TEST(CodeWords, ANameIsChanged) {
  EXPECT_TRUE(isChanged("folio = other;", "folio"));
  EXPECT_TRUE(isChanged("see(&folio);", "folio"));
  EXPECT_TRUE(isChanged("folio++;", "folio"));
  EXPECT_FALSE(isChanged("if (folio == other) see(folio);", "folio"));
}
