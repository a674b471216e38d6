//===- ProofTallyTest.cpp - what was proved of a patch --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProofTally.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(ProofTallyTest, TheWorstUnitCounts) {
  ProofTally Tally;
  Tally.add(Tier::SameObject, "x86_64/a");
  Tally.add(Tier::SameObject, "x86_64/a");
  Tally.add(Tier::Untouched, "x86_64/c");
  EXPECT_EQ(Tally.worst(), Tier::SameObject);
  EXPECT_TRUE(StringRef(Tally.text())
                  .starts_with("T1, the object code of 2 units is identical "
                               "before and after (x86_64/a, Clang "))
      << Tally.text();
  Tally.add(Tier::Compiles, "x86_64/b");
  EXPECT_EQ(Tally.worst(), Tier::Compiles);
  EXPECT_EQ(Tally.units(), 3u);
  EXPECT_TRUE(StringRef(Tally.text())
                  .starts_with("T3, 1 unit compiles without a new warning; the "
                               "object code of 2 units"))
      << Tally.text();
  EXPECT_NE(Tally.text().find("(x86_64/a, x86_64/b, Clang "),
            std::string::npos);
}

TEST(ProofTallyTest, NothingIsProvedWithoutAUnit) {
  ProofTally Tally;
  EXPECT_EQ(Tally.worst(), std::nullopt);
  EXPECT_EQ(Tally.text(),
            "none, no unit of the configurations given compiles it.");
  Tally.addBroken();
  EXPECT_EQ(Tally.worst(), std::nullopt);
  EXPECT_NE(Tally.text().find("1 unit did not compile before"),
            std::string::npos);
}

} // namespace
