//===- EditSetTest.cpp - the edits of many units as one set ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleEdits.h"

#include "pagesplit/Edit/EditFile.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// Names of the groups that \p Groups leave.
std::vector<std::string> left(std::vector<EditGroup> Groups) {
  std::vector<std::string> Names;
  for (const EditGroup &G : setOf(Groups).resolve().Groups)
    Names.push_back(G.Name);
  return Names;
}

using Names = std::vector<std::string>;

TEST(EditSet, ReplacementsThatOverlapDropTheirGroups) {
  auto A = group("a", {replacement("f", 0, "xxxx", "1")});
  auto B = group("b", {replacement("f", 3, "xx", "2")});
  auto C = group("c", {replacement("f", 5, "x", "3")});
  EXPECT_EQ(left({A, B, C}), (Names{"c"}));
  EXPECT_EQ(left({A, C}), (Names{"a", "c"})) << "they only touch";
  auto Inner = group("inner", {replacement("f", 1, "x", "4")});
  auto Far = group("far", {replacement("f", 3, "x", "5")});
  EXPECT_EQ(left({A, Inner, Far, C}), (Names{"c"}))
      << "the wide one reaches over the first to the second";
  auto Elsewhere = group("e", {replacement("g", 3, "xx", "2")});
  EXPECT_EQ(left({A, Elsewhere}), (Names{"a", "e"}));
}

TEST(EditSet, WhatOnlyServesGoesWithTheLastThatNeedsIt) {
  auto Header = group("header", {insertion("g", 0, "struct d;")});
  auto Include = group("include", {insertion("f", 0, "x")}, {"header"});
  auto User = group("user", {replacement("f", 5, "x", "1")}, {"include"});
  Header.OnlyServes = Include.OnlyServes = true;
  EXPECT_EQ(left({Header, Include, User}),
            (Names{"header", "include", "user"}));
  auto Other = group("other", {replacement("f", 5, "x", "2")});
  EXPECT_EQ(left({Header, Include, User, Other}), Names{});
  EXPECT_EQ(left({Include, User}), Names{}) << "it may need others itself";
}

TEST(EditSet, IdenticalEditsGoTogether) {
  auto A = group("a", {replacement("f", 0, "x", "1"), insertion("f", 4, "i")});
  auto B = group("b", {replacement("f", 0, "x", "1"), insertion("f", 4, "i")});
  EXPECT_EQ(left({A, B}), (Names{"a", "b"}));
  auto C = group("c", {replacement("f", 0, "x", "2")});
  EXPECT_EQ(left({A, B, C}), Names{});
}

TEST(EditSet, InsertionsStrictlyInsideAReplacementConflict) {
  auto R = group("r", {replacement("f", 2, "xx", "1")});
  EXPECT_EQ(left({R, group("i", {insertion("f", 3, "y")})}), Names{});
  EXPECT_EQ(left({R, group("i", {insertion("f", 2, "y")})}), (Names{"i", "r"}));
  EXPECT_EQ(left({R, group("i", {insertion("f", 4, "y")})}), (Names{"i", "r"}));
}

TEST(EditSet, InsertionsThatClaimOnePlaceConflict) {
  auto A = group("a", {insertion("f", 2, "x")});
  EXPECT_EQ(left({A, group("b", {insertion("f", 2, "y")})}), Names{});
  auto Line = group("a", {insertion("f", 2, "x;\n")});
  EXPECT_EQ(left({Line, group("b", {insertion("f", 2, "y;\n")})}),
            (Names{"a", "b"}));
  EXPECT_EQ(left({Line, group("b", {insertion("f", 2, "\ny;")})}), Names{});
  EXPECT_EQ(left({A, wrapped("b", 2, 5, "y")}), (Names{"a", "b"}));
  EXPECT_EQ(left({wrapped("a", 2, 5, "x"), wrapped("b", 2, 5, "y")}), Names{});
  EXPECT_EQ(left({wrapped("a", 2, 6, "x"), wrapped("b", 2, 5, "y")}),
            (Names{"a", "b"}));
}

