// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "MakeLog.h"

#include "llvm/ADT/ArrayRef.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace pagesplit;

static MakeLog readLines(ArrayRef<const char *> Lines) {
  MakeLog Log;
  unsigned Number = 0;
  for (const char *Line : Lines)
    Log.read(Line, ++Number);
  return Log;
}

TEST(MakeLog, NamesTargetsAndNotWhatFollowsFromThem) {
  const MakeLog Log = readLines({
      "  CC      mm/slub.o",
      "make[4]: *** [/s/arch/x86/entry/vdso/Makefile:69: "
      "arch/x86/entry/vdso/vdso-image-64.c] Error 1",
      "make[4]: *** Deleting file 'arch/x86/entry/vdso/vdso-image-64.c'",
      "make[3]: *** [/s/scripts/Makefile.build:478: arch/x86/entry/vdso] "
      "Error 2",
      "make[2]: *** [/s/Makefile:1945: .] Error 2",
      "make[1]: *** [/s/Makefile:224: __sub-make] Error 2",
      "make[1]: Target 'mm/' not remade because of errors.",
      "make[5]: *** [Makefile:1: lib/gen.c] Error 2",
      "make[5]: *** [Makefile:9: lib/killed.o] Killed",
      "make: *** No rule to make target 'fs/none.o', needed by 'fs/'.  Stop.",
  });
  EXPECT_EQ(Log.failed(),
            (std::set<std::string>{"arch/x86/entry/vdso/vdso-image-64.c",
                                   "fs/none.o", "lib/gen.c", "lib/killed.o"}));
  EXPECT_TRUE(Log.lost().empty());
}

TEST(MakeLog, KeepsTheFirstErrorsWithTheirLines) {
  const MakeLog Log = readLines({
      "  HOSTCC  scripts/basic/fixdep",
      "x.c:1:2: fatal error: 'y.h' file not found",
      "make: *** [Makefile:1: x.o] Error 1",
      "***",
      "*** Cannot go on",
      "one error: more",
      "another error: beyond what is shown",
  });
  ASSERT_EQ(Log.firstErrors().size(), 3u);
  EXPECT_EQ(Log.firstErrors()[0].Number, 2u);
  EXPECT_EQ(Log.firstErrors()[0].Text,
            "x.c:1:2: fatal error: 'y.h' file not found");
  EXPECT_EQ(Log.firstErrors()[2].Text, "one error: more");
}

TEST(MakeLog, ShowsWhatMakeSaysWhenNothingElseDoes) {
  const MakeLog Log =
      readLines({"  GEN x", "make: *** [Makefile:1: x] Error 1"});
  ASSERT_EQ(Log.firstErrors().size(), 1u);
  EXPECT_EQ(Log.firstErrors()[0].Number, 2u);
}

TEST(MakeLog, SeesLostRecords) {
  const MakeLog Log = readLines({
      "pagesplit-cc: error: /b/x: cannot write: Permission denied",
      "cat: write error: No space left on device",
      "sh: 1: echo: echo: I/O error",
  });
  ASSERT_EQ(Log.lost().size(), 3u);
  EXPECT_EQ(Log.lost()[1].Number, 2u);
}
