// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "UnitAction.h"
#include "llvm/Support/raw_ostream.h"
int pagesplit::runUnitAction(llvm::StringRef) {
  llvm::errs() << "pagesplit: error: extraction is not built in\n";
  return 2;
}
