//===- EvidenceTest.cpp - what counts how often ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Topology.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Evidence : public Topology {};

TEST_F(Evidence, BothWaysIsSurer) {
  pass(param("f", 0), param("lock_page", 0));
  double Before = verdict(param("f", 0)).Confidence;
  pass(result("find_get_page"), param("f", 0));
  EXPECT_GT(verdict(param("f", 0)).Confidence, Before);
  EXPECT_EQ(why(param("f", 0)), "confirmed");
}

TEST_F(Evidence, OneFactIsNotCountedTwice) {
  pass(local("f", "page"), param("lock_page", 0));
  double Alone = verdict(local("f", "page")).Confidence;
  assign(local("f", "page"), member("req", "page"));
  assign(member("req", "page"), local("f", "page"));
  EXPECT_EQ(verdict(local("f", "page")).Confidence, Alone);
  EXPECT_EQ(why(local("f", "page")), "used-as");
}

TEST_F(Evidence, OneMoveIsNotCountedTwice) {
  declare("fill", 0, 2);
  pass(local("f", "pages"), param("fill", 0));
  assign(param("fill", 0), local("fill", "page"));
  pass(local("fill", "page"), param("lock_page", 0));
  Conclusion C = conclusion(local("f", "pages"));
  EXPECT_EQ(C.V.Word, "folio");
  EXPECT_EQ(reasonWord(C.V.Why), "used-as");
  EXPECT_EQ(C.Also, nullptr);
  const double Alone = C.V.Confidence;
  // What the function puts there is another piece.
  assign(result("find_get_page"), param("fill", 0));
  EXPECT_EQ(why(local("f", "pages")), "confirmed");
  EXPECT_GT(verdict(local("f", "pages")).Confidence, Alone);
}

TEST_F(Evidence, WhatLiesInADescriptorIsOne) {
  flow(FlowKind::Use, type("struct folio.page"), field("*"));
  flow(FlowKind::Cast, type("struct folio.page"), type("struct slab"));
  Conclusion C = conclusion(type("struct folio.page"));
  EXPECT_EQ(C.V.Word, "folio");
  EXPECT_EQ(reasonWord(C.V.Why), "comes-from");
  EXPECT_EQ(C.Against, nullptr);
  // What lies in any other struct is not known by what somebody does with it.
  flow(FlowKind::Use, type("struct foo.page"), field("pp_magic"));
  EXPECT_EQ(word(type("struct foo.page")), "unknown");
}

TEST_F(Evidence, StrongDoesNotContradictEstablishing) {
  pass(local("f", "page"), param("unlock_page", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
  assign(result("slab_alloc"), local("f", "page"));
  pass(local("f", "page"), param("g", 0));
  Conclusion C = conclusion(local("f", "page"));
  EXPECT_EQ(C.V.Word, "slab");
  ASSERT_TRUE(C.Against);
  EXPECT_EQ(C.Against->Descriptor, "folio");
  EXPECT_EQ(word(param("g", 0)), "slab");
}

TEST_F(Evidence, StrongSaysNothingOfABarePage) {
  assign(result("alloc_page"), local("f", "page"));
  pass(local("f", "page"), param("unlock_page", 0));
  pass(local("f", "page"), param("init", 0));
  pass(local("f", "page"), param("link", 0));
  EXPECT_EQ(word(param("init", 0)), "folio");
  pass(param("link", 0), param("__SetPageMovable", 0));
  EXPECT_EQ(word(local("f", "page")), "page");
  EXPECT_EQ(word(param("init", 0)), "page");
  // Under a test it is said of some.
  Flows.back().Guards = {{"PageSlab", true}};
  EXPECT_EQ(word(local("f", "page")), "folio");
  // It does not contradict what has to be so.
  Flows.back().Guards = {};
  assign(result("slab_alloc"), local("f", "page"));
  EXPECT_EQ(why(local("f", "page")), "origins-differ");
  pass(local("f", "page"), param("lock_page", 0));
  EXPECT_EQ(word(param("link", 0)), "folio");
}

} // namespace
