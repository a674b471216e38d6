//===- FieldAssertionsTest.cpp - what a tree asserts ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Knowledge/KernelText.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

std::vector<std::string> read(llvm::StringRef Text) {
  std::vector<std::string> Result;
  for (const FieldAssertion &A : fieldAssertions(Text, "f.h"))
    Result.push_back(A.Page + " = " + A.Type + "." + A.Field + " " + A.Where);
  return Result;
}

using Lines = std::vector<std::string>;

TEST(FieldAssertions, AMacroThatComparesOffsets) {
  EXPECT_EQ(read("#define MATCH(a, b) \\\n"
                 "  static_assert(offsetof(struct page, a) == \\\n"
                 "                offsetof(struct slab, b))\n"
                 "MATCH(flags, __page_flags);\n"
                 "#ifdef X\n"
                 "MATCH(memcg_data,\n"
                 "      obj_exts);\n"
                 "#endif\n"),
            (Lines{"flags = struct slab.__page_flags f.h:4",
                   "memcg_data = struct slab.obj_exts f.h:6"}));
}

TEST(FieldAssertions, TheOtherOffsetMayComeFirst) {
  EXPECT_EQ(read("#define M(pg, fl) static_assert(offsetof(struct folio, fl) "
                 "== offsetof(struct page, pg) + 2 * sizeof(struct page))\n"
                 "M(flags, _flags_2);\n"),
            (Lines{"page[2].flags = struct folio._flags_2 f.h:2"}));
}

TEST(FieldAssertions, OneMorePageIsTheNextOne) {
  EXPECT_EQ(read("#define M(pg, fl) static_assert(offsetof(struct folio, fl) "
                 "== offsetof(struct page, pg) + sizeof(struct page))\n"
                 "M(flags, _flags_1);\n"),
            (Lines{"page[1].flags = struct folio._flags_1 f.h:2"}));
}

TEST(FieldAssertions, ARedefinedMacroMeansTheNewOne) {
  EXPECT_EQ(read("#define M(a, b) static_assert(offsetof(struct page, a) == "
                 "offsetof(struct folio, b))\n"
                 "M(flags, flags);\n"
                 "#undef M\n"
                 "M(lru, lru);\n"
                 "#define M(a, b) static_assert(offsetof(struct page, a) == "
                 "offsetof(struct slab, b))\n"
                 "M(lru, list);\n"),
            (Lines{"flags = struct folio.flags f.h:2",
                   "lru = struct slab.list f.h:6"}));
}

TEST(FieldAssertions, AComparisonWrittenOut) {
  EXPECT_EQ(read("int init(void)\n{\n\tint i = f(1);\n\n"
                 "\tBUILD_BUG_ON(offsetof(struct page, mapping) !=\n"
                 "\t\t     offsetof(union own, next));\n}\n"),
            (Lines{"mapping = union own.next f.h:5"}));
}

TEST(FieldAssertions, AnOffsetAloneIsNoAssertion) {
  EXPECT_EQ(read("DEFINE(FLAGS, offsetof(struct page, flags));\n"
                 "static_assert(offsetof(struct page, lru) == 8);\n"
                 "static_assert(offsetof(struct folio, lru) ==\n"
                 "              offsetof(struct slab, list));\n"),
            Lines());
}

} // namespace
