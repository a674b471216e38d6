//===- PageEntitiesTest.cpp - what is declared as a page ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageEntities.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

struct Sample {
  UseSet Uses;
  VerdictIndex Verdicts;
  Knowledge Known;
  FileTexts Texts;
  RewriteInput Input{Uses, Verdicts, Known, Texts};

  void declare(const char *Owner, int Position, unsigned At,
               DeclarationKind Kind = DeclarationKind::Parameter,
               unsigned Depth = 1) {
    PageDeclaration D;
    D.Kind = Kind;
    D.Owner = Owner;
    D.Position = Position;
    D.Depth = Depth;
    D.Name = "page";
    D.NameWord = {"a.c", At, At + 4};
    Uses.Declarations.insert(D);
  }
  void store(const char *Function, const char *Slot) {
    FunctionMention M;
    M.Name = Function;
    M.Mode = "store";
    M.Into = Slot;
    Uses.Mentions.insert(M);
  }
};

TEST(PageEntities, AnElementBelongsToItsArray) {
  Sample S;
  S.declare("f", -1, 10, DeclarationKind::Local, 2);
  PageUse Element, Whole;
  Element.Depth = 1;
  Whole.Depth = 2;
  for (PageUse *Use : {&Element, &Whole}) {
    Use->Declared = {"a.c", 10, 14};
    S.Uses.Uses.insert(*Use);
  }
  PageEntities Entities(S.Input);
  ASSERT_EQ(Entities.all().size(), 1u);
  EXPECT_EQ(Entities.all().front().Depth, 2u);
  EXPECT_EQ(Entities.all().front().Uses.size(), 2u);
}

TEST(PageEntities, StoredFunctionsAreTiedToTheirSlot) {
  Sample S;
  S.declare("struct ops.sync", 0, 10);
  S.declare("one", 0, 20);
  S.declare("one", 1, 30);
  S.declare("other", 0, 40);
  S.store("one", "struct ops.sync");
  PageEntities Entities(S.Input);
  const PageEntity &Slot = Entities.all()[0], &First = Entities.all()[1],
                   &Second = Entities.all()[2], &Other = Entities.all()[3];
  EXPECT_TRUE(Slot.isOfSlot());
  EXPECT_FALSE(First.isOfSlot());
  EXPECT_EQ(Entities.tiedTo(Slot), std::vector<const PageEntity *>{&First});
  EXPECT_EQ(Entities.tiedTo(First), std::vector<const PageEntity *>{&Slot});
  // The slot has no page there.
  EXPECT_EQ(Entities.tiedTo(Second), std::vector<const PageEntity *>{nullptr});
  EXPECT_TRUE(Entities.tiedTo(Other).empty());
}

TEST(PageEntities, ASlotIsSearchedByItsMember) {
  Sample S;
  S.declare("struct ops.sync", 0, 10);
  EXPECT_EQ(callersToFind(S.Uses, S.Verdicts, {}, 0.8),
            std::set<std::string>{"sync"});
}

} // namespace
