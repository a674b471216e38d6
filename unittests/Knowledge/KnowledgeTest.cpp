//===- KnowledgeTest.cpp - layers on top of each other --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Knowledge.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

CallEvidence argument(std::string Call, unsigned Number, std::string Kind) {
  CallEvidence E;
  E.Calls = {std::move(Call)};
  E.Argument = Number;
  E.Descriptor = std::move(Kind);
  E.How = Strength::Weak;
  E.Source = "s";
  return E;
}

KnowledgeLayer below() {
  KnowledgeLayer Layer;
  Layer.Descriptors.push_back({"zsdesc", {"zpdesc"}, "", "s", "", {}, "s"});
  Layer.Calls.push_back(argument("lock", 0, "folio"));
  Layer.Asserts.push_back({{"BUG_ON"}, "s"});
  Layer.ListCalls.push_back({{"link"}, 0, std::nullopt, 1, "s"});
  Layer.WordCalls.push_back({{"hang", "lock"}, 0, "private", 1, "s"});
  Layer.Boundaries.push_back({{"stop"}, "why", "s"});
  Layer.Api.push_back({"lock", "folio", "folio_lock", "", {}, "", {}, "s"});
  Layer.Api.push_back({"lock", "zpdesc", "zpdesc_lock", "", {}, "", {}, "s"});
  Layer.MemoryCalls.push_back({{"lock"}, 0, MemoryEffect::Read, "s"});
  return Layer;
}

TEST(Knowledge, PairsAreFoundByPageAndDescriptor) {
  Knowledge Known;
  Known.add(below());
  ASSERT_TRUE(Known.replacement("lock", "folio"));
  EXPECT_EQ(Known.replacement("lock", "folio")->Call, "folio_lock");
  ASSERT_TRUE(Known.replacement("lock", "zsdesc"));
  EXPECT_EQ(Known.replacement("lock", "zsdesc")->Call, "zpdesc_lock");
  EXPECT_EQ(Known.replacement("lock", "zpdesc"),
            Known.replacement("lock", "zsdesc"));
  EXPECT_FALSE(Known.replacement("lock", "slab"));
  EXPECT_FALSE(Known.replacement("unlock", "folio"));
  EXPECT_TRUE(Known.isForSeveral("lock"));
}

TEST(Knowledge, ACallWithOnePairIsForPagesOfOneKind) {
  Knowledge Known;
  KnowledgeLayer Layer;
  Layer.Api.push_back({"dtor", "ptdesc", "pt_dtor", "", {}, "", {}, "s"});
  Known.add(Layer);
  EXPECT_FALSE(Known.isForSeveral("dtor"));
  EXPECT_FALSE(Known.isForSeveral("ctor"));
  Layer.Api.front().Call = "pt_dtor_new";
  Known.add(Layer);
  EXPECT_FALSE(Known.isForSeveral("dtor"));
}

TEST(Knowledge, TheLaterLayerDecides) {
  Knowledge Known;
  Known.add(below());
  KnowledgeLayer Above;
  Above.Descriptors.push_back(
      {"zsdesc", {"zpdesc"}, "struct zpdesc", "s", "", {}, "s"});
  Above.Calls.push_back(argument("lock", 0, "zsdesc"));
  Above.Api.push_back({"lock", "folio", "folio_lock_new", "", {}, "", {}, "s"});
  Above.MemoryCalls.push_back({{"lock"}, 0, MemoryEffect::Write, "s"});
  Known.add(Above);
  EXPECT_EQ(Known.evidence().call("lock", 0)->Descriptor, "zsdesc");
  EXPECT_EQ(Known.replacement("lock", "folio")->Call, "folio_lock_new");
  EXPECT_EQ(Known.memoryEffect("lock", 0), MemoryEffect::Write);
  ASSERT_EQ(Known.descriptors().size(), 1u);
  EXPECT_EQ(Known.descriptors()[0].Type, "struct zpdesc");
  EXPECT_EQ(Known.evidence().describedBy("struct zpdesc"), "zsdesc");
}

