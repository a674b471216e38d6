//===- MaintainersLineTest.cpp - who looks after a new file ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MaintainersLine.h"
#include "llvm/ADT/Twine.h"
#include "gtest/gtest.h"

using namespace pagesplit;

namespace {

constexpr llvm::StringLiteral People = "List of maintainers\n"
                                       "\n"
                                       "ALLOCATOR\n"
                                       "M:\tAnn <ann@x>\n"
                                       "F:\tinclude/linux/a.h\n"
                                       "F:\tmm/z.c\n"
                                       "K:\tword\n"
                                       "\n"
                                       "NO FILES\n"
                                       "M:\tBen <ben@x>\n"
                                       "\n"
                                       "LAST\n"
                                       "F:\tmm/b.c\n";

std::string with(llvm::StringRef Section, std::set<std::string> Files) {
  std::vector<Edit> Lines = maintainersLines(People, Section, Files);
  if (Lines.size() != 1)
    return std::to_string(Lines.size()) + " lines";
  EXPECT_EQ(Lines[0].File, "MAINTAINERS");
  return (llvm::Twine(
              People.take_front(Lines[0].Offset).rsplit("\n\n").second) +
          "+" + Lines[0].Text)
      .str();
}

TEST(MaintainersLine, StandsWhereItsOrderPutsIt) {
  EXPECT_EQ(with("ALLOCATOR", {"mm/c.h"}),
            "ALLOCATOR\nM:\tAnn <ann@x>\nF:\tinclude/linux/a.h\n+F:\tmm/c.h\n");
  EXPECT_EQ(with("ALLOCATOR", {"a.h"}),
            "ALLOCATOR\nM:\tAnn <ann@x>\n+F:\ta.h\n");
  EXPECT_EQ(with("ALLOCATOR", {"mm/zz.h"}),
            "ALLOCATOR\nM:\tAnn <ann@x>\nF:\tinclude/linux/a.h\nF:\tmm/z.c\n"
            "+F:\tmm/zz.h\n");
  EXPECT_EQ(with("LAST", {"mm/c.h"}), "LAST\nF:\tmm/b.c\n+F:\tmm/c.h\n");
}

TEST(MaintainersLine, SeveralKeepTheirOrder) {
  EXPECT_EQ(with("LAST", {"mm/d.h", "mm/c.h"}),
            "LAST\nF:\tmm/b.c\n+F:\tmm/c.h\nF:\tmm/d.h\n");
  EXPECT_EQ(maintainersLines(People, "LAST", {"mm/a.h", "mm/c.h"}).size(), 2u);
}

TEST(MaintainersLine, IsLeftOut) {
  EXPECT_EQ(with("ALLOCATOR", {"mm/z.c"}), "0 lines");
  EXPECT_EQ(with("NO FILES", {"mm/c.h"}), "0 lines");
  EXPECT_EQ(with("ALLOC", {"mm/c.h"}), "0 lines");
  EXPECT_EQ(with("", {"mm/c.h"}), "0 lines");
}

} // namespace
