//===- LintUnitAction.cpp - facts and checks of one unit ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintUnitAction.h"

#include "LintChecks.h"
#include "UnitAction.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

// One line for each: what the knowledge says, what the database says, and where
// the database is.
Expected<std::string> pagesplit::lintTask(StringRef Digest,
                                          StringRef Database) {
  std::string Hash;
  if (!Database.empty()) {
    Expected<std::string> Bytes = readFile(Database);
    if (!Bytes)
      return Bytes.takeError();
    Hash = contentHash(*Bytes);
  }
  return (Digest + "\n" + Hash + "\n" + Database).str();
}

CheckedUnit pagesplit::extractAndCheck(const UnitRequest &Request,
                                       const Knowledge &Base) {
  StringRef Database =
      StringRef(Request.Task).split('\n').second.split('\n').second;
  LintChecks Checks(Request, Database);
  CheckedUnit Result;
  Result.IsCrashed = !survives(
      Request, [&] { Result.Unit = extractUnit(Request, Base, &Checks); });
  if (Result.IsCrashed)
    Result.Unit = failedUnit(Request, "the parser crashed");
  else
    Result.Checks = Checks.take();
  return Result;
}
