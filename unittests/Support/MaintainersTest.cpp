//===- MaintainersTest.cpp - which section of MAINTAINERS owns a file -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/Maintainers.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

bool noDirectory(StringRef) { return false; }

std::string sectionOf(StringRef Text, StringRef File) {
  return Maintainers(Text, noDirectory).sectionOf(File).str();
}

TEST(Maintainers, DirectoryIncludesEverythingBelow) {
  StringRef Text = "NET\nM:\tx\nF:\tdrivers/net/\n";
  EXPECT_EQ(sectionOf(Text, "drivers/net/a.c"), "NET");
  EXPECT_EQ(sectionOf(Text, "drivers/net/phy/a.c"), "NET");
  EXPECT_EQ(sectionOf(Text, "drivers/network/a.c"), "");
  EXPECT_EQ(sectionOf(Text, "include/drivers/net/a.c"), "");
}

TEST(Maintainers, StarStaysInItsDirectory) {
  StringRef Text = "NET\nF:\tdrivers/net/*\n";
  EXPECT_EQ(sectionOf(Text, "drivers/net/a.c"), "NET");
  EXPECT_EQ(sectionOf(Text, "drivers/net/phy/a.c"), "");
}

TEST(Maintainers, Wildcards) {
  StringRef Text = "SLAB\nF:\tmm/sl?b*\nHW\nF:\tdrivers/edac/skx_*.[ch]\n"
                   "ARCH\nF:\tarch/*/mm/\n";
  EXPECT_EQ(sectionOf(Text, "mm/slab.h"), "SLAB");
  EXPECT_EQ(sectionOf(Text, "mm/slub.c"), "SLAB");
  EXPECT_EQ(sectionOf(Text, "mm/slb.c"), "");
  EXPECT_EQ(sectionOf(Text, "drivers/edac/skx_base.c"), "HW");
  EXPECT_EQ(sectionOf(Text, "drivers/edac/skx_base.S"), "");
  EXPECT_EQ(sectionOf(Text, "arch/x86/mm/init.c"), "ARCH");
  EXPECT_EQ(sectionOf(Text, "arch/x86/kvm/mmu.c"), "");
}

TEST(Maintainers, DotIsADot) {
  StringRef Text = "A\nF:\tmm/a.c\n";
  EXPECT_EQ(sectionOf(Text, "mm/a.c"), "A");
  EXPECT_EQ(sectionOf(Text, "mm/abc"), "");
}

// get_maintainer.pl anchors a pattern at its start only.
TEST(Maintainers, FilePatternIsAPrefix) {
  StringRef Text = "A\nF:\tmm/page\n";
  EXPECT_EQ(sectionOf(Text, "mm/page_alloc.c"), "A");
  EXPECT_EQ(sectionOf(Text, "mm/page/alloc.c"), "");
}

TEST(Maintainers, PatternThatNamesADirectoryCountsAsOne) {
  StringRef Text = "A\nF:\tdrivers/foo\n";
  Maintainers Plain(Text, noDirectory);
  EXPECT_EQ(Plain.sectionOf("drivers/foo/a.c"), "");
  Maintainers InTree(Text,
                     [](StringRef Path) { return Path == "drivers/foo"; });
  EXPECT_EQ(InTree.sectionOf("drivers/foo/a.c"), "A");
}

TEST(Maintainers, MostSpecificWins) {
  StringRef Text = "MM\nF:\tmm/\nSLAB\nF:\tmm/sl?b*\nSLUB\nF:\tmm/slub.c\n";
  EXPECT_EQ(sectionOf(Text, "mm/memory.c"), "MM");
  EXPECT_EQ(sectionOf(Text, "mm/slab.h"), "SLAB");
  EXPECT_EQ(sectionOf(Text, "mm/slub.c"), "SLUB");
  EXPECT_EQ(sectionOf(Text, "mm/kasan/slub.c"), "MM");
}

TEST(Maintainers, MostSpecificPatternOfASectionCounts) {
  StringRef Text = "A\nF:\tmm/a.c\nF:\tmm/\nB\nF:\tmm/\n";
  EXPECT_EQ(sectionOf(Text, "mm/a.c"), "A");
}

TEST(Maintainers, TiesGoToMoreLettersThenToTheName) {
  EXPECT_EQ(sectionOf("A\nF:\tmm/s*\nB\nF:\tmm/slub*\n", "mm/slub.c"), "B");
  EXPECT_EQ(sectionOf("ZETA\nF:\tmm/a.c\nALPHA\nF:\tmm/a.c\n", "mm/a.c"),
            "ALPHA");
  EXPECT_EQ(sectionOf("ALPHA\nF:\tmm/a.c\nZETA\nF:\tmm/a.c\n", "mm/a.c"),
            "ALPHA");
}

TEST(Maintainers, ExcludedFilesAreNotClaimed) {
  StringRef Text = "NET\nF:\tnet/\nX:\tnet/ipv6/\nX:\tnet/*/test?.c\n";
  EXPECT_EQ(sectionOf(Text, "net/core/dev.c"), "NET");
  EXPECT_EQ(sectionOf(Text, "net/ipv6/tcp.c"), "");
  EXPECT_EQ(sectionOf(Text, "net/core/test1.c"), "");
}

