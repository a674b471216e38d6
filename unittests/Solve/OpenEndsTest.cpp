//===- OpenEndsTest.cpp - what would decide an unknown place --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OpenEnds.h"

#include "Topology.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class OpenEndsTest : public Topology {
protected:
  /// "argument of sink at a.c:2:1", or "none".
  std::string inWords(std::optional<OpenEnd> End) {
    if (!End)
      return "none";
    const Place &P = Graph->nodes()[End->At].What;
    std::string Text =
        (endWord(End->Kind) + " of " + (P.Owner.empty() ? P.Name : P.Owner))
            .str();
    if (End->Last)
      Text += " at " + End->Last->Where;
    if (End->StillOpen)
      Text += ", " + std::to_string(End->StillOpen) + " more";
    return Text;
  }
  std::string use(const Place &P) {
    EXPECT_EQ(word(P), "unknown");
    return inWords(OpenEnds(*Solved).use(*Graph->find(P)));
  }
  std::string origin(const Place &P) {
    EXPECT_EQ(word(P), "unknown");
    return inWords(OpenEnds(*Solved).origin(*Graph->find(P)));
  }
};

TEST_F(OpenEndsTest, FunctionWithoutBody) {
  declareParam("f", true);
  declareParam("g", true);
  declareParam("sink", false);
  pass(param("f", 0), param("g", 0));
  pass(param("g", 0), param("sink", 0));
  EXPECT_EQ(use(param("f", 0)), "argument of sink at a.c:2:1");
  EXPECT_EQ(use(param("sink", 0)), "argument of sink");
  // Then nothing is missing.
  pass(param("sink", 0), param("lock_page", 0));
  EXPECT_EQ(word(param("f", 0)), "folio");
  EXPECT_EQ(inWords(OpenEnds(*Solved).use(*Graph->find(param("f", 0)))),
            "none");
}

TEST_F(OpenEndsTest, TheNearestFunction) {
  declareParam("far", false);
  declareParam("near", false);
  pass(local("f", "page"), param("g", 0));
  pass(param("g", 0), param("far", 0));
  pass(local("f", "page"), param("near", 0));
  EXPECT_EQ(use(local("f", "page")), "argument of near at a.c:3:1");
}

TEST_F(OpenEndsTest, SlotWithoutFunctions) {
  declareParam("struct S.op", false);
  pass(local("f", "page"), param("struct S.op", 0));
  EXPECT_EQ(use(local("f", "page")), "slot of struct S.op at a.c:1:1");
  // One function is stored there, and that one is not seen.
  declareParam("op", false);
  flow(FlowKind::Store, function("op"), slot("struct S.op"));
  EXPECT_EQ(use(local("f", "page")), "argument of op at a.c:2:1");
}

TEST_F(OpenEndsTest, WhoseBodyWasSeenDecidesNothing) {
  declareParam("g", true);
  pass(local("f", "page"), param("g", 0));
  EXPECT_EQ(use(local("f", "page")), "none");
}

TEST_F(OpenEndsTest, WhatTakesAnythingDecidesNothing) {
  pass(local("f", "page"), param("kfree", 0));
  EXPECT_EQ(use(local("f", "page")), "none");
}

TEST_F(OpenEndsTest, WhatIsNamedDecidesNothing) {
  declareParam("kmap", false);
  pass(local("f", "page"), param("kmap", 0));
  EXPECT_EQ(use(local("f", "page")), "none");
}

TEST_F(OpenEndsTest, PastATestDecidesNothing) {
  declareParam("sink", false);
  pass(local("f", "page"), param("sink", 0), {{"PageSlab", true}});
  EXPECT_EQ(use(local("f", "page")), "none");
}

TEST_F(OpenEndsTest, OutOfSight) {
  assign(opaque("list_entry"), local("f", "entry"));
  assign(local("f", "entry"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "origin of list_entry at a.c:1:1");
}

TEST_F(OpenEndsTest, ResultOfAFunctionWithoutBody) {
  Entity E;
  E.Kind = EntityKind::Return;
  E.Owner = "make";
  E.Depth = 1;
  E.Where = {"a.h", 1, 1, 0, 0};
  Entities.push_back(E);
  assign(result("make"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "result of make at a.c:1:1");
}

TEST_F(OpenEndsTest, AnyPageComesFromThere) {
  assign(result("pfn_to_page"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "any of pfn_to_page at a.c:1:1");
  EXPECT_EQ(origin(result("pfn_to_page")), "any of pfn_to_page");
}

TEST_F(OpenEndsTest, TheMacroAndNotTheIntegerInIt) {
  assign(opaque("integer"), local("f", "page"));
  assign(result("phys_to_page"), local("f", "page"));
  Flows.back().Where = Flows.front().Where;
  EXPECT_EQ(origin(local("f", "page")), "any of phys_to_page at a.c:1:1");
}

TEST_F(OpenEndsTest, CastFromAnotherType) {
  assign(type("struct foo"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "cast of f at a.c:1:1");
}

TEST_F(OpenEndsTest, NobodyCalls) {
  declareParam("f", true);
  declareParam("g", true);
  pass(param("f", 0), param("g", 0));
  EXPECT_EQ(origin(param("g", 0)), "caller of f at a.c:1:1");
  EXPECT_EQ(origin(param("f", 0)), "caller of f");
}

TEST_F(OpenEndsTest, NobodySets) {
  Entity E;
  E.Kind = EntityKind::Member;
  E.Owner = "req";
  E.Name = "page";
  E.Depth = 1;
  E.Where = {"a.h", 1, 1, 0, 0};
  Entities.push_back(E);
  assign(member("req", "page"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "value of req at a.c:1:1");
}

TEST_F(OpenEndsTest, OneOfThreeDoesNotDecide) {
  assign(opaque("integer"), local("f", "page"));
  assign(opaque("list_entry"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "origin of integer at a.c:1:1");
  assign(opaque("va_arg"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "origin of integer at a.c:1:1, 2 more");
}

TEST_F(OpenEndsTest, BesideBarePagesItDoesNotDecide) {
  assign(opaque("integer"), local("f", "page"));
  assign(result("alloc_page"), local("f", "page"));
  EXPECT_EQ(origin(local("f", "page")), "none");
}

TEST_F(OpenEndsTest, CyclesEnd) {
  pass(param("f", 0), param("g", 0));
  pass(param("g", 0), param("f", 0));
  EXPECT_EQ(use(param("f", 0)), "none");
  EXPECT_EQ(origin(param("f", 0)), "none");
}

} // namespace
