//===- HeldWordsTest.cpp - what a word of a page holds --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Topology.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class HeldWord : public Topology {
protected:
  HeldWord() {
    for (const char *Name : {"private", "index", "share"}) {
      const unsigned Offset = StringRef(Name) == "private" ? 40 : 32;
      Layout.push_back({Name, "unsigned long", Offset, 8, ""});
    }
    Descriptor Folio;
    Folio.Name = "folio";
    Folio.Type = "struct folio";
    Folio.Fields["private"] = {"own"};
    Known.add(Folio);
  }

  void put(Place Page, Place Word, std::vector<Guard> Guards = {}) {
    flow(FlowKind::Put, std::move(Page), std::move(Word), std::move(Guards));
  }
  void take(Place Page, Place Word, std::vector<Guard> Guards = {}) {
    flow(FlowKind::Take, std::move(Page), std::move(Word), std::move(Guards));
  }
  // A page that is known to be one, into which a pointer to Struct is put.
  void putIntoFolio(StringRef Struct, StringRef Function = "put") {
    pass(local(Function, "page"), param("lock_page", 0));
    put(local(Function, "page"), held(Struct, "private"));
  }

  const Place Taken = param("get", 0);
  const Place Pool = held("struct pool", "private");
};

TEST_F(HeldWord, WhoTakesWhatIsPutOnlyThereHasSuchAPage) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  EXPECT_EQ(word(Taken), "folio");
  EXPECT_EQ(why(Taken), "used-as");
  EXPECT_GT(verdict(Taken).Confidence, 0.8);
  EXPECT_LT(verdict(Taken).Confidence,
            verdict(local("put", "page")).Confidence);
}

TEST_F(HeldWord, ItIsDemandedOfCallersToo) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  pass(result("pfn_to_page"), local("f", "page"));
  pass(local("f", "page"), Taken);
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(word(Taken), "folio");
}

TEST_F(HeldWord, TheWitnessIsThePageItIsPutInto) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  const Conclusion C = conclusion(Taken);
  ASSERT_TRUE(C.For && C.For->Edge);
  const PlaceId At = otherEnd(Graph->edges()[*C.For->Edge], *C.At);
  EXPECT_EQ(Graph->nodes()[At].What.Name, "private");
  const Belief *Held = Solved->find(At, Side::Demand, "folio");
  ASSERT_TRUE(Held && Held->Seed);
  const Seed &S = Graph->seeds()[*Held->Seed];
  EXPECT_EQ(S.Witness, Graph->find(local("put", "page")));
  EXPECT_EQ(S.WitnessSide, Side::Demand);
  EXPECT_EQ(S.Seen->Kind, FlowKind::Put);
}

TEST_F(HeldWord, TwoDescriptorsSayNothing) {
  putIntoFolio("struct pool");
  assign(result("slab_alloc"), local("other", "page"));
  put(local("other", "page"), Pool);
  take(Taken, Pool);
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, NeitherDoUnknownPagesAlone) {
  put(local("f", "page"), Pool);
  put(result("pfn_to_page"), Pool);
  take(Taken, Pool);
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, UnknownPagesBesideMakeItLessSure) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  const double Alone = verdict(Taken).Confidence;
  put(local("f", "page"), Pool);
  EXPECT_EQ(word(Taken), "folio");
  EXPECT_NEAR(verdict(Taken).Confidence, Alone * 0.75, 0.001);
}

TEST_F(HeldWord, BarePagesAreAnotherKind) {
  putIntoFolio("struct pool");
  assign(result("alloc_page"), local("f", "page"));
  put(local("f", "page"), Pool);
  take(Taken, Pool);
  EXPECT_EQ(word(local("f", "page")), "page");
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, SoAreMixedOnes) {
  putIntoFolio("struct pool");
  pass(local("f", "page"), param("lock_page", 0));
  assign(result("slab_alloc"), local("f", "page"));
  put(local("f", "page"), Pool);
  take(Taken, Pool);
  EXPECT_EQ(word(local("f", "page")), "mixed");
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, ATestDecidesWhatItIsPutInto) {
  put(local("f", "page"), Pool, {{"PageSlab", true}});
  take(Taken, Pool);
  EXPECT_EQ(word(Taken), "slab");
  putIntoFolio("struct pool");
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, ButNotAgainstWhatThePageIs) {
  assign(result("find_get_page"), local("f", "page"));
  put(local("f", "page"), Pool, {{"PageSlab", true}});
  take(Taken, Pool);
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, SoDoesTheTypeOfADescriptor) {
  put(type("struct folio"), held("struct pool", "own"));
  take(Taken, Pool);
  EXPECT_EQ(word(Taken), "folio");
  put(type("struct nobody.page"), Pool);
  EXPECT_LT(verdict(Taken).Confidence, 0.7);
}