TEST(Maintainers, ExclusionHoldsForItsSectionOnly) {
  StringRef Text = "A\nF:\tnet/ipv6/tcp.c\nX:\tnet/ipv6/\nB\nF:\tnet/\n";
  EXPECT_EQ(sectionOf(Text, "net/ipv6/tcp.c"), "B");
}

TEST(Maintainers, ExclusionMayStandBeforeTheFile) {
  EXPECT_EQ(sectionOf("A\nX:\tnet/ipv6/\nF:\tnet/\n", "net/ipv6/tcp.c"), "");
}

TEST(Maintainers, NamesMatchAnywhereButLoseToFiles) {
  StringRef Text = "TEGRA\nN:\t[^a-z]tegra\nCLK\nF:\tdrivers/clk/\n";
  EXPECT_EQ(sectionOf(Text, "drivers/soc/tegra/pmc.c"), "TEGRA");
  EXPECT_EQ(sectionOf(Text, "drivers/soc/integrator.c"), "");
  EXPECT_EQ(sectionOf(Text, "drivers/clk/tegra/clk.c"), "CLK");
}

TEST(Maintainers, NamesAreAboveLeadingWildcards) {
  StringRef Text = "ANY\nF:\t*/net/*\nPS3\nN:\tps3\n";
  EXPECT_EQ(sectionOf(Text, "drivers/net/a.c"), "ANY");
  EXPECT_EQ(sectionOf(Text, "drivers/net/ps3.c"), "PS3");
}

TEST(Maintainers, TheRestNeverWins) {
  StringRef Text = "THE REST\nM:\tx\nF:\t*\nF:\t*/\nMM\nF:\tmm/\n";
  EXPECT_EQ(sectionOf(Text, "mm/a.c"), "MM");
  EXPECT_EQ(sectionOf(Text, "lib/a.c"), "");
  EXPECT_EQ(sectionOf(Text, "Makefile"), "");
  // Nor with its other lines.
  EXPECT_EQ(sectionOf("THE REST\nF:\tlib/\nF:\t*/\n", "lib/a.c"), "");
}

TEST(Maintainers, TextAboveTheListIsNoSection) {
  StringRef Text = "List of maintainers\n===================\n\n"
                   "\tF: *Files* and directories wildcard patterns.\n"
                   "\t   F:\tdrivers/net/\tall files\n\n"
                   "3C59X NETWORK DRIVER\nM:\tx\nL:\ty\nS:\tOdd Fixes\n"
                   "K:\tmm\nF:\tdrivers/net/ethernet/3com/3c59x.c\n";
  EXPECT_EQ(sectionOf(Text, "drivers/net/ethernet/3com/3c59x.c"),
            "3C59X NETWORK DRIVER");
  EXPECT_EQ(sectionOf(Text, "drivers/net/a.c"), "");
}

TEST(Maintainers, WhatCannotBeUnderstoodIsSaid) {
  Maintainers M("A\nF:\tmm/[a\nN:\t(\nN:\t\\bfoo\nF:\tmm/b.c\n", noDirectory);
  EXPECT_EQ(M.refused(),
            (std::vector<std::string>{"2: mm/[a", "3: (", "4: \\bfoo"}));
  EXPECT_EQ(M.sectionOf("mm/b.c"), "A");
}

TEST(Maintainers, EmptyTextClaimsNothing) {
  EXPECT_EQ(sectionOf("", "mm/a.c"), "");
  EXPECT_EQ(sectionOf("F:\tmm/\n", "mm/a.c"), "") << "a line of no section";
}

std::string contacts(StringRef Text, StringRef File) {
  std::string Said;
  Maintainers Parsed(Text, noDirectory);
  for (const SectionContacts &C : Parsed.contactsOf(File)) {
    Said += (C.Section + ":").str();
    for (StringRef Each : C.Maintainers)
      Said += (" M=" + Each).str();
    for (StringRef Each : C.Reviewers)
      Said += (" R=" + Each).str();
    for (StringRef Each : C.Lists)
      Said += (" L=" + Each).str();
    Said += "\n";
  }
  return Said;
}

TEST(Maintainers, ContactsOfEverySectionTheMostSpecificFirst) {
  StringRef Text = "MM\nM:\tA <a@x>\nL:\tmm@x\nF:\tmm/\nX:\tmm/none.c\n"
                   "SLAB\nM:\tB <b@x>\nM:\tC <c@x>\nR:\tD <d@x>\n"
                   "L:\tl@x (moderated for non-subscribers)\n"
                   "L:\tclosed@x (subscribers-only)\nF:\tmm/s*\nF:\tmm/slub.c\n"
                   "THE REST\nM:\tT <t@x>\nF:\t*\nF:\t*/\n";
  EXPECT_EQ(
      contacts(Text, "mm/slub.c"),
      "SLAB: M=B <b@x> M=C <c@x> R=D <d@x> L=l@x\nMM: M=A <a@x> L=mm@x\n");
  EXPECT_EQ(contacts(Text, "mm/none.c"), "");
  EXPECT_EQ(contacts(Text, "lib/a.c"), "");
}

} // namespace
