//===- ListInferenceTest.cpp - pages in lists, and by address -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Topology.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Lists : public Topology {
protected:
  void link(Place Page, Place List) {
    flow(FlowKind::Assign, std::move(Page), std::move(List), {}, {"list"});
  }
  void take(Place List, Place Page) { link(std::move(List), std::move(Page)); }
  void hand(Place List, Place To) {
    flow(FlowKind::Argument, std::move(List), std::move(To), {}, {"list", "&"});
  }
};

TEST_F(Lists, WhoAddsAndWhoTakesMeet) {
  assign(result("find_get_page"), local("f", "page"));
  link(local("f", "page"), member("ctl", "pages"));
  take(member("ctl", "pages"), local("g", "page"));
  EXPECT_EQ(word(local("g", "page")), "folio");
  EXPECT_EQ(why(local("g", "page")), "comes-from");
}

TEST_F(Lists, WhatIsTakenOutHasToBePutIn) {
  link(local("f", "page"), local("f", "list"));
  hand(local("f", "list"), param("g", 0));
  take(param("g", 0), local("g", "page"));
  pass(local("g", "page"), param("lock_page", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(why(local("f", "page")), "used-as");
}

TEST_F(Lists, AListThatIsHandedOverMayBeFilled) {
  hand(local("f", "list"), param("isolate", 1));
  assign(result("find_get_page"), local("isolate", "page"));
  link(local("isolate", "page"), param("isolate", 1));
  take(local("f", "list"), local("f", "page"));
  EXPECT_EQ(word(local("f", "page")), "folio");
}

TEST_F(Lists, WhatOneCallerPutInDoesNotComeToAnother) {
  link(result("find_get_page"), local("f", "list"));
  hand(local("f", "list"), param("free_all", 0));
  hand(local("g", "list"), param("free_all", 0));
  take(param("free_all", 0), local("free_all", "page"));
  take(local("g", "list"), local("g", "page"));
  EXPECT_EQ(word(local("free_all", "page")), "folio");
  EXPECT_EQ(word(local("g", "page")), "unknown");
  // It does when the function puts in the same, be it less sure.
  assign(result("find_get_page"), local("free_all", "other"));
  assign(local("free_all", "other"), local("free_all", "more"));
  link(local("free_all", "more"), param("free_all", 0));
  EXPECT_EQ(word(local("g", "page")), "folio");
}

TEST_F(Lists, TwoNamesOfOneList) {
  flow(FlowKind::Assign, local("f", "list"), local("f", "alias"), {},
       {"list", "&"});
  link(local("f", "page"), local("f", "alias"));
  take(local("f", "list"), local("f", "taken"));
  pass(local("f", "taken"), param("lock_page", 0));
  EXPECT_EQ(word(local("f", "page")), "folio");
}

TEST_F(Lists, WhatIsSplicedDoesNotComeBack) {
  flow(FlowKind::Assign, local("f", "from"), local("f", "to"), {}, {"list"});
  link(result("find_get_page"), local("f", "from"));
  link(result("slab_alloc"), local("f", "to"));
  take(local("f", "from"), local("f", "page"));
  take(local("f", "to"), local("g", "page"));
  EXPECT_EQ(word(local("f", "page")), "folio");
  EXPECT_EQ(word(local("g", "page")), "mixed");
}

TEST_F(Lists, AFolioThatIsLinkedIsAFolio) {
  link(type("struct folio.lru"), param("f", 0));
  take(param("f", 0), local("f", "page"));
  EXPECT_EQ(word(local("f", "page")), "folio");
}

TEST_F(Lists, WhatIsTakenAsAFolioIsOne) {
  link(local("f", "page"), member("ctl", "pages"));
  flow(FlowKind::Cast, member("ctl", "pages"), type("struct folio"), {},
       {"list"});
  EXPECT_EQ(word(local("f", "page")), "folio");
}

TEST_F(Lists, NobodyIsSeenToFillIt) {
  assign(result("alloc_page"), local("f", "page"));
  take(param("f", 0), local("f", "page"));
  EXPECT_EQ(word(local("f", "page")), "unknown");
  EXPECT_EQ(why(local("f", "page")), "out-of-sight");
}

TEST_F(Lists, AListOfFreePagesEndsWhatTheyWere) {
  Descriptor Buddy;
  Buddy.Name = "buddy";
  Buddy.IsTransient = true;
  Known.add(Buddy);
  NameEvidence Free;
  Free.Names = {"free_area.free_list"};
  Free.Descriptor = "buddy";
  Known.addMember(Free);
  pass(param("free", 0), param("lock_page", 0));
  link(param("free", 0), member("free_area", "free_list"));
  take(member("free_area", "free_list"), local("rmqueue", "page"));
  flow(FlowKind::Return, local("rmqueue", "page"), result("rmqueue"));
  EXPECT_EQ(word(param("free", 0)), "folio");
  EXPECT_EQ(word(local("rmqueue", "page")), "buddy");
  EXPECT_EQ(word(result("rmqueue")), "unknown");
}

TEST_F(Lists, HeadPagesStayHeadPagesInAList) {
  link(result("alloc_page"), local("f", "list"));
  take(local("f", "list"), local("f", "page"));
  EXPECT_EQ(head(local("f", "page")), "order-0");
}

class Addresses : public Topology {
protected:
  Addresses() {
    addDescriptor("ptdesc", "");
    for (bool Takes : {true, false}) {
      AddressCall C;
      C.Calls = {Takes ? "virt_to_page" : "page_address"};
      C.TakesAddress = Takes;
      C.Types = {"pgd_t"};
      C.Descriptor = "ptdesc";
      Known.add(C);
    }
  }
};

TEST_F(Addresses, AnAddressWithATypeSaysWhatLiesThere) {
  assign(result("pfn_to_page"), local("f", "page"));
  EXPECT_EQ(word(local("f", "page")), "unknown");
  flow(FlowKind::Assign, type("pgd_t"), local("f", "page"), {},
       {"virt_to_page#0"});
  pass(local("f", "page"), param("g", 0));
  EXPECT_EQ(word(local("f", "page")), "ptdesc");
  EXPECT_EQ(why(local("f", "page")), "comes-from");
  EXPECT_EQ(word(param("g", 0)), "ptdesc");
  EXPECT_EQ(head(local("f", "page")), "maybe-tail");
}

TEST_F(Addresses, OfAnotherTypeItSaysNothing) {
  flow(FlowKind::Assign, type("pte_t"), local("f", "page"), {},
       {"virt_to_page#0"});
  flow(FlowKind::Assign, type("pgd_t"), local("f", "page"), {},
       {"page_address#0"});
  pass(local("f", "page"), param("g", 0));
  EXPECT_EQ(word(local("f", "page")), "unknown");
}

TEST_F(Addresses, ThePageWhoseAddressIsGivenAType) {
  pass(local("f", "page"), param("g", 0));
  flow(FlowKind::Cast, param("g", 0), type("pgd_t"), {}, {"page_address#0"});
  EXPECT_EQ(word(local("f", "page")), "ptdesc");
  EXPECT_EQ(why(local("f", "page")), "used-as");
}

TEST_F(Addresses, TheHeadOfIt) {
  flow(FlowKind::Assign, type("pgd_t"), local("f", "page"), {},
       {"virt_to_page#0", "compound_head#0"});
  EXPECT_EQ(word(local("f", "page")), "ptdesc");
  EXPECT_EQ(head(local("f", "page")), "head");
}

} // namespace
