//===- CulpritsTest.cpp - which groups break a unit -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Culprits.h"
#include "../Edit/SampleEdits.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// A unit that some groups break.
struct Bench {
  explicit Bench(std::vector<EditGroup> Made) : Groups(std::move(Made)) {}

  GroupList list() const {
    GroupList List;
    for (const EditGroup &Group : Groups)
      List.push_back(&Group);
    return List;
  }

  std::vector<std::string> culprits(std::set<std::string> Bad) {
    std::vector<unsigned> Ends;
    GroupList Ordered = orderGroups({list()}, Ends);
    std::vector<std::string> Names;
    for (const Culprit &C : findCulprits(
             Ordered, Ends, [&](const GroupList &Tried) -> std::string {
               ++Trials;
               for (const EditGroup *Group : Tried)
                 if (Bad.count(Group->Name))
                   return "broken by " + Group->Name;
               return "";
             })) {
      Names.push_back(C.Group);
      EXPECT_EQ(C.Problem, "broken by " + C.Group);
    }
    return Names;
  }

  std::vector<EditGroup> Groups;
  unsigned Trials = 0;
};

std::vector<std::string> namesOf(const GroupList &Groups) {
  std::vector<std::string> Names;
  for (const EditGroup *Group : Groups)
    Names.push_back(Group->Name);
  return Names;
}

TEST(CulpritsTest, FindsEveryOneAndNoOther) {
  std::vector<EditGroup> Groups;
  for (char C = 'a'; C <= 'z'; ++C)
    Groups.push_back(group(StringRef(&C, 1), {}));
  Bench B(Groups);
  EXPECT_EQ(B.culprits({}), std::vector<std::string>());
  EXPECT_EQ(B.Trials, 1u);
  B.Trials = 0;
  EXPECT_EQ(B.culprits({"c", "k", "z"}),
            (std::vector<std::string>{"c", "k", "z"}));
  // One for the whole and five for the search, each time.
  EXPECT_LE(B.Trials, 3 * 6 + 1u);
}

TEST(CulpritsTest, TriesNoGroupWithoutItsNeeds) {
  Bench B({group("a", {}, {"z"}), group("m", {}), group("z", {})});
  std::vector<unsigned> Ends;
  GroupList Ordered = orderGroups({B.list()}, Ends);
  EXPECT_EQ(namesOf(Ordered), (std::vector<std::string>{"z", "a", "m"}));
  findCulprits(Ordered, Ends, [](const GroupList &Tried) -> std::string {
    std::vector<std::string> Names = namesOf(Tried);
    EXPECT_TRUE(!is_contained(Names, "a") || is_contained(Names, "z"));
    return is_contained(Names, "m") ? "m" : "";
  });
}

TEST(CulpritsTest, WhoNeedsACulpritIsNotBlamed) {
  Bench B({group("a", {}), group("b", {}, {"a"}), group("c", {})});
  EXPECT_EQ(B.culprits({"a", "b"}), std::vector<std::string>{"a"});
}

TEST(CulpritsTest, ACircleGoesAsOne) {
  Bench B({group("a", {}, {"b"}), group("b", {}, {"a"}), group("c", {})});
  std::vector<unsigned> Ends;
  GroupList Ordered = orderGroups({B.list()}, Ends);
  std::vector<Culprit> Found =
      findCulprits(Ordered, Ends, [](const GroupList &Tried) -> std::string {
        return is_contained(namesOf(Tried), "a") ? "a" : "";
      });
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_NE(Found.front().Group, "c");
}

TEST(CulpritsTest, APatchThatOnlyALaterOneMends) {
  Bench First({group("a", {})}), Second({group("b", {})});
  std::vector<unsigned> Ends;
  GroupList Ordered = orderGroups({First.list(), Second.list()}, Ends);
  EXPECT_EQ(Ends, (std::vector<unsigned>{1, 2}));
  std::vector<Culprit> Found =
      findCulprits(Ordered, Ends, [](const GroupList &Tried) -> std::string {
        return namesOf(Tried) == std::vector<std::string>{"a"} ? "alone" : "";
      });
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found.front().Group, "a");
}

} // namespace
