//===- Linker.cpp - standing in for ld.lld --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StandIns.h"

#include "pagesplit/Kbuild/StandIn.h"

using namespace pagesplit::standin;

// What is linked, or nothing for a question such as --version.
static std::string linkedFile(const Arguments &Args) {
  std::string Output;
  for (size_t I = 0; I < Args.size(); ++I) {
    if (Args[I] == "-v" || Args[I] == "-V" || Args[I] == "--version")
      return "";
    if (Args[I] == "-o" && I + 1 < Args.size())
      Output = Args[++I];
  }
  return Output;
}

int pagesplit::standin::standInForLinker(const Session &S,
                                         const Arguments &Args) {
  const std::string Output = linkedFile(Args);
  std::string Content;
  if (!S.Visiting || Output.empty() || readWhole(anyObject(S), Content))
    return becomeReal(LinkerVariable, Args);
  if (int Failed = writeWhole(Output, Content))
    return complain(Output, "cannot write", Failed);
  return 0;
}
