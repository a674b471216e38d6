//===- ContentHash.cpp - which version of a file it is --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/ContentHash.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

std::string pagesplit::contentHash(StringRef Text) {
  return utohexstr(xxh3_64bits(arrayRefFromStringRef(Text)),
                   /*LowerCase=*/true, /*Width=*/16);
}
