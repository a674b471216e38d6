//===- FactSetTest.cpp - merging facts ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleFacts.h"
#include "pagesplit/Facts/FactFile.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

std::string text(const FactSet &Facts) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  printFacts(Facts, Out);
  return Text;
}

FactSet merged(const FactSet &A, const FactSet &B) {
  FactSet Both = A;
  Both.merge(B);
  return Both;
}

TEST(FactSet, MergeIsCommutative) {
  for (unsigned I = 0; I < 6; ++I)
    for (unsigned J = 0; J < 6; ++J)
      EXPECT_EQ(text(merged(sampleFacts(I), sampleFacts(J))),
                text(merged(sampleFacts(J), sampleFacts(I))));
}

TEST(FactSet, MergeIsAssociative) {
  FactSet A = sampleFacts(1), B = sampleFacts(2), C = sampleFacts(3);
  EXPECT_EQ(text(merged(merged(A, B), C)), text(merged(A, merged(B, C))));
  EXPECT_NE(text(merged(A, B)), text(merged(merged(A, B), C)));
}

TEST(FactSet, MergeIsIdempotent) {
  FactSet A = merged(sampleFacts(1), sampleFacts(2));
  EXPECT_EQ(text(merged(A, A)), text(A));
  EXPECT_EQ(text(merged(A, sampleFacts(2))), text(A));
}

TEST(FactSet, EmptyIsNeutral) {
  FactSet A = sampleFacts(1);
  EXPECT_EQ(text(merged(A, FactSet())), text(A));
  EXPECT_EQ(text(merged(FactSet(), A)), text(A));
}

TEST(FactSet, HeaderFactOfManyUnitsIsOneFactWithAllConfigurations) {
  FactSet Facts = merged(sampleFacts(1), sampleFacts(2));
  unsigned InHeader = 0;
  for (const auto &[A, In] : Facts.accesses())
    if (A.Expansion.File == "include/linux/mm.h") {
      ++InHeader;
      EXPECT_EQ(In, (ConfigSet{"arm64/defconfig", "x86_64/defconfig"}));
    }
  EXPECT_EQ(InHeader, 1u);
  EXPECT_EQ(Facts.accesses().size(), 3u);
}

// A fact is only united with one that is equal in every member.
TEST(FactSet, EveryMemberOfAnAccessTellsItFromOthers) {
  std::vector<Access> All(16);
  All[1].Form = AccessForm::Copy;
  All[2].Mode = AccessMode::Write;
  All[3].Field = "f";
  All[4].Path = "p";
  All[5].Offset = 1;
  All[6].Size = 1;
  All[7].Arm = "8#0";
  All[8].Spelling.Offset = 1;
  All[9].Spelling.Length = 1;
  All[10].Expansion.Length = 1;
  All[11].Macros = {"M"};
  All[12].Function = "g";
  All[13].Base = "b";
  All[14].Via = "v";
  All[15].Expansion.File = "x.c";
  FactSet Facts;
  for (const Access &A : All)
    Facts.add(A, {"c"});
  EXPECT_EQ(Facts.accesses().size(), All.size());
}

} // namespace
