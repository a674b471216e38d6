// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "pagesplit/Kbuild/CompileCommand.h"

#include "gtest/gtest.h"

#include <sstream>

using namespace pagesplit::standin;

static CompileCommand read(const std::string &Line) {
  std::istringstream Stream(Line);
  std::vector<std::string> Arguments;
  for (std::string Word; Stream >> Word;)
    Arguments.push_back(Word);
  return readCompileCommand(Arguments);
}

TEST(CompileCommand, KernelObject) {
  const CompileCommand C =
      read("-Wp,-MMD,mm/.slub.o.d -nostdinc -I./include -include "
           "/src/include/linux/kconfig.h -D__KERNEL__ --target=s390x-linux-gnu "
           "-m64 -mllvm -enable-foo -c -o mm/slub.o /src/mm/slub.c");
  EXPECT_EQ(C.What, CompileCommand::CObject);
  EXPECT_EQ(C.Source, "/src/mm/slub.c");
  EXPECT_EQ(C.Output, "mm/slub.o");
  EXPECT_EQ(C.Dependency, "mm/.slub.o.d");
  // -mllvm is for the optimiser and says nothing of the machine.
  EXPECT_EQ(C.Machine,
            (std::vector<std::string>{"--target=s390x-linux-gnu", "-m64"}));
}

TEST(CompileCommand, EveryFormOfDependencyFile) {
  const std::string Rest = " -D__KERNEL__ -c -o a/b.o a/b.c";
  EXPECT_EQ(read("-Wp,-MD,a/.b.d" + Rest).Dependency, "a/.b.d");
  EXPECT_EQ(read("-MD -MF x.d" + Rest).Dependency, "x.d");
  EXPECT_EQ(read("-MMD" + Rest).Dependency, "a/b.d");
  EXPECT_EQ(read(Rest).Dependency, "");
}

TEST(CompileCommand, SeparateValuesAreNotSources) {
  EXPECT_EQ(read("-D __KERNEL__ -I a.c -include b.c -c -o x.o x.c").Source,
            "x.c");
}

TEST(CompileCommand, ValuesOfUnknownOptionsAreNotSources) {
  EXPECT_EQ(read("-D__KERNEL__ -G 0 -c -o x.o x.c").What,
            CompileCommand::CObject);
}

TEST(CompileCommand, AssemblyIsToldApart) {
  EXPECT_EQ(read("-D__KERNEL__ -D__ASSEMBLY__ -c -o e.o e.S").What,
            CompileCommand::Assembly);
}

TEST(CompileCommand, SyntaxCheck) {
  EXPECT_EQ(read("-D__KERNEL__ -fsyntax-only -o h.o h.c").What,
            CompileCommand::SyntaxCheck);
}

TEST(CompileCommand, EverythingElseIsForTheRealCompiler) {
  for (const char *Line : {
           "--version",
           "-D__KERNEL__ -E -P -x c -",
           "-D__KERNEL__ -Werror -c -x c /dev/null -o .tmp_1/tmp.o",
           "-D__KERNEL__ -S -o kernel/bounds.s kernel/bounds.c",
           "-D__KERNEL__ -c -o out.tmp in.c",
           "-D__KERNEL__ -c -o two.o one.c two.c",
           "-D__KERNEL__ -c -o none.o",
           "-D__KERNEL__ -o program.o one.c",
           "-c -o user.o user.c",
           "-o samples/program samples/program.c",
       })
    EXPECT_EQ(read(Line).What, CompileCommand::Other) << Line;
}

TEST(CompileCommand, ByteOrderIsPartOfTheMachine) {
  EXPECT_EQ(read("-D__KERNEL__ -EB -meabi gnu -target arm-linux -c -o a.o a.c")
                .Machine,
            (std::vector<std::string>{"-EB", "-meabi", "gnu", "-target",
                                      "arm-linux"}));
}
