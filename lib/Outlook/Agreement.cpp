//===- Agreement.cpp - prediction and compiler side by side ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Outlook/Readiness.h"

#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace pagesplit;

Expected<ComparedUnits> Readiness::comparable() {
  ComparedUnits Result;
  {
    Statement Units(Db, "SELECT file FROM unit JOIN source "
                        "ON source.id = source_id "
                        "WHERE status = 'complete' AND sees_page");
    while (Units.step())
      Result.Names.insert(Units.text(0).str());
  }
  // Of several layouts in one configuration any will do: they differ in what
  // macros make of the same text.
  Statement Header(Db, "SELECT file, hash FROM layout "
                       "JOIN source ON source.id = layout.source_id "
                       "JOIN source_hash ON source_hash.source_id = source.id "
                       "WHERE config_id IN (SELECT config_id FROM unit) "
                       "ORDER BY file, hash");
  while (Header.step()) {
    if (Result.Header.empty())
      Result.Header = Header.text(0).str();
    if (Header.text(0) == Result.Header)
      Result.HeaderHashes.insert(Header.text(1).str());
  }
  if (Error E = Db.takeError())
    return std::move(E);
  if (Result.Header.empty() || Result.Names.empty())
    return errorIn(Db.name(), "no unit that was analysed sees struct page");
  return std::move(Result);
}

namespace {
/// What is predicted of one unit.
struct Predicted {
  bool Breaks = false;
  bool BreaksItself = false;
  std::set<ErrorPlace> Named;
};
} // namespace

static std::map<std::string, Predicted> predictions(Sqlite &Db) {
  std::map<std::string, Predicted> Units;
  {
    Statement Known(Db, "SELECT file FROM unit JOIN source "
                        "ON source.id = source_id WHERE status = 'complete'");
    while (Known.step())
      Units[Known.text(0).str()];
  }
  Statement Faults(Db, R"sql(
SELECT unit, spelling_file, spelling_line, spelled.id = main_id
FROM unit_fault_access
JOIN unit ON unit.id = unit_id
JOIN unit_main ON unit_main.source_id = unit.source_id
JOIN source AS spelled ON spelled.file = spelling_file)sql");
  while (Faults.step()) {
    auto Found = Units.find(Faults.text(0).str());
    if (Found == Units.end())
      continue;
    Predicted &P = Found->second;
    P.Breaks = true;
    P.BreaksItself |= Faults.integer(3) != 0;
    P.Named.insert({Faults.text(1).str(), unsigned(Faults.integer(2))});
  }
  return Units;
}

static std::string placeText(const ErrorPlace &At) {
  return At.first + ":" + std::to_string(At.second);
}

static void comparePlaces(const Predicted &P, const CompiledUnit &Unit,
                          Agreement &Result) {
  for (const ErrorPlace &At : P.Named)
    if (Unit.Named.count(At)) {
      ++Result.PlacesBoth;
    } else {
      ++Result.PlacesPredicted;
      Result.Differences.push_back(Unit.Name + ": " + placeText(At) +
                                   ": predicted, and the compiler sees "
                                   "nothing wrong there");
    }
  for (const ErrorPlace &At : Unit.Named)
    if (!P.Named.count(At)) {
      ++Result.PlacesCompiler;
      Result.Differences.push_back(Unit.Name + ": " + placeText(At) +
                                   ": only the compiler misses a member "
                                   "there");
    }
}

static void compareUnit(const Predicted &P, const CompiledUnit &Unit,
                        Agreement &Result) {
  ++Result.Units;
  ++Result.Breaks[P.Breaks][Unit.Breaks];
  ++Result.Itself[P.BreaksItself][Unit.BreaksItself];
  auto Say = [&](bool Prediction, bool Compiler, StringRef What) {
    if (Prediction == Compiler)
      return;
    std::string Line = Unit.Name + ": predicted to " +
                       (Prediction ? "break" : "compile") + What.str() +
                       ", but " + (Compiler ? "breaks" : "compiles");
    if (Compiler)
      Line += ": " + Unit.FirstError;
    Result.Differences.push_back(std::move(Line));
  };
  Say(P.Breaks, Unit.Breaks, "");
  if (P.Breaks == Unit.Breaks)
    Say(P.BreaksItself, Unit.BreaksItself, " by its own text");
  comparePlaces(P, Unit, Result);
}

Expected<Agreement>
Readiness::compare(const std::vector<CompiledUnit> &Compiled) {
  Agreement Result;
  std::map<std::string, Predicted> Units = predictions(Db);
  if (Error E = Db.takeError())
    return std::move(E);
  for (const CompiledUnit &Unit : Compiled) {
    auto Found = Units.find(Unit.Name);
    if (Found == Units.end())
      Result.LeftOut.push_back(Unit.Name);
    else
      compareUnit(Found->second, Unit, Result);
  }
  return std::move(Result);
}
