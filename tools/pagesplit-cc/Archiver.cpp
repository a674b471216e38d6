//===- Archiver.cpp - standing in for llvm-ar -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StandIns.h"

#include "pagesplit/Kbuild/StandIn.h"

using namespace pagesplit::standin;

int pagesplit::standin::standInForArchiver(const Session &S,
                                           const Arguments &Args) {
  if (!S.Visiting || Args.size() < 2 || Args[0][0] == '-')
    return becomeReal(ArchiverVariable, Args);
  // Anything else, such as listing or moving members, finds none.
  if (Args[0].find('r') == std::string::npos)
    return 0;
  if (int Failed = writeWhole(Args[1], "!<arch>\n"))
    return complain(Args[1], "cannot write", Failed);
  return 0;
}