TEST(EditSet, WrapsMustNest) {
  EXPECT_EQ(left({wrapped("a", 2, 6, "x"), wrapped("b", 4, 8, "y")}), Names{});
  EXPECT_EQ(left({wrapped("a", 2, 6, "x"), wrapped("b", 6, 8, "y")}),
            (Names{"a", "b"}));
  EXPECT_EQ(left({wrapped("a", 2, 8, "x"), wrapped("b", 4, 8, "y")}),
            (Names{"a", "b"}));
  EXPECT_EQ(left({wrapped("a", 0, 9, "x"), wrapped("b", 1, 3, "y"),
                  wrapped("c", 5, 7, "z"), wrapped("d", 6, 8, "z")}),
            (Names{"a", "b"}));
}

TEST(EditSet, GroupsThatNeedADroppedOneGoToo) {
  auto A = group("a", {replacement("f", 0, "xx", "1")});
  auto B = group("b", {replacement("f", 1, "xx", "2")});
  auto NeedsA = group("needs-a", {insertion("f", 10, "x")}, {"a"});
  auto NeedsThat = group("needs-that", {insertion("g", 1, "x")}, {"needs-a"});
  auto Free = group("free", {insertion("g", 5, "x")});
  ResolvedEdits R = setOf({A, B, NeedsA, NeedsThat, Free}).resolve();
  ASSERT_EQ(R.Groups.size(), 1u);
  EXPECT_EQ(R.Groups[0].Name, "free");
  std::vector<std::string> Said;
  for (const Finding &F : R.Findings)
    Said.push_back((wordOf(F.Why) + " " + F.Subject + ": " + F.Detail).str());
  EXPECT_EQ(Said, (std::vector<std::string>{
                      "conflict a: does not go with b at byte 1 of f",
                      "conflict b: does not go with a at byte 0 of f",
                      "needs-another needs-a: a",
                      "needs-another needs-that: needs-a"}));
  EXPECT_EQ(R.Sources.size(), 1u) << "only files that are edited";
}

TEST(EditSet, AGroupThatIsGoneAnywayConflictsWithNothing) {
  auto A = group("a", {replacement("f", 0, "xx", "1")}, {"nowhere"});
  auto B = group("b", {replacement("f", 1, "xx", "2")});
  EXPECT_EQ(left({A, B}), (Names{"b"}));
}

TEST(EditSet, GroupsMayNeedEachOther) {
  EXPECT_EQ(left({group("a", {insertion("f", 1, "x")}, {"b"}),
                  group("b", {insertion("f", 2, "x")}, {"a"})}),
            (Names{"a", "b"}));
}

TEST(EditSet, ARefusalByOneUnitDropsTheGroup) {
  EditSet Set = setOf({group("a", {insertion("f", 1, "x")}),
                       group("b", {insertion("f", 3, "x")}, {"a"})});
  EditSet Other;
  Other.refuse("a", {Refusal::MacroBody, "test", {"f", 1, 2}, "a", "in M"});
  Set.unite(Other);
  ResolvedEdits R = Set.resolve();
  EXPECT_TRUE(R.Groups.empty());
  ASSERT_EQ(R.Findings.size(), 2u);
  EXPECT_EQ(R.Findings.begin()->Why, Refusal::NeedsAnother);
  EXPECT_EQ(R.Findings.rbegin()->Why, Refusal::MacroBody);
}

TEST(EditSet, FilesMustBeKnownInOneVersion) {
  EditSet Set = setOf({group("a", {insertion("f", 1, "x")}),
                       group("b", {insertion("g", 1, "x")}),
                       group("c", {insertion("unknown", 1, "x")})});
  Set.addSource("f", contentHash("another"));
  ResolvedEdits R = Set.resolve();
  ASSERT_EQ(R.Groups.size(), 1u);
  EXPECT_EQ(R.Groups[0].Name, "b");
  ASSERT_EQ(R.Findings.size(), 2u);
  EXPECT_EQ(R.Findings.begin()->Detail, "f was seen in two versions");
  EXPECT_EQ(R.Findings.rbegin()->Detail, "unknown has no content hash");
}