TEST(Knowledge, WhatIsGoneIsForgottenButItsReplacementIsNot) {
  Knowledge Known;
  Known.add(below());
  KnowledgeLayer Above;
  Above.Gone = {"lock", "BUG_ON", "stop", "zpdesc_lock", "link"};
  ASSERT_TRUE(Known.listCall("link"));
  EXPECT_EQ(Known.listCall("link")->Entry, 0u);
  Known.add(Above);
  EXPECT_FALSE(Known.listCall("link"));
  // What a call does to a word it does for all who still have it.
  ASSERT_TRUE(Known.wordCall("lock"));
  EXPECT_EQ(Known.wordCall("lock")->Field, "private");
  EXPECT_FALSE(Known.wordCall("link"));
  EXPECT_FALSE(Known.evidence().call("lock", 0));
  EXPECT_FALSE(Known.asserts("BUG_ON"));
  EXPECT_FALSE(Known.boundary("stop"));
  ASSERT_TRUE(Known.replacement("lock", "folio"));
  EXPECT_FALSE(Known.replacement("lock", "zsdesc"));
  EXPECT_EQ(Known.memoryEffect("lock", 0), MemoryEffect::Read);
}

TEST(Knowledge, ALayerMaySayAnewWhatItDropped) {
  Knowledge Known;
  Known.add(below());
  KnowledgeLayer Above;
  Above.Gone = {"lock"};
  Above.Calls.push_back(argument("lock", 1, "folio"));
  Known.add(Above);
  EXPECT_FALSE(Known.evidence().call("lock", 0));
  EXPECT_TRUE(Known.evidence().call("lock", 1));
}

TEST(Knowledge, FlagsReferencesAndFailuresAreForgottenToo) {
  Knowledge Known;
  KnowledgeLayer Below;
  Below.Flags.push_back({{"PG_own"}, "flags", "a.h"});
  Below.References.push_back({{"take"}, 1, true, "a.h"});
  Below.Failures.push_back({{"find"}, FailureValue::Error, "NOFAIL", "a.h"});
  Conversion Tried{
      {"try_slab"}, "page",           "slab", ConversionForm::Lookup,
      "null",       Strength::Strong, "a.h"};
  Below.Conversions.push_back(Tried);
  Known.add(Below);
  EXPECT_TRUE(Known.isEachPagesFlag("PG_own"));
  EXPECT_TRUE(Known.holdsFlags("flags"));
  EXPECT_FALSE(Known.holdsFlags("lru"));
  ASSERT_TRUE(Known.reference("take"));
  EXPECT_EQ(Known.reference("take")->Argument, 1u);
  ASSERT_TRUE(Known.failure("find"));
  EXPECT_EQ(Known.failure("find")->Unless, "NOFAIL");
  ASSERT_TRUE(Known.failure("try_slab"));
  EXPECT_EQ(Known.failure("try_slab")->Gives, FailureValue::Null);
  EXPECT_TRUE(Known.isConversion("try_slab"));

  KnowledgeLayer Above;
  Above.Gone = {"PG_own", "take", "find"};
  Tried.Otherwise = "unchecked";
  Above.Conversions.push_back(Tried);
  Known.add(Above);
  EXPECT_FALSE(Known.isEachPagesFlag("PG_own"));
  EXPECT_FALSE(Known.reference("take"));
  EXPECT_FALSE(Known.failure("find"));
  EXPECT_FALSE(Known.failure("try_slab"));
}

TEST(Knowledge, NothingIsKnownToBeginWith) {
  Knowledge Known;
  EXPECT_FALSE(Known.asserts("BUG_ON"));
  EXPECT_FALSE(Known.listCall("link"));
  EXPECT_FALSE(Known.boundary("stop"));
  EXPECT_FALSE(Known.replacement("lock", "folio"));
  EXPECT_FALSE(Known.memoryEffect("lock", 0));
  EXPECT_TRUE(Known.descriptors().empty());
}

} // namespace
