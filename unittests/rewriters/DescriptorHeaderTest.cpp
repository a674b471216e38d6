//===- DescriptorHeaderTest.cpp - the text of a descriptor's header -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorHeader.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

constexpr const char *Header = R"(/* SPDX */
/*
 * What the copy is for.
 */
#ifndef D_H
#define D_H

#include <linux/version.h>
#include <linux/mm.h>

struct d {
	unsigned long flags;
#if LOCKS
	spinlock_t *ptl;
#else
	spinlock_t ptl;
#endif
	union {
		struct d *next;
		unsigned long handle;
	};
};

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
int new_way;
#ifdef CONFIG_X
int in_config;
#endif
#else
int old_way;
#endif

#endif /* D_H */
)";

TEST(HeaderFor, AnswersTheQuestionForTheVersion) {
  std::string New = headerFor(Header, "Linux 6.12.117");
  EXPECT_NE(New.find("int new_way;\n#ifdef CONFIG_X\nint in_config;\n#endif\n"),
            std::string::npos)
      << New;
  EXPECT_EQ(New.find("old_way"), std::string::npos);
  EXPECT_EQ(New.find("VERSION"), std::string::npos);
  EXPECT_EQ(New.find("version.h"), std::string::npos);
  std::string Old = headerFor(Header, "5.10");
  EXPECT_NE(Old.find("int old_way;"), std::string::npos);
  EXPECT_EQ(Old.find("in_config"), std::string::npos);
}

TEST(HeaderFor, DropsWhatTheCopyIsFor) {
  std::string Text = headerFor(Header, "6.1");
  EXPECT_EQ(Text.rfind("/* SPDX */\n#ifndef D_H\n", 0), 0u) << Text;
  EXPECT_NE(Text.find("#endif /* D_H */\n"), std::string::npos);
}

TEST(MembersIn, KnowsTypes) {
  auto Members = membersIn(Header, "d");
  EXPECT_EQ(Members.size(), 4u);
  EXPECT_EQ(Members["flags"], "unsigned long");
  EXPECT_EQ(Members["next"], "struct d *");
  EXPECT_EQ(Members["handle"], "unsigned long");
  // The configuration decides.
  EXPECT_EQ(Members["ptl"], "");
}

} // namespace
