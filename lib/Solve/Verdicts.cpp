//===- Verdicts.cpp - what was concluded about a page ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Solve/Verdicts.h"

#include "llvm/Support/ErrorHandling.h"

using namespace pagesplit;

llvm::StringRef pagesplit::reasonWord(Reason Why) {
  switch (Why) {
  case Reason::NotInferred:
    return "not-inferred";
  }
  llvm_unreachable("every Reason has a word");
}
