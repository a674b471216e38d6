//===- SeriesPlanTest.cpp - which edits go into which patch ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SampleEdits.h"

#include "pagesplit/Edit/SeriesPlan.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// A group with one edit at \p Offset of each of \p Files.
EditGroup in(StringRef Name, std::vector<std::string> Files,
             std::set<std::string> Needs = {}, unsigned Offset = 0) {
  // Names differ, so offsets made of them do.
  for (char C : Name)
    Offset = Offset * 31 + C;
  std::set<Edit> Edits;
  for (const std::string &File : Files)
    Edits.insert(insertion(File, Offset, "x"));
  return group(Name, std::move(Edits), std::move(Needs));
}

PlanRules rules(unsigned FewEdits = 40) {
  PlanRules Rules;
  Rules.SubsystemOf = [](StringRef File) {
    return File.split('/').first.str();
  };
  Rules.FewEdits = FewEdits;
  return Rules;
}

/// "subsystem: a b | subsystem: c".
std::string planned(const std::vector<EditGroup> &Groups,
                    const PlanRules &Rules = rules()) {
  std::vector<std::string> Patches;
  for (const PlannedPatch &P : planSeries(Groups, Rules))
    Patches.push_back(P.Subsystem + ": " + join(P.Groups, " "));
  return join(Patches, " | ");
}

TEST(SeriesPlan, OnePatchForASubsystem) {
  EXPECT_EQ(
      planned({in("b", {"mm/a.c"}), in("a", {"mm/b.c"}), in("c", {"fs/a.c"})}),
      "fs: c | mm: a b");
  EXPECT_EQ(planned({}), "");
}

TEST(SeriesPlan, AFileAtATimeWhereTheDirectoryHasMuch) {
  std::vector<EditGroup> Groups = {in("a", {"mm/a.c"}), in("b", {"mm/b.c"}),
                                   in("c", {"mm/a.c"}), in("d", {"mm/x/c.c"})};
  EXPECT_EQ(planned(Groups, rules(2)), "mm: a c | mm: b | mm: d");
  EXPECT_EQ(planned(Groups, rules(3)), "mm: a b c | mm: d");
}

TEST(SeriesPlan, BehaviourAndDescriptorsApart) {
  EditGroup Careful = in("a", {"mm/a.c"}), Slab = in("b", {"mm/a.c"});
  Careful.Notes = {"mm/a.c:1: look"};
  Slab.Descriptor = "slab";
  EXPECT_EQ(planned({Careful, Slab, in("c", {"mm/a.c"})}),
            "mm: c | mm: b | mm: a");
}

TEST(SeriesPlan, AGroupWithATitleIsAPatchOfItsOwn) {
  EditGroup Titled = in("b", {"mm/a.c"});
  Titled.Title = "introduce struct b";
  EXPECT_EQ(planned({in("a", {"mm/a.c"}, {"b"}), Titled, in("c", {"mm/a.c"})}),
            "mm: b | mm: a c");
}

TEST(SeriesPlan, WhatIsNeededComesFirst) {
  EXPECT_EQ(planned({in("a", {"fs/a.c"}, {"b"}), in("b", {"mm/a.c"})}),
            "mm: b | fs: a");
}

TEST(SeriesPlan, AnIncludeGoesAlongWithTheFirstThatNeedsIt) {
  EditGroup Header = in("h", {"mm/d.h"});
  EditGroup Include = in("i", {"fs/a.c"}, {"h"});
  Header.Title = "introduce struct d";
  Header.OnlyServes = Include.OnlyServes = true;
  EXPECT_EQ(planned({Header, Include, in("a", {"fs/a.c"}, {"i"}),
                     in("b", {"fs/b.c"}, {"i"})}),
            "mm: h | fs: a b i");
}

TEST(SeriesPlan, GroupsThatNeedEachOtherStayTogether) {
  // Two of three edits are in mm.
  EXPECT_EQ(planned({in("a", {"fs/a.c", "mm/c.c"}, {"b"}),
                     in("b", {"mm/a.c"}, {"a"}), in("c", {"fs/b.c"})}),
            "fs: c | mm: a b");
}

TEST(SeriesPlan, GroupsWithACommonEditStayTogether) {
  EditGroup A = in("a", {"mm/a.c"}), B = in("b", {"mm/a.c"});
  B.Notes = {"look"};
  EXPECT_EQ(planned({A, B}), "mm: a | mm: b");
  Edit Common = insertion("mm/h.h", 1, "y");
  A.Edits.insert(Common);
  B.Edits.insert(Common);
  EXPECT_EQ(planned({A, B}), "mm: a b");
}

TEST(SeriesPlan, APatchIsSplitOnlyWhenItMust) {
  // fs/z needs mm/y, which needs fs/x: no order of whole subsystems will do.
  EXPECT_EQ(planned({in("x", {"fs/a.c"}), in("y", {"mm/a.c"}, {"x"}),
                     in("z", {"fs/a.c"}, {"y"}), in("w", {"fs/a.c"}, {"x"})}),
            "fs: w x | mm: y | fs: z");
}

TEST(SeriesPlan, OrderOfGroupsLeavesNoTrace) {
  std::vector<EditGroup> Groups = {
      in("a", {"fs/a.c"}, {"d"}), in("b", {"mm/a.c"}),
      in("c", {"mm/a.c"}, {"a"}), in("d", {"net/a.c"}, {"b"}),
      in("e", {"fs/a.c", "net/b.c"})};
  std::string First = planned(Groups);
  llvm::sort(Groups, [](const EditGroup &A, const EditGroup &B) {
    return A.Name > B.Name;
  });
  EXPECT_EQ(planned(Groups), First);
  std::rotate(Groups.begin(), Groups.begin() + 2, Groups.end());
  EXPECT_EQ(planned(Groups), First);
}

TEST(SeriesPlan, Prefixes) {
  auto Prefix = [](std::vector<std::string> Files) {
    return defaultPrefix(Files);
  };
  EXPECT_EQ(Prefix({"mm/zsmalloc.c"}), "mm/zsmalloc");
  EXPECT_EQ(Prefix({"mm/slub.c", "mm/slab.h"}), "mm");
  EXPECT_EQ(Prefix({"fs/ext2/dir.c"}), "ext2");
  EXPECT_EQ(Prefix({"fs/buffer.c"}), "buffer");
  EXPECT_EQ(Prefix({"arch/x86/mm/init.c"}), "x86/mm");
  EXPECT_EQ(Prefix({"drivers/block/brd.c"}), "brd");
  EXPECT_EQ(Prefix({"drivers/net/a.c", "drivers/net/b.c"}), "net");
  EXPECT_EQ(Prefix({"include/linux/mm.h"}), "mm");
  EXPECT_EQ(Prefix({"net/core/dev.c"}), "net/core");
  EXPECT_EQ(Prefix({"block/bio.c"}), "block");
  EXPECT_EQ(Prefix({"MAINTAINERS", "mm/new.h"}), "mm/new");
  EXPECT_EQ(Prefix({"top.c"}), "top");
}

} // namespace
