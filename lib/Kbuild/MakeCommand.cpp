//===- MakeCommand.cpp - how make is started ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MakeCommand.h"

#include "pagesplit/Kbuild/StandIn.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Threading.h"

using namespace llvm;
using namespace pagesplit;

static std::string crossPrefix(const KernelTree &Tree, StringRef Arch) {
  if (Tree.has("scripts/Makefile.clang"))
    return "";
#define PAGESPLIT_ARCHITECTURE(ARCH, TRIPLE)                                   \
  if (Arch == ARCH)                                                            \
    return TRIPLE "-";
#include "Architectures.def"
#undef PAGESPLIT_ARCHITECTURE
  return "";
}

static std::vector<std::string> variables(const MakeSettings &Settings) {
  const Toolchain &Tools = Settings.Tools;
  const SessionState &Session = Settings.Session;
  std::vector<std::string> Result = {
      "ARCH=" + Settings.Arch,
      "CROSS_COMPILE=" + crossPrefix(Settings.Tree, Settings.Arch),
      "LLVM=1",
      "LLVM_IAS=1",
      "CC=" + Session.program(standin::ClangName),
      "LD=" + Session.program(standin::LinkerName),
      "AR=" + Session.program(standin::ArchiverName),
      "NM=" + Tools.Nm,
      "OBJCOPY=" + Tools.Objcopy,
      "OBJDUMP=" + Tools.Objdump,
      "READELF=" + Tools.Readelf,
      "STRIP=" + Tools.Strip,
      "HOSTCC=" + Tools.Clang,
      "HOSTCXX=" + Tools.ClangXX,
      "HOSTAR=" + Tools.Archiver,
      "HOSTLD=" + Tools.Linker,
      "HOSTLDFLAGS=--ld-path=" + Tools.Linker};
  if (!Tools.Python.empty())
    Result.push_back("PYTHON3=" + Session.program(standin::PythonName));
#define PAGESPLIT_SHORTCUT(VARIABLE, VALUE)                                    \
  Result.push_back(VARIABLE "=" VALUE);
#include "Shortcuts.def"
#undef PAGESPLIT_SHORTCUT
  return Result;
}

Invocation pagesplit::makeCommand(const MakeSettings &Settings, StringRef Stage,
                                  ArrayRef<std::string> Goals) {
  const unsigned Jobs = Settings.Jobs
                            ? Settings.Jobs
                            : hardware_concurrency().compute_thread_count();
  const Toolchain &Tools = Settings.Tools;
  Invocation Make;
  Make.Arguments = {Tools.Make, "-C", Settings.Tree.root(),
                    "O=" + Settings.Roots.Build, "-j" + utostr(Jobs)};
  append_range(Make.Arguments, variables(Settings));
  append_range(Make.Arguments, Goals);
  Make.Environment = {{standin::SessionVariable, Settings.Session.directory()},
                      {standin::StageVariable, Stage.str()},
                      {standin::ClangVariable, Tools.Clang},
                      {standin::LinkerVariable, Tools.Linker},
                      {standin::ArchiverVariable, Tools.Archiver},
                      {standin::PythonVariable, Tools.Python},
                      // Scripts of the tree would leave __pycache__ in it.
                      {"PYTHONDONTWRITEBYTECODE", "1"},
                      {"LC_ALL", "C"}};
  return Make;
}