TEST(EditSet, GroupsOfOneNameUnite) {
  auto A = group("a", {insertion("f", 1, "x")});
  auto More = group(
      "a", {insertion("g", 1, "x"), replacement("f", 7, "y", "y")}, {"b"});
  A.Accesses = {"f:1:1", "f:2:1"};
  More.Accesses = {"f:2:1", "g:1:1"};
  EditSet Set = setOf({A, More, group("b", {})});
  ResolvedEdits R = Set.resolve();
  ASSERT_EQ(R.Groups.size(), 2u);
  EXPECT_EQ(R.Groups[0].Edits.size(), 2u) << "y for y is no edit";
  EXPECT_EQ(R.Groups[0].Accesses.size(), 3u);
  EXPECT_EQ(R.Groups[0].Needs, (std::set<std::string>{"b"}));
  auto Disagrees = group("a", {});
  Disagrees.Descriptor = "slab";
  Set.add(Disagrees);
  EXPECT_EQ(Set.resolve().Groups.size(), 1u);
}

// Whatever the order in which groups arrive, in how many parts, and how often.
TEST(EditSet, OrderLeavesNoTrace) {
  std::vector<EditGroup> Groups = {
      group("a", {replacement("f", 0, "xx", "1"), insertion("g", 3, "q")}),
      group("b", {replacement("f", 1, "xx", "2"), insertion("g", 3, "r")}),
      group("c", {insertion("f", 10, "x")}, {"a"}),
      wrapped("d", 12, 20, "y"),
      wrapped("e", 15, 25, "z"),
      group("f", {insertion("g", 9, "x")})};
  auto Bytes = [](const EditSet &Set) {
    std::string Text;
    raw_string_ostream Out(Text);
    printEdits(Set, Out);
    printEdits(Set.resolve(), Out);
    return Text;
  };
  std::string First = Bytes(setOf(Groups));
  std::vector<unsigned> Order = {0, 1, 2, 3, 4, 5};
  do {
    EditSet Left, Right;
    for (unsigned I = 0; I < Order.size(); ++I)
      (I % 2 ? Left : Right).add(Groups[Order[I]]);
    Left.add(Groups[Order[0]]);
    Left.unite(Right);
    Left.unite(setOf({}));
    Left.unite(Left);
    ASSERT_EQ(Bytes(Left), First);
  } while (std::next_permutation(Order.begin(), Order.end()));
}

// What a brute-force look at every pair finds.
TEST(EditSet, ConflictsAreAllPairsThatConflict) {
  unsigned Seed = 1;
  auto Random = [&](unsigned Below) {
    Seed = Seed * 1103515245 + 12345;
    return (Seed >> 16) % Below;
  };
  for (unsigned Round = 0; Round < 300; ++Round) {
    std::vector<EditGroup> Groups;
    for (unsigned I = 0; I < 6; ++I) {
      std::string Name(1, 'a' + I);
      unsigned At = Random(30);
      switch (Random(3)) {
      case 0:
        Groups.push_back(
            group(Name, {replacement("f", At, std::string(1 + Random(5), 'x'),
                                     Random(2) ? "1" : "2")}));
        break;
      case 1:
        Groups.push_back(group(Name, {insertion("f", At, Name)}));
        break;
      default:
        Groups.push_back(wrapped(Name, At, At + 1 + Random(8), "w"));
      }
    }
    Names Expected;
    for (const EditGroup &A : Groups)
      if (std::none_of(Groups.begin(), Groups.end(), [&](const EditGroup &B) {
            return A.Name != B.Name && left({A, B}).empty();
          }))
        Expected.push_back(A.Name);
    ASSERT_EQ(left(Groups), Expected) << "round " << Round;
  }
}

} // namespace
