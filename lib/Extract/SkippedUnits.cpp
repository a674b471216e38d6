//===- SkippedUnits.cpp - units that need not be parsed -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SkippedUnits.h"

#include "pagesplit/Extract/UnitChoice.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

namespace {
/// Runs the stage for what is chosen, round by round, and reads what is new.
class ConcernedUnits {
public:
  ConcernedUnits(const std::vector<UnitRequest> &Units, const UnitStage &Stage,
                 const StageRun &Run, UnitProgress OnProgress)
      : Units(Units), Stage(Stage), Run(Run), OnProgress(OnProgress),
        Reader(Facts), HasRead(Units.size()) {}

  Expected<const FactSet *> parse(const BitVector &Chosen) {
    StageRun Round = Run;
    Round.KeepOthers = true;
    if (Error E = runStage(Stage, those(Chosen), Round, OnProgress))
      return std::move(E);
    BitVector New = Chosen;
    New.reset(HasRead);
    for (unsigned Number : New.set_bits()) {
      std::string Path = stageOutput(Stage, Run.Output, Units[Number].Name);
      if (sys::fs::exists(Path)) // else its process died
        if (Error E = Reader.read(Path))
          return std::move(E);
    }
    HasRead |= New;
    return &Facts;
  }

  std::vector<UnitRequest> those(const BitVector &Chosen) const {
    std::vector<UnitRequest> Some;
    for (unsigned Number : Chosen.set_bits())
      Some.push_back(Units[Number]);
    return Some;
  }

private:
  const std::vector<UnitRequest> &Units;
  const UnitStage &Stage;
  const StageRun &Run;
  UnitProgress OnProgress;
  FactSet Facts;
  FactReader Reader;
  BitVector HasRead;
};
} // namespace

static std::string skippedFile(StringRef Output) {
  return (Output + "/skipped.facts").str();
}

// One file for all of them: there are ten times as many as of the others.
static Error writeSkipped(const std::vector<Unit> &Skipped, StringRef Output) {
  FactSet Facts;
  for (const Unit &Record : Skipped)
    Facts.add(Record);
  std::string Text;
  raw_string_ostream Out(Text);
  printFacts(Facts, Out);
  return writeFileIfChanged(skippedFile(Output), Out.str());
}

Error pagesplit::forgetSkipped(StringRef Output) {
  if (std::error_code Code = sys::fs::remove(skippedFile(Output)))
    return errorIn(skippedFile(Output), Code.message());
  return Error::success();
}

Expected<std::vector<Unit>>
pagesplit::skipUnconcerned(std::vector<UnitRequest> &Units,
                           const SourceRoots &Roots, const UnitStage &Stage,
                           const StageRun &Run, UnitProgress OnProgress) {
  ConcernedUnits Concerned(Units, Stage, Run, OnProgress);
  Expected<BitVector> Chosen = chooseUnits(
      Units, Roots, [&](const BitVector &Now) { return Concerned.parse(Now); });
  if (!Chosen)
    return Chosen.takeError();
  std::vector<Unit> Skipped;
  for (auto [Number, Request] : enumerate(Units))
    if (!Chosen->test(Number))
      Skipped.push_back(skippedUnit(Request));
  Units = Concerned.those(*Chosen);
  if (Error E = writeSkipped(Skipped, Run.Output))
    return std::move(E);
  return Skipped;
}
