//===- main.cpp - the stand-in for the tools of a kernel build ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// make starts this program, through links of other names, where it would
/// start clang, ld.lld, llvm-ar or python3. See docs/kbuild.md.
///
//===----------------------------------------------------------------------===//

#include "StandIns.h"

#include "pagesplit/Kbuild/StandIn.h"

using namespace pagesplit::standin;

static std::string baseName(const std::string &Path) {
  return Path.substr(Path.rfind('/') + 1);
}

// The kernel's own goal compile_commands.json visits every object and then
// runs a script over the objects; the visit is all that is wanted.
static int standInForPython(const Arguments &Args) {
  if (!Args.empty() && baseName(Args[0]) == "gen_compile_commands.py")
    return 0;
  return becomeReal(PythonVariable, Args);
}

int main(int Argc, char **Argv) {
  Session S;
  if (Argc < 1 || !openSession(S))
    return 2;
  const std::string Name = baseName(Argv[0]);
  const Arguments Args(Argv + 1, Argv + Argc);
  if (Name == ClangName)
    return standInForCompiler(S, Args);
  if (Name == LinkerName)
    return standInForLinker(S, Args);
  if (Name == ArchiverName)
    return standInForArchiver(S, Args);
  if (Name == PythonName)
    return standInForPython(Args);
  complain(Argv[0], "stands in for no program of this name", 0);
  return 2;
}
