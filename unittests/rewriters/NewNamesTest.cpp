//===- NewNamesTest.cpp - names by the kernel's habits --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NewNames.h"
#include "gtest/gtest.h"

using namespace pagesplit;

TEST(NewNames, FollowTheDescriptor) {
  EXPECT_EQ(renamed("page", "folio"), "folio");
  EXPECT_EQ(renamed("first_page", "zpdesc"), "first_zpdesc");
  EXPECT_EQ(renamed("newpage", "zpdesc"), "newzpdesc");
  EXPECT_EQ(renamed("page_next", "ptdesc"), "ptdesc_next");
  EXPECT_EQ(renamed("page2", "folio"), "folio2");
}

TEST(NewNames, OtherNamesStay) {
  EXPECT_EQ(renamed("head", "folio"), "head");
  EXPECT_EQ(renamed("pages", "folio"), "pages");
  EXPECT_EQ(renamed("pageset", "folio"), "pageset");
  EXPECT_EQ(renamed("", "folio"), "");
}

TEST(NewNames, WherePagesAreIsCalledAfterThem) {
  EXPECT_EQ(renamed("pages", "folio", 2), "folios");
  EXPECT_EQ(renamed("rq_pages", "folio", 2), "rq_folios");
  EXPECT_EQ(renamed("pagep", "zpdesc", 2), "zpdescp");
  EXPECT_EQ(renamed("pages_max", "folio", 3), "folios_max");
  EXPECT_EQ(renamed("pagepool", "folio", 2), "pagepool");
  EXPECT_EQ(renamed("pageset", "folio", 2), "pageset");
  EXPECT_EQ(renamed("pagevec", "folio", 2), "pagevec");
}
