//===- ReplaceSeriesTest.cpp - a series in place of another ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReplaceSeries.h"
#include "../Support/TemporaryDirectory.h"
#include "pagesplit/Support/OutputFile.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

namespace {

TEST(ReplaceSeriesTest, TheNewOneIsThereAlone) {
  TemporaryDirectory Directory;
  std::string Path = Directory.path("s");
  Series Old, New;
  Old.CoverLetter = "old";
  New.CoverLetter = "new";
  ASSERT_EQ(toString(writeSeries(Old, Path)), "");
  ASSERT_EQ(toString(requireOnlySeries(Path)), "");
  ASSERT_EQ(toString(replaceSeries(New, Path + "/")), "");
  EXPECT_EQ(cantFail(readFile(Path + "/0000-cover-letter.patch")), "new");
  std::error_code Code;
  unsigned Entries = 0;
  for (sys::fs::directory_iterator It(Directory.path(""), Code), End;
       !Code && It != End; It.increment(Code))
    ++Entries;
  EXPECT_EQ(Entries, 1u);
}

TEST(ReplaceSeriesTest, ForeignFilesAreNotLost) {
  TemporaryDirectory Directory;
  std::string Path = Directory.path("s");
  ASSERT_EQ(toString(writeSeries(Series(), Path)), "");
  Directory.write("s/notes", "mine");
  std::string Said = toString(requireOnlySeries(Path));
  EXPECT_NE(Said.find("s/notes: error: not part of the series"),
            std::string::npos)
      << Said;
}

} // namespace
