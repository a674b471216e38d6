// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "KernelTree.h"

#include "TemporaryTree.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static constexpr char Makefile[] = R"(# a comment
VERSION = 6
PATCHLEVEL = 13
SUBLEVEL = 0
EXTRAVERSION = -rc2
NAME = x

SRCARCH := $(ARCH)
# more names
ifeq ($(ARCH),i386)
        SRCARCH := x86
endif
ifeq ($(ARCH),x86_64)
        SRCARCH := x86
endif
ifeq ($(ARCH),gone)
        SRCARCH := nothing
endif
)";

static void fill(TemporaryTree &Tree) {
  Tree.write("Makefile", Makefile);
  Tree.write("Kconfig", "");
  Tree.write("scripts/x", "");
  Tree.write("arch/x86/Kconfig", "");
  Tree.write("arch/x86/configs/i386_defconfig", "");
  Tree.write("arch/x86/configs/x86_64_defconfig", "");
  Tree.write("arch/arm64/Kconfig", "");
  Tree.write("drivers/net/Makefile", "");
  Tree.write("drivers/net/deep/down/a.c", "");
  Tree.write("include/linux/mm.h", "");
}

static std::string text(Error E) { return toString(std::move(E)); }

TEST(KernelTree, ReadsTheVersion) {
  TemporaryTree Directory;
  fill(Directory);
  Expected<KernelTree> Tree = KernelTree::open(Directory.root());
  ASSERT_TRUE(bool(Tree)) << text(Tree.takeError());
  EXPECT_EQ(Tree->version(), "6.13.0-rc2");
  EXPECT_EQ(Tree->root(), Directory.root());
}

TEST(KernelTree, ArchitecturesAreWhatTheTreeHas) {
  TemporaryTree Directory;
  fill(Directory);
  Expected<KernelTree> Tree = KernelTree::open(Directory.root());
  ASSERT_TRUE(bool(Tree));
  EXPECT_EQ(cantFail(Tree->archDirectory("arm64")), "arm64");
  EXPECT_EQ(cantFail(Tree->archDirectory("x86_64")), "x86");
  EXPECT_EQ(cantFail(Tree->archDirectory("x86")), "x86");
  for (StringRef Wrong : {"vax", "", "gone", "../arch", "arm64/"}) {
    Expected<std::string> Found = Tree->archDirectory(Wrong);
    ASSERT_FALSE(bool(Found)) << Wrong.str();
    EXPECT_NE(text(Found.takeError()).find("has arm64 i386 x86 x86_64"),
              std::string::npos);
  }
}

TEST(KernelTree, ListsConfigurations) {
  TemporaryTree Directory;
  fill(Directory);
  Expected<KernelTree> Tree = KernelTree::open(Directory.root());
  ASSERT_TRUE(bool(Tree));
  EXPECT_EQ(Tree->configs("x86"),
            (std::vector<std::string>{"i386_defconfig", "x86_64_defconfig"}));
  EXPECT_TRUE(Tree->configs("arm64").empty());
}

TEST(KernelTree, GoalsComeFromTheTree) {
  TemporaryTree Directory;
  fill(Directory);
  Expected<KernelTree> Tree = KernelTree::open(Directory.root());
  ASSERT_TRUE(bool(Tree));
  EXPECT_EQ(Tree->visitGoal("drivers/net"), "drivers/net/");
  EXPECT_EQ(Tree->visitGoal("drivers/net/deep/down/a.c"), "drivers/net/");
  EXPECT_EQ(Tree->visitGoal("include/linux/mm.h"), "");
  EXPECT_EQ(Tree->visitAllGoal(), "all");
  Directory.write("Makefile", std::string(Makefile) +
                                  "\n$(prefix)compile_commands.json: x\n");
  Tree = KernelTree::open(Directory.root());
  ASSERT_TRUE(bool(Tree));
  EXPECT_EQ(Tree->visitAllGoal(), "compile_commands.json");
}

TEST(KernelTree, RefusesWhatIsNone) {
  TemporaryTree Directory;
  Expected<KernelTree> Tree = KernelTree::open(Directory.root());
  ASSERT_FALSE(bool(Tree));
  EXPECT_NE(text(Tree.takeError()).find("not a kernel tree"),
            std::string::npos);
  Tree = KernelTree::open(Directory.root() + "/missing");
  ASSERT_FALSE(bool(Tree));
  EXPECT_NE(text(Tree.takeError()).find("missing: error: cannot open"),
            std::string::npos);
}

TEST(KernelTree, RefusesATreeConfiguredInPlace) {
  for (StringRef Trace : {".config", "include/config/auto.conf"}) {
    TemporaryTree Directory;
    fill(Directory);
    Directory.write(Trace.str(), "");
    Expected<KernelTree> Tree = KernelTree::open(Directory.root());
    ASSERT_FALSE(bool(Tree));
    EXPECT_NE(text(Tree.takeError()).find("mrproper"), std::string::npos);
  }
}
