//===- ExtractSummary.cpp - how an extraction went ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExtractSummary.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace llvm;
using namespace pagesplit;

// Long lists are in the report; here a screen must do.
static constexpr unsigned ListedUnits = 10;

static void listTroubled(const std::vector<Unit> &Units, UnitStatus Status,
                         StringRef Word) {
  unsigned Listed = 0, Left = 0;
  for (const Unit &U : Units) {
    if (U.Status != Status)
      continue;
    if (Listed++ >= ListedUnits) {
      ++Left;
      continue;
    }
    errs() << "  " << Word << ": ";
    if (!StringRef(U.Error).starts_with(U.File))
      errs() << U.File << ": "; // the error is in a header, or nowhere
    errs() << U.Error << '\n';
  }
  if (Left)
    errs() << "  " << Word << ": and " << Left << " more (see the report)\n";
}

static void listDroppedFlags(const std::vector<Unit> &Units) {
  std::map<std::string, unsigned> Flags;
  for (const Unit &U : Units)
    for (const std::string &Flag : U.DroppedFlags)
      ++Flags[Flag];
  for (const auto &[Flag, Count] : Flags)
    errs() << "  flag left out, Clang does not take it: " << Flag << " ("
           << Count << " units)\n";
}

Error pagesplit::summarizeExtract(const ExtractResult &Result, StringRef Title,
                                  StringRef Output) {
  auto Count = [&](UnitStatus Status) {
    return count_if(Result.Units,
                    [&](const Unit &U) { return U.Status == Status; });
  };
  size_t Partial = Count(UnitStatus::Partial);
  size_t Failed = Count(UnitStatus::Failed);
  size_t Skipped = Count(UnitStatus::Skipped);
  errs() << formatv("{0}: {1} units asked for, {2} analysed", Title,
                    Result.Units.size(),
                    Result.Units.size() - Failed - Skipped);
  if (Partial)
    errs() << formatv(" ({0} with errors)", Partial);
  errs() << formatv(", {0} failed", Failed);
  if (Skipped)
    errs() << formatv(", {0} skipped, which name no page", Skipped);
  errs() << formatv("; {0:F1} s\n", Result.Seconds);
  if (Result.OtherLanguages)
    errs() << formatv("  {0} entries are not C or C++ and were left out\n",
                      Result.OtherLanguages);
  listDroppedFlags(Result.Units);
  listTroubled(Result.Units, UnitStatus::Partial, "with errors");
  listTroubled(Result.Units, UnitStatus::Failed, "failed");
  auto First = find_if(Result.Units, [](const Unit &U) {
    return U.Status == UnitStatus::Failed;
  });
  if (Failed && Failed + Skipped == Result.Units.size())
    return errorIn(Output, "not one unit could be analysed; the first says: " +
                               First->Error);
  if (none_of(Result.Units, [](const Unit &U) { return U.SeesPage; }))
    return errorIn(Output, "no unit has a complete struct page: is this a "
                           "Linux kernel with memory management?");
  return Error::success();
}
