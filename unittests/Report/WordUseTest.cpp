//===- WordUseTest.cpp - the members of one word and their users ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WordUse.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

ReportModel model() {
  ReportModel M;
  M.WordSize = 8;
  M.PageSize = 32;
  M.Members = {{"flags", "unsigned long", 0, 8, ""},
               {"lru", "struct list_head", 8, 16, "8#0"},
               {"pp_magic", "unsigned long", 8, 8, "8#1"}};
  M.Words.push_back({1, 8, "8#0", "lru", {3, 0, 0, 0, 0}, {{"mm", 3}}});
  M.Words.push_back({1, 8, "", "elsewhere", {1, 0, 0, 0, 0}, {{"mm", 1}}});
  return M;
}

std::string names(const std::vector<MemberUse> &Members) {
  std::string Names;
  for (const MemberUse &M : Members)
    Names += M.name().str() + (M.Use ? "! " : " ");
  return Names;
}

TEST(WordUse, MembersOfAWordUsedOrNot) {
  ReportModel M = model();
  EXPECT_EQ(names(membersOf(M, 0)), "flags ");
  EXPECT_EQ(names(membersOf(M, 2)), "lru ");
  EXPECT_EQ(names(membersOf(M, 3)), "");
}

TEST(WordUse, UsesOfWhatTheLayoutDoesNotHaveAreKept) {
  EXPECT_EQ(names(membersOf(model(), 1)), "lru! pp_magic elsewhere! ");
}

TEST(WordUse, MainFieldAndNumberOfWords) {
  ReportModel M = model();
  EXPECT_EQ(M.words(), 4u);
  EXPECT_EQ(M.mainField(1), "lru");
  EXPECT_EQ(M.mainField(0), "");
}

TEST(Ranges, BytesAndWords) {
  EXPECT_EQ(byteRange(8, 8), "8-15");
  EXPECT_EQ(byteRange(8, 1), "8");
  EXPECT_EQ(wordRange({"lru", "", 8, 16, ""}, 8), "1-2");
  EXPECT_EQ(wordRange({"x", "", 52, 4, ""}, 8), "6");
  EXPECT_EQ(wordRange({"x", "", 52, 0, ""}, 4), "13");
}

} // namespace
