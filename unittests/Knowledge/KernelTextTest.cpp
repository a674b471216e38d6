//===- KernelTextTest.cpp - a kernel tree read as text --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Knowledge/KernelText.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

TEST(PastedNames, NestedMacrosMakeNames) {
  auto Names = pastedNames("#define TEST(u, l) int Page##u(void);\n"
                           "#define SET(u, l) int SetPage##u(int PG_##l);\n"
                           "#define BOTH(u, l) \\\n"
                           "  TEST(u, l) \\\n"
                           "  SET(u, l)\n"
                           "BOTH(Dirty, dirty) TEST(Slab, slab)\n");
  EXPECT_TRUE(Names.contains("PageDirty"));
  EXPECT_TRUE(Names.contains("SetPageDirty"));
  EXPECT_TRUE(Names.contains("PG_dirty"));
  EXPECT_TRUE(Names.contains("PageSlab"));
  EXPECT_FALSE(Names.contains("SetPageSlab"));
  EXPECT_FALSE(Names.contains("Pageu"));
}

TEST(PastedNames, BothDefinitionsOfAMacroCount) {
  auto Names = pastedNames("#ifdef X\n#define F(n) int a_##n(void);\n#else\n"
                           "#define F(n) int b_##n(void);\n#endif\nF(one)\n");
  EXPECT_TRUE(Names.contains("a_one"));
  EXPECT_TRUE(Names.contains("b_one"));
}

TEST(PastedNames, AMacroThatUsesItselfEnds) {
  auto Names = pastedNames("#define F(n) F(n) x_##n\nF(one)\n");
  EXPECT_TRUE(Names.contains("x_one"));
}

TEST(PastedNames, ACallThatIsCutOffIsSurvived) {
  EXPECT_TRUE(pastedNames("#define F(n) x_##n\nF(one").contains("x_one"));
  EXPECT_TRUE(pastedNames("#define F(n\nF(").empty());
}

TEST(KernelText, WhatTakesAPage) {
  KernelText Text;
  for (const char *Word : {"declared", "defined", "called", "casts", "both",
                           "pooled", "cut", "behind"})
    Text.Words[Word] = false;
  Text.readText("int declared(unsigned long, struct page *, int);\n"
                "static void *defined(const struct page *page)\n{\n"
                "  called(page); casts((struct page *)page, 1);\n"
                "  called(f(struct page *));\n"
                "}\n"
                "void both(struct folio *folio, struct page *page);\n"
                "void pooled(struct page_pool *pool);\n"
                "void *behind(int); struct page *last(struct page *);\n"
                "void cut(struct page",
                "mm/a.c");
  EXPECT_TRUE(Text.TakePages.contains("declared"));
  EXPECT_TRUE(Text.TakePages.contains("defined"));
  EXPECT_TRUE(Text.TakePages.contains("cut"));
  EXPECT_EQ(Text.TakePages.size(), 3u);
}

TEST(KernelText, OnlyCodeCounts) {
  KernelText Text;
  for (const char *Word : {"lock_page", "in_comment", "in_string", "part"})
    Text.Words[Word] = false;
  Text.readText("void lock_page(void); /* in_comment */\n"
                "char *s = \"in_string\"; int part_of_it;\n",
                "mm/x.c");
  EXPECT_TRUE(Text.Words["lock_page"]);
  EXPECT_FALSE(Text.Words["in_comment"]);
  EXPECT_FALSE(Text.Words["in_string"]);
  EXPECT_FALSE(Text.Words["part"]);
}

TEST(KernelText, MembersOfNestedStructsBelongToTheOuterOne) {
  KernelText Text;
  Text.Members["page"];
  Text.Members["other"];
  Text.readText(
      "struct other; struct page *f(struct other *o);\n"
      "struct page {\n  int flags;\n  union { struct { int lru; }; };\n"
      "  int last;\n};\nint outside;\n",
      "include/linux/mm_types.h");
  EXPECT_TRUE(Text.Members["page"].contains("flags"));
  EXPECT_TRUE(Text.Members["page"].contains("lru"));
  EXPECT_TRUE(Text.Members["page"].contains("last"));
  EXPECT_FALSE(Text.Members["page"].contains("outside"));
  EXPECT_TRUE(Text.Members["other"].empty());
}

TEST(KernelText, PastedNamesAreTakenFromHeadersOnly) {
  KernelText Text;
  Text.Words["PageDirty"] = false;
  const char *Code = "#define F(n) int Page##n(void);\nF(Dirty)\n";
  Text.readText(Code, "fs/x.c");
  EXPECT_FALSE(Text.Words["PageDirty"]);
  Text.readText(Code, "include/linux/page-flags.h");
  EXPECT_TRUE(Text.Words["PageDirty"]);
}

} // namespace