TEST_F(HeldWord, AnotherStructOrAnotherWordIsAnother) {
  putIntoFolio("struct pool");
  take(Taken, held("struct heap", "private"));
  EXPECT_EQ(why(Taken), "no-evidence");
  const Place Other = param("other", 0);
  take(Other, held("struct pool", "index"));
  EXPECT_EQ(why(Other), "no-evidence");
}

TEST_F(HeldWord, NamesOfOneWordAreOne) {
  pass(local("put", "page"), param("lock_page", 0));
  put(local("put", "page"), held("struct pool", "share"));
  take(Taken, held("struct pool", "index"));
  EXPECT_EQ(word(Taken), "folio");
}

TEST_F(HeldWord, StructsOfOneNameInTwoFilesAreTwo) {
  pass(local("put", "page"), param("lock_page", 0));
  put(local("put", "page"), held("struct pool", "private", "a.c"));
  take(Taken, held("struct pool", "private", "b.c"));
  EXPECT_EQ(why(Taken), "no-evidence");
  // One that nobody defined there may be either.
  const Place Open = param("open", 0);
  take(Open, held("struct pool", "private", ""));
  EXPECT_EQ(word(Open), "folio");
}

TEST_F(HeldWord, TakenUnderATestItCountsThere) {
  assign(result("slab_alloc"), local("f", "page"));
  put(local("f", "page"), Pool);
  take(Taken, Pool, {{"PageSlab", true}});
  EXPECT_EQ(word(Taken), "slab");
  const Place Asked = param("asked", 0);
  take(Asked, Pool, {{"PageSlab", true}});
  flow(FlowKind::Use, Asked, field("index"));
  EXPECT_EQ(why(Asked), "no-evidence");
}

TEST_F(HeldWord, TakenUnderATestOfAnotherKindItSaysNothing) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  take(param("asked", 0), Pool, {{"PageSlab", true}});
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, TakenFromAnotherKindItSaysNothing) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  assign(result("slab_alloc"), local("f", "page"));
  take(local("f", "page"), Pool);
  EXPECT_EQ(word(local("f", "page")), "slab");
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, ResultsAreNotDecidedByOneUser) {
  putIntoFolio("struct pool");
  take(result("f"), Pool);
  assign(result("f"), local("g", "page"));
  EXPECT_EQ(word(local("g", "page")), "unknown");
}

TEST_F(HeldWord, NorDoesItKeepAgreeingUsersFromDeciding) {
  take(result("f"), Pool);
  assign(result("f"), local("g", "page"));
  pass(local("g", "page"), param("lock_page", 0));
  EXPECT_EQ(word(result("f")), "folio");
}

TEST_F(HeldWord, WhatIsLearnedOfOneWordDecidesTheNext) {
  putIntoFolio("struct pool");
  take(local("f", "page"), Pool);
  put(local("f", "page"), held("struct heap", "index"));
  take(Taken, held("struct heap", "index"));
  EXPECT_EQ(word(Taken), "folio");
}

// That the second pointer is put into a slab too is known only after the first
// one was learned.
TEST_F(HeldWord, WhatIsContradictedLaterWasNeverSaid) {
  putIntoFolio("struct pool");
  take(Taken, Pool);
  put(local("late", "page"), Pool);
  take(local("late", "page"), held("struct heap", "index"));
  assign(result("slab_alloc"), local("heap", "page"));
  put(local("heap", "page"), held("struct heap", "index"));
  EXPECT_EQ(word(local("late", "page")), "slab");
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, APageIsNoWitnessForItself) {
  assign(result("find_get_page"), Taken);
  const double Alone = verdict(Taken).Confidence;
  put(Taken, Pool);
  take(Taken, Pool);
  EXPECT_EQ(verdict(Taken).Confidence, Alone);
  EXPECT_EQ(why(Taken), "comes-from");
  pass(Taken, param("help", 0));
  take(param("help", 0), Pool);
  EXPECT_EQ(verdict(Taken).Confidence, Alone);
}

TEST_F(HeldWord, PointersToDescriptorsAreLinks) {
  putIntoFolio("struct slab");
  take(Taken, held("struct slab", "private"));
  EXPECT_EQ(why(Taken), "no-evidence");
}

TEST_F(HeldWord, AStateOfMemoryIsNotToldOfTheNextPage) {
  Descriptor Free;
  Free.Name = "buddy";
  Free.IsTransient = true;
  Known.add(Free);
  Known.add(GuardEvidence{{"PageBuddy"}, "buddy", "", "x"});
  put(local("f", "page"), Pool, {{"PageBuddy", true}});
  take(Taken, Pool);
  EXPECT_EQ(why(Taken), "no-evidence");
}

} // namespace
