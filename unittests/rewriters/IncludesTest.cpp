//===- IncludesTest.cpp - where an #include belongs -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Includes.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// The line before the place of \p Name in \p Text.
std::string behind(StringRef Text, StringRef Name = "<linux/d.h>") {
  std::optional<unsigned> Place = placeForInclude(Text, Name);
  if (!Place)
    return "nowhere";
  StringRef Before = Text.take_front(*Place).rtrim();
  return Before.rsplit('\n').second.empty() ? Before.str()
                                            : Before.rsplit('\n').second.str();
}

TEST(Includes, NameDependsOnWhoAsks) {
  EXPECT_EQ(includeName("include/linux/d.h", "mm/x.c"), "<linux/d.h>");
  EXPECT_EQ(includeName("mm/d.h", "mm/x.c"), "\"d.h\"");
  EXPECT_EQ(includeName("mm/d.h", "fs/x.c"), "");
}

TEST(Includes, StandsBehindItsKind) {
  StringRef Text = "#include <linux/mm.h>\n#include <linux/fs.h> /* x */\n"
                   "#include <asm/page.h>\n\nint x;\n";
  EXPECT_EQ(behind(Text), "#include <linux/fs.h> /* x */");
  EXPECT_EQ(behind(Text, "\"d.h\""), "#include <asm/page.h>");
  EXPECT_EQ(behind(Text, "<trace/d.h>"), "#include <asm/page.h>");
  EXPECT_TRUE(includesAlways(Text, "<linux/fs.h>"));
  EXPECT_FALSE(includesAlways(Text, "<linux/d.h>"));
}

TEST(Includes, StandsWhereEveryConfigurationSeesIt) {
  EXPECT_EQ(behind("#include <linux/a.h>\n#ifdef CONFIG_X\n"
                   "#include <linux/b.h>\n#endif\n#include <asm/c.h>\n"),
            "#include <linux/a.h>");
  EXPECT_FALSE(includesAlways("#ifdef X\n#include <linux/d.h>\n#endif\n",
                              "<linux/d.h>"));
  EXPECT_EQ(behind("#ifdef X\n#include <linux/b.h>\n#endif\n"), "nowhere");
}

TEST(Includes, StandsBeforeCode) {
  EXPECT_EQ(behind("#define pr(x) \\\n\tx\n#include <linux/a.h>\nint x;\n"
                   "#include <linux/b.h>\n"),
            "#include <linux/a.h>");
  EXPECT_EQ(behind("int x;\n#include <linux/b.h>\n"), "nowhere");
}

TEST(Includes, GuardOfAHeaderIsNoCondition) {
  EXPECT_EQ(behind("/* what */\n#ifndef H\n#define H\n"
                   "#include <linux/a.h>\nint x;\n#endif\n"),
            "#include <linux/a.h>");
  EXPECT_EQ(behind("#ifndef H\n#define H\n\n#ifdef CONFIG_MMU\nint x;\n"),
            "#define H");
  EXPECT_EQ(behind("#ifndef H\nint x;\n"), "nowhere");
}

TEST(Includes, AssemblyDoesNotSeeIt) {
  EXPECT_EQ(behind("#ifndef H\n#define H\n#include <linux/const.h>\n"
                   "#ifndef __ASSEMBLY__\n#include <linux/a.h>\nint x;\n"
                   "#endif\n#endif\n"),
            "#include <linux/a.h>");
  EXPECT_EQ(behind("#ifndef H\n#define H\n#ifndef __ASSEMBLY__\nint x;\n"),
            "#ifndef __ASSEMBLY__");
  EXPECT_EQ(behind("#ifndef H\n#define H\n#include <linux/const.h>\n"
                   "#ifdef __ASSEMBLY__\n#define X\n#endif\nint x;\n"),
            "nowhere");
  EXPECT_EQ(behind("#ifndef H\n#define H\n#ifndef __ASSEMBLY__\n"
                   "#include <linux/a.h>\n#endif\n#include <linux/b.h>\n"),
            "#include <linux/a.h>");
}

} // namespace
