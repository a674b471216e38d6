//===- InferenceTest.cpp - named topologies, without any C ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Topology.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST_F(Topology, ChainForward) {
  assign(result("find_get_page"), local("f", "page"));
  pass(local("f", "page"), param("g", 0));
  pass(param("g", 0), param("h", 0));
  EXPECT_EQ(word(param("h", 0)), "folio");
  EXPECT_EQ(why(param("h", 0)), "comes-from");
}

TEST_F(Topology, ChainBackward) {
  pass(local("f", "page"), param("g", 0));
  pass(param("g", 0), param("h", 0));
  pass(param("h", 0), param("lock_page", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(why(local("f", "page")), "used-as");
}

TEST_F(Topology, LongerWayIsLessSure) {
  pass(param("a", 0), param("lock_page", 0));
  pass(param("b", 0), param("a", 0));
  EXPECT_LT(verdict(param("b", 0)).Confidence,
            verdict(param("a", 0)).Confidence);
}

TEST_F(Topology, Diamond) {
  assign(result("find_get_page"), local("f", "page"));
  pass(local("f", "page"), param("left", 0));
  pass(local("f", "page"), param("right", 0));
  pass(param("left", 0), param("end", 0));
  pass(param("right", 0), param("end", 0));
  EXPECT_EQ(word(param("end", 0)), "folio");
}

TEST_F(Topology, CycleEnds) {
  pass(param("f", 0), param("g", 0));
  pass(param("g", 0), param("f", 0));
  EXPECT_EQ(why(param("f", 0)), "no-evidence");
  pass(param("g", 0), param("lock_page", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
}

TEST_F(Topology, Recursion) {
  pass(param("f", 0), param("f", 0));
  pass(param("f", 0), param("lock_page", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
}

TEST_F(Topology, CallerIsToBlameNotCallee) {
  pass(param("f", 0), param("lock_page", 0));
  assign(result("slab_alloc"), local("bad", "page"));
  pass(local("bad", "page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
  Conclusion C = conclusion(local("bad", "page"));
  EXPECT_EQ(C.V.Word, "mixed");
  EXPECT_EQ(C.V.Why, Reason::Conflict);
  ASSERT_TRUE(C.For && C.Against);
  EXPECT_EQ(C.For->Descriptor, "folio");
  EXPECT_EQ(C.Against->Descriptor, "slab");
}

TEST_F(Topology, TwoUsesAreMixed) {
  pass(local("f", "page"), param("lock_page", 0));
  pass(local("f", "page"), param("page_pool_put_page", 1));
  EXPECT_EQ(word(local("f", "page")), "mixed");
  EXPECT_EQ(why(local("f", "page")), "uses-differ");
}

TEST_F(Topology, TwoOriginsAreMixed) {
  pass(result("find_get_page"), param("f", 0));
  pass(result("slab_alloc"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "mixed");
  EXPECT_EQ(why(param("f", 0)), "origins-differ");
}

TEST_F(Topology, OpsTableKnowsItsArgument) {
  flow(FlowKind::Store, function("foo_writepage"),
       slot("struct address_space_operations.writepage"));
  pass(param("foo_writepage", 0), param("foo_do", 0));
  // The slot's parameter is declared somewhere, as entities show.
  pass(local("mm", "page"),
       param("struct address_space_operations.writepage", 0));
  EXPECT_EQ(word(param("foo_writepage", 0)), "folio");
  EXPECT_EQ(word(param("foo_do", 0)), "folio");
  EXPECT_EQ(word(local("mm", "page")), "folio");
}

TEST_F(Topology, OpsTableOfOnesOwn) {
  flow(FlowKind::Store, function("my_op"), slot("struct my_ops.op"));
  flow(FlowKind::Store, function("other_op"), slot("struct my_ops.op"));
  assign(result("find_get_page"), local("f", "page"));
  pass(local("f", "page"), param("struct my_ops.op", 0));
  assign(param("my_op", 0), local("my_op", "p"));
  assign(param("other_op", 0), local("other_op", "p"));
  EXPECT_EQ(word(local("my_op", "p")), "folio");
  EXPECT_EQ(word(param("other_op", 0)), "folio");
}

TEST_F(Topology, NeighboursInASlotAgree) {
  for (StringRef Name : {"first", "second", "third"})
    flow(FlowKind::Store, function(Name), slot("struct my_ops.op"));
  pass(local("f", "page"), param("struct my_ops.op", 0));
  pass(param("first", 0), param("lock_page", 0));
  assign(param("second", 0), local("second", "p"));
  assign(param("third", 0), local("third", "p"));
  EXPECT_EQ(word(local("second", "p")), "folio");
  EXPECT_EQ(why(param("struct my_ops.op", 0)), "used-as");
  EXPECT_LT(verdict(param("second", 0)).Confidence,
            verdict(local("f", "page")).Confidence);
  // One that does something else ends that.
  pass(param("third", 0), param("page_pool_put_page", 1));
  EXPECT_EQ(word(param("second", 0)), "unknown");
  EXPECT_EQ(word(local("f", "page")), "mixed");
}

TEST_F(Topology, NeighbourInASlotIsNoEvidence) {
  flow(FlowKind::Store, function("first"), slot("struct my_ops.op"));
  flow(FlowKind::Store, function("second"), slot("struct my_ops.op"));
  pass(param("caller", 0), param("struct my_ops.op", 0));
  pass(param("first", 0), param("page_pool_put_page", 1));
  pass(param("second", 0), param("unlock_page", 0));
  EXPECT_EQ(word(param("first", 0)), "netmem");
  EXPECT_EQ(word(param("second", 0)), "folio");
  EXPECT_EQ(conclusion(param("second", 0)).Against, nullptr);
}

TEST_F(Topology, CallersOfASlotDecideOverNeighbours) {
  flow(FlowKind::Store, function("first"), slot("struct my_ops.op"));
  flow(FlowKind::Store, function("second"), slot("struct my_ops.op"));
  pass(param("first", 0), param("lock_page", 0));
  assign(param("second", 0), local("second", "p"));
  pass(result("slab_alloc"), param("struct my_ops.op", 0));
  EXPECT_EQ(word(param("second", 0)), "slab");
  EXPECT_EQ(word(param("first", 0)), "folio");
}

TEST_F(Topology, CallbackResult) {
  flow(FlowKind::Store, function("my_get"), slot("struct my_ops.get"));
  assign(result("find_get_page"), local("my_get", "p"));
  flow(FlowKind::Return, local("my_get", "p"), result("my_get"));
  assign(result("struct my_ops.get"), local("f", "page"));
  EXPECT_EQ(word(local("f", "page")), "folio");
}

// The pointer goes through two functions before it is called.
TEST_F(Topology, CallbackThatIsHandedOn) {
  flow(FlowKind::Store, function("my_get"), slot("outer", 1));
  flow(FlowKind::Store, slot("outer", 1), slot("middle", 2));
  flow(FlowKind::Store, slot("middle", 2), slot("inner", 0));
  pass(result("find_get_page"), param("inner#0", 0));
  EXPECT_EQ(word(param("inner#0", 0)), "folio");
  pass(param("my_get", 0), param("anything", 0));
  EXPECT_EQ(word(param("my_get", 0)), "folio");
  EXPECT_EQ(why(param("my_get", 0)), "comes-from");
  assign(result("inner#0"), local("inner", "page"));
  pass(local("inner", "page"), param("lock_page", 0));
  assign(opaque("list_entry"), result("my_get"));
  EXPECT_EQ(word(result("my_get")), "folio");
  // That the callers agree is counted once, however far the pointer goes.
  EXPECT_GT(verdict(result("my_get")).Confidence, 0.8);
}

TEST_F(Topology, CallbackThatIsHandedAround) {
  flow(FlowKind::Store, function("my_get"), slot("outer", 1));
  flow(FlowKind::Store, slot("outer", 1), slot("inner", 0));
  flow(FlowKind::Store, slot("inner", 0), slot("outer", 1));
  pass(result("find_get_page"), param("inner#0", 0));
  pass(param("my_get", 0), param("anything", 0));
  EXPECT_EQ(word(param("my_get", 0)), "folio");
}

TEST_F(Topology, CallbackParameter) {
  Place Filler{PlaceKind::Slot, "walk", "", 1, "", ""};
  flow(FlowKind::Store, function("my_filler"), Filler);
  pass(result("find_get_page"), param("walk#1", 0));
  assign(param("my_filler", 0), local("my_filler", "p"));
  EXPECT_EQ(word(param("my_filler", 0)), "folio");
}

TEST_F(Topology, GuardSplitsTheVariable) {
  pass(param("f", 0), param("lock_page", 0));
  pass(param("f", 0), param("slab_only", 0), {{"PageSlab", true}});
  EXPECT_EQ(word(param("f", 0)), "folio");
  EXPECT_EQ(word(param("slab_only", 0)), "slab");
}

TEST_F(Topology, NegativeGuardProvesNothing) {
  pass(param("f", 0), param("g", 0), {{"PageSlab", false}});
  EXPECT_EQ(word(param("g", 0)), "unknown");
}

TEST_F(Topology, DemandUnderTheOtherGuardStaysThere) {
  flow(FlowKind::Use, param("f", 0), field("pp_magic"), {{"PageSlab", true}});
  EXPECT_EQ(word(param("f", 0)), "unknown");
}

TEST_F(Topology, DemandUnderTheSameGuardIsLessSure) {
  pass(param("f", 0), param("lock_page", 0), {{"PageUptodate", true}});
  EXPECT_EQ(word(param("f", 0)), "folio");
  double Guarded = verdict(param("f", 0)).Confidence;
  pass(param("g", 0), param("lock_page", 0));
  EXPECT_LT(Guarded, verdict(param("g", 0)).Confidence);
}

TEST_F(Topology, OtherKindsAreTurnedAway) {
  pass(param("f", 0), param("PageSlab", 0));
  flow(FlowKind::Cast, param("f", 0), type("struct slab"),
       {{"PageSlab", true}});
  EXPECT_EQ(word(param("f", 0)), "slab");
  // Who calls may have any page.
  pass(local("g", "page"), param("f", 0));
  EXPECT_EQ(word(local("g", "page")), "unknown");
  EXPECT_EQ(word(param("f", 0)), "slab");
}

TEST_F(Topology, OtherKindsAreUsed) {
  flow(FlowKind::Cast, param("f", 0), type("struct slab"),
       {{"PageSlab", true}});
  pass(param("f", 0), param("free_it", 0), {{"PageSlab", false}});
  EXPECT_EQ(word(param("f", 0)), "unknown");
  flow(FlowKind::Cast, param("g", 0), type("struct slab"),
       {{"PageSlab", true}});
  pass(param("g", 0), param("count_it", 0));
  EXPECT_EQ(word(param("g", 0)), "unknown");
}

TEST_F(Topology, AssertionIsNoUse) {
  pass(param("f", 0), param("VM_BUG_ON_PAGE", 1), {{"PageSlab", false}});
  --Line;
  pass(param("f", 0), param("dump_it", 0), {{"PageSlab", false}});
  flow(FlowKind::Cast, param("f", 0), type("struct slab"),
       {{"PageSlab", true}});
  EXPECT_EQ(word(param("f", 0)), "slab");
}

TEST_F(Topology, StateIsAskedOfOneKindOnly) {
  pass(param("f", 0), param("lock_page", 0), {{"PageUptodate", true}});
  pass(param("f", 0), param("read_it", 0), {{"PageUptodate", false}});
  pass(local("g", "page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
  EXPECT_EQ(word(local("g", "page")), "folio");
}

TEST_F(Topology, DemandThatStaysDoesNotStopAnother) {
  Known.add(GuardEvidence{{"PageAnon"}, "folio", "", "x"});
  pass(param("f", 0), param("lock_page", 0), {{"PageAnon", true}});
  pass(local("g", "page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
  EXPECT_EQ(word(local("g", "page")), "unknown");
  pass(param("f", 0), param("unlock_page", 0), {{"PageUptodate", true}});
  EXPECT_EQ(word(local("g", "page")), "folio");
}

TEST_F(Topology, WeakEvidenceIsNoVerdict) {
  pass(param("f", 0), param("get_page", 0));
  EXPECT_EQ(word(param("f", 0)), "unknown");
  EXPECT_EQ(why(param("f", 0)), "weak-evidence");
}

TEST_F(Topology, NeutralCallSaysNothing) {
  pass(result("find_get_page"), param("kmap", 0));
  pass(local("f", "page"), param("kmap", 0));
  EXPECT_EQ(word(param("kmap", 0)), "page");
  EXPECT_EQ(word(local("f", "page")), "unknown");
}

TEST_F(Topology, AllocatedAndNeverUsedAsAnything) {
  assign(result("alloc_page"), local("f", "page"));
  pass(local("f", "page"), param("kmap", 0));
  EXPECT_EQ(word(local("f", "page")), "page");
  EXPECT_EQ(why(local("f", "page")), "bare");
}

TEST_F(Topology, AllocatedAndThenUsed) {
  assign(result("alloc_page"), local("f", "page"));
  pass(local("f", "page"), param("lock_page", 0));
  pass(local("f", "page"), param("g", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(word(param("g", 0)), "folio");
}

TEST_F(Topology, BareAndFolioAreMixed) {
  pass(result("alloc_page"), param("f", 0));
  pass(result("find_get_page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "mixed");
}

TEST_F(Topology, MostlyUnknownIsUnknown) {
  pass(result("find_get_page"), param("f", 0));
  double All = verdict(param("f", 0)).Confidence;
  pass(result("pfn_to_page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
  EXPECT_LT(verdict(param("f", 0)).Confidence, All);
  pass(opaque("list_entry"), param("f", 0));
  pass(result("not_shown"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "unknown");
  EXPECT_EQ(why(param("f", 0)), "partly-known");
}

TEST_F(Topology, OutOfSight) {
  assign(opaque("list_entry"), local("f", "page"));
  EXPECT_EQ(why(local("f", "page")), "out-of-sight");
}

TEST_F(Topology, HandedOnByCompoundHead) {
  flow(FlowKind::Assign, result("find_get_page"), local("f", "head"), {},
       {"compound_head#0"});
  flow(FlowKind::Assign, local("g", "page"), local("g", "head"), {},
       {"mystery#0"});
  EXPECT_EQ(word(local("f", "head")), "folio");
  pass(local("g", "head"), param("lock_page", 0));
  pass(local("g", "page"), param("kmap", 0));
  EXPECT_EQ(word(local("g", "page")), "unknown");
}

TEST_F(Topology, FilledByAddress) {
  declare("get_it", 0, 2);
  flow(FlowKind::Argument, local("f", "page"), param("get_it", 0), {}, {"&"});
  flow(FlowKind::Argument, local("g", "page"), param("SOME_MACRO", 0), {},
       {"&"});
  assign(result("find_get_page"), param("SOME_MACRO", 0));
  assign(result("find_get_page"), param("get_it", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(word(local("g", "page")), "unknown");
}

TEST_F(Topology, NamedArrayIsFilled) {
  declare("get_pages", 1, 2);
  CallEvidence Fills;
  Fills.Calls = {"get_pages"};
  Fills.Argument = 1;
  Fills.Descriptor = "folio";
  Known.add(Fills);
  pass(local("f", "pages"), param("get_pages", 1));
  EXPECT_EQ(word(local("f", "pages")), "folio");
  EXPECT_EQ(why(local("f", "pages")), "comes-from");
}

TEST_F(Topology, WhatIsTrueForAWhileDoesNotTravel) {
  Descriptor Free;
  Free.Name = "buddy";
  Free.IsTransient = true;
  Known.add(Free);
  NameEvidence Link;
  Link.Names = {"buddy_list"};
  Link.Descriptor = "buddy";
  Known.addField(Link);
  flow(FlowKind::Use, local("take", "page"), field("buddy_list"));
  flow(FlowKind::Return, local("take", "page"), result("take"));
  assign(result("take"), local("f", "page"));
  EXPECT_EQ(word(local("take", "page")), "buddy");
  EXPECT_EQ(word(local("f", "page")), "unknown");
}

TEST_F(Topology, MemberJoinsWriterAndReader) {
  assign(local("f", "page"), member("req", "page"));
  assign(member("req", "page"), local("g", "page"));
  pass(local("g", "page"), param("lock_page", 0));
  EXPECT_EQ(word(member("req", "page")), "folio");
  EXPECT_EQ(word(local("f", "page")), "folio");
}

TEST_F(Topology, EmbeddedPage) {
  pass(type("struct folio.page"), param("f", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
}

TEST_F(Topology, CastToADescriptor) {
  flow(FlowKind::Cast, param("f", 0), type("struct slab"));
  EXPECT_EQ(word(param("f", 0)), "slab");
}

TEST_F(Topology, ResultOnWhichAllCallersAgree) {
  assign(result("find_mine"), local("f", "page"));
  pass(local("f", "page"), param("lock_page", 0));
  flow(FlowKind::Return, local("find_mine", "p"), result("find_mine"));
  EXPECT_EQ(word(result("find_mine")), "folio");
  EXPECT_EQ(word(local("find_mine", "p")), "folio");
  assign(result("find_mine"), local("g", "page"));
  EXPECT_EQ(word(local("g", "page")), "unknown");
  EXPECT_EQ(word(result("find_mine")), "unknown");
}

TEST_F(Topology, OneUserDoesNotDecideWhatAllocationReturns) {
  flow(FlowKind::Cast, result("alloc_page"), type("struct folio"));
  flow(FlowKind::Cast, opaque("integer"), type("struct folio"));
  assign(result("alloc_page"), local("f", "page"));
  assign(opaque("integer"), local("g", "page"));
  EXPECT_EQ(word(local("f", "page")), "page");
  EXPECT_EQ(word(local("g", "page")), "unknown");
}

TEST_F(Topology, HeadPages) {
  assign(result("alloc_page"), local("f", "single"));
  pass(type("struct folio.page"), param("g", 0));
  pass(param("g", 0), param("h", 0));
  flow(FlowKind::Assign, local("f", "single"), local("f", "next"), {}, {"+"});
  flow(FlowKind::Assign, local("f", "next"), local("f", "head"), {},
       {"compound_head#0"});
  EXPECT_EQ(head(local("f", "single")), "order-0");
  EXPECT_EQ(head(param("h", 0)), "head");
  EXPECT_EQ(head(local("f", "next")), "maybe-tail");
  EXPECT_EQ(head(local("f", "head")), "head");
  assign(opaque("list_entry"), param("g", 0));
  EXPECT_EQ(head(param("h", 0)), "maybe-tail");
}

TEST_F(Topology, PageBehindTheFirstIsNoHead) {
  flow(FlowKind::Assign, type("struct folio.page"), local("f", "next"), {},
       {"+"});
  flow(FlowKind::Assign, type("struct folio.page"), local("f", "sub"), {},
       {"find_subpage#0"});
  flow(FlowKind::Assign, type("struct folio.page"), local("f", "back"), {},
       {"+", "compound_head#0"});
  pass(type("struct folio.page"), param("g", 0));
  EXPECT_EQ(head(local("f", "next")), "maybe-tail");
  EXPECT_EQ(head(local("f", "sub")), "maybe-tail");
  EXPECT_EQ(head(local("f", "back")), "head");
  EXPECT_EQ(head(param("g", 0)), "head");
  flow(FlowKind::Argument, type("struct folio.page"), param("g", 0), {}, {"+"});
  EXPECT_EQ(head(param("g", 0)), "maybe-tail");
}

TEST_F(Topology, ResultIsHeadWhateverItsBody) {
  assign(result("compound_head"), local("f", "head"));
  flow(FlowKind::Assign, local("f", "page"), local("f", "head"), {},
       {"compound_head#0"});
  flow(FlowKind::Return, opaque("integer"), result("compound_head"));
  flow(FlowKind::Assign, result("compound_head"), local("f", "next"), {},
       {"+"});
  EXPECT_EQ(head(local("f", "head")), "head");
  EXPECT_EQ(head(local("f", "next")), "maybe-tail");
  assign(result("find_subpage"), local("f", "head"));
  EXPECT_EQ(head(local("f", "head")), "maybe-tail");
}

TEST_F(Topology, AnErrorIsNoOrigin) {
  flow(FlowKind::Return, result("ERR_PTR"), result("get_it"));
  flow(FlowKind::Return, result("find_get_page"), result("get_it"));
  Verdict V = verdict(result("get_it"));
  EXPECT_EQ(V.Word, "folio");
  EXPECT_GT(V.Confidence, 0.98);
}

TEST_F(Topology, StaticFunctionOfAKnownNameIsAnotherFunction) {
  pass(local("f", "page"), param("lock_page", 0, "drivers/x.c"));
  EXPECT_EQ(word(local("f", "page")), "unknown");
  pass(local("g", "page"), param("lock_page", 0, "include/linux/pagemap.h"));
  EXPECT_EQ(word(local("g", "page")), "folio");
}

} // namespace
