//===- WordsTest.cpp - the spelling of the fact enums ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/Words.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

// \p Last is the last value of the enum, so that one without a word fails.
template <typename EnumT> void expectRoundTrip(EnumT Last) {
  ASSERT_EQ(words<EnumT>().size(), static_cast<size_t>(Last) + 1);
  for (size_t I = 0; I < words<EnumT>().size(); ++I) {
    EnumT Value = static_cast<EnumT>(I);
    EXPECT_FALSE(wordOf(Value).empty());
    EXPECT_EQ(valueOf<EnumT>(wordOf(Value)), Value);
  }
  EXPECT_EQ(valueOf<EnumT>("no such word"), std::nullopt);
  EXPECT_EQ(valueOf<EnumT>(""), std::nullopt);
}

TEST(Words, EveryValueHasAWordOfItsOwn) {
  expectRoundTrip(AccessForm::Cast);
  expectRoundTrip(AccessMode::TypeOnly);
  expectRoundTrip(EntityKind::Global);
  expectRoundTrip(UnitStatus::Skipped);
  expectRoundTrip(PlaceKind::Opaque);
  expectRoundTrip(FlowKind::Take);
}

TEST(Words, SpellingThatDatabasesRelyOn) {
  EXPECT_EQ(wordOf(AccessMode::ReadModifyWrite), "rmw");
  EXPECT_EQ(wordOf(AccessMode::AddressOf), "address-of");
  EXPECT_EQ(wordOf(AccessMode::TypeOnly), "type-only");
  EXPECT_EQ(wordOf(AccessForm::ListWalk), "list-walk");
  EXPECT_EQ(wordOf(EntityKind::Param), "param");
}

} // namespace
