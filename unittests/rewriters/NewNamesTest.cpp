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
