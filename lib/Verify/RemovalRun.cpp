//===- RemovalRun.cpp - all units without members of struct page ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/MemberRemoval.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace pagesplit;

static constexpr unsigned OutcomeVersion = 1;

static const UnitStage &stage() {
  static const UnitStage Stage = {"compile-without", ".without", {}};
  return Stage;
}

std::string pagesplit::printOutcome(const RemovalOutcome &Outcome) {
  json::Array Errors;
  for (const RemovalError &E : Outcome.Errors)
    Errors.push_back(json::Array{E.File, E.Line, E.Member, E.Message});
  json::Value Value = json::Object{{"pagesplit-without", OutcomeVersion},
                                   {"unit", Outcome.Unit},
                                   {"crashed", Outcome.Crashed},
                                   {"kept", json::Array(Outcome.Kept)},
                                   {"errors", std::move(Errors)}};
  return formatv("{0:2}\n", Value).str();
}

namespace pagesplit {
// Found by json::fromJSON() of a list, so it stands in the namespace.
static bool fromJSON(const json::Value &From, RemovalError &To, json::Path P) {
  const json::Array *Values = From.getAsArray();
  if (!Values || Values->size() != 4) {
    P.report("expected file, line, member and message");
    return false;
  }
  // LLVM 19 reads no unsigned int.
  int64_t Line = 0;
  if (!json::fromJSON((*Values)[1], Line, P.index(1)))
    return false;
  To.Line = Line;
  return json::fromJSON((*Values)[0], To.File, P.index(0)) &&
         json::fromJSON((*Values)[2], To.Member, P.index(2)) &&
         json::fromJSON((*Values)[3], To.Message, P.index(3));
}
} // namespace pagesplit

Expected<RemovalOutcome> pagesplit::readOutcome(StringRef Path) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  RemovalOutcome Outcome;
  int64_t Version = 0;
  json::Path::Root Root("outcome");
  json::ObjectMapper Map(*Value, Root);
  if (!Map || !Map.map("pagesplit-without", Version) ||
      !Map.map("unit", Outcome.Unit) || !Map.map("crashed", Outcome.Crashed) ||
      !Map.map("kept", Outcome.Kept) || !Map.map("errors", Outcome.Errors))
    return errorIn(Path, toString(Root.getError()));
  if (Version != OutcomeVersion)
    return errorIn(Path, "of format version " + Twine(Version) +
                             ", this pagesplit reads version " +
                             Twine(OutcomeVersion) + "; take it away");
  return std::move(Outcome);
}

Expected<std::vector<RemovalOutcome>>
pagesplit::compileAllWithout(const RemovalRun &Run, UnitProgress OnProgress) {
  std::vector<UnitRequest> Units = Run.Units;
  std::string Task = printRemoval(Run.Names);
  for (UnitRequest &Unit : Units)
    Unit.Task = Task;
  if (Error E = runStage(stage(), Units, {Run.Program, Run.Directory, Run.Jobs},
                         OnProgress))
    return std::move(E);
  std::vector<RemovalOutcome> Outcomes;
  for (const UnitRequest &Unit : Units) {
    std::string Path = stageOutput(stage(), Run.Directory, Unit.Name);
    if (!sys::fs::exists(Path)) {
      RemovalOutcome &Died = Outcomes.emplace_back();
      Died.Unit = Unit.Name;
      Died.Crashed = true;
      continue;
    }
    Expected<RemovalOutcome> Outcome = readOutcome(Path);
    if (!Outcome)
      return Outcome.takeError();
    Outcomes.push_back(std::move(*Outcome));
  }
  return std::move(Outcomes);
}
