//===- SubsystemsTest.cpp - the subsystem of every file -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Subsystems.h"

#include "../Support/TemporaryDirectory.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(Subsystems, DirectoriesWithoutATree) {
  Expected<Subsystems> Names = Subsystems::of("");
  ASSERT_TRUE(bool(Names));
  EXPECT_FALSE(Names->fromMaintainers());
  EXPECT_EQ(Names->nameOf("mm/slub.c"), "mm");
  EXPECT_EQ(Names->nameOf("drivers/net/phy/a.c"), "drivers/net");
  EXPECT_EQ(Names->nameOf("kernel/a.c"), "kernel");
  EXPECT_EQ(Names->nameOf("a.c"), "(top)");
}

TEST(Subsystems, FilesOutsideTheTree) {
  Expected<Subsystems> Names = Subsystems::of("");
  ASSERT_TRUE(bool(Names));
  EXPECT_EQ(Names->nameOf("@build/include/generated/bounds.h"), "(generated)");
  EXPECT_EQ(Names->nameOf("@outside/stddef.h"), "(outside)");
}

TEST(Subsystems, SectionsFirstThenDirectories) {
  TemporaryDirectory Tree;
  Tree.write("MAINTAINERS", "MM\nF:\tmm/\nFOO\nF:\tdrivers/foo\n");
  Tree.write("drivers/foo/a.c", "");
  Expected<Subsystems> Names = Subsystems::of(Tree.path(""));
  ASSERT_TRUE(bool(Names));
  EXPECT_TRUE(Names->fromMaintainers());
  EXPECT_EQ(Names->nameOf("mm/slub.c"), "MM");
  EXPECT_EQ(Names->nameOf("drivers/foo/a.c"), "FOO");
  EXPECT_EQ(Names->nameOf("fs/ext4/inode.c"), "fs/ext4");
  EXPECT_EQ(Names->nameOf("@build/mm/x.h"), "(generated)");
}

TEST(Subsystems, TreeWithoutMaintainers) {
  TemporaryDirectory Tree;
  Expected<Subsystems> Names = Subsystems::of(Tree.path(""));
  ASSERT_TRUE(bool(Names));
  EXPECT_FALSE(Names->fromMaintainers());
}

TEST(Subsystems, MissingTreeIsNamed) {
  TemporaryDirectory Tree;
  Expected<Subsystems> Names = Subsystems::of(Tree.path("gone"));
  ASSERT_FALSE(bool(Names));
  EXPECT_EQ(toString(Names.takeError()),
            Tree.path("gone") + ": error: the source root is not a directory");
}

} // namespace
