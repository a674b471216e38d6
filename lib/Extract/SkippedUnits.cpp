//===- SkippedUnits.cpp - units that need not be parsed -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SkippedUnits.h"

#include "pagesplit/Extract/UnitChoice.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/MadeFrom.h"
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

static std::string choiceRecord(StringRef Output) {
  return (Output + "/chosen").str();
}

// All that a choice depends on but for the content of files.
static std::string choiceKey(const std::vector<UnitRequest> &Units,
                             const UnitStage &Stage) {
  std::string Key = Stage.Word;
  for (const UnitRequest &Unit : Units) {
    std::string Text;
    for (const std::string *Part :
         {&Unit.Name, &Unit.Config, &Unit.File, &Unit.Directory,
          &Unit.SourceRoot, &Unit.BuildRoot, &Unit.KnowledgeDirectory,
          &Unit.Layer, &Unit.Task})
      (Text += *Part) += '\0';
    for (const std::string &Argument : Unit.Arguments)
      (Text += Argument) += '\0';
    Key += contentHash(Text);
  }
  return Key;
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

static Error forget(const std::string &File) {
  if (std::error_code Code = sys::fs::remove(File))
    return errorFrom(File, "remove", Code);
  return Error::success();
}

Error pagesplit::forgetChoice(StringRef Output) {
  return forget(choiceRecord(Output));
}

Error pagesplit::forgetSkipped(StringRef Output) {
  if (Error E = forgetChoice(Output))
    return E;
  return forget(skippedFile(Output));
}

// A choice has a digit for each unit: 1 for those to parse.
static std::vector<Unit> skippedBy(StringRef Choice,
                                   const std::vector<UnitRequest> &Units) {
  std::vector<Unit> Skipped;
  for (auto [Request, Digit] : zip_equal(Units, Choice))
    if (Digit == '0')
      Skipped.push_back(skippedUnit(Request));
  return Skipped;
}

// Makes the choice and leaves on disk what it was, and what it was made from.
static Expected<std::string> choose(const std::vector<UnitRequest> &Units,
                                    const SourceRoots &Roots,
                                    const UnitStage &Stage, const StageRun &Run,
                                    UnitProgress OnProgress, StringRef Key) {
  ConcernedUnits Concerned(Units, Stage, Run, OnProgress);
  MadeFrom From;
  From.add(Run.Program);
  for (const std::string &File : Stage.Knowledge)
    From.add(Units.front().KnowledgeDirectory + "/" + File);
  Expected<BitVector> Chosen = chooseUnits(
      Units, Roots, [&](const BitVector &Now) { return Concerned.parse(Now); },
      From);
  if (!Chosen)
    return Chosen.takeError();
  std::string Choice;
  for (size_t Number = 0; Number < Units.size(); ++Number)
    Choice += Chosen->test(Number) ? '1' : '0';
  if (Error E = writeSkipped(skippedBy(Choice, Units), Run.Output))
    return std::move(E);
  From.add(skippedFile(Run.Output));
  if (Error E = From.write(choiceRecord(Run.Output), Key, Choice))
    return std::move(E);
  return Choice;
}

Expected<std::vector<Unit>>
pagesplit::skipUnconcerned(std::vector<UnitRequest> &Units,
                           const SourceRoots &Roots, const UnitStage &Stage,
                           const StageRun &Run, UnitProgress OnProgress) {
  const std::string Key = choiceKey(Units, Stage);
  std::optional<std::string> Choice =
      noteIfUnchanged(choiceRecord(Run.Output), Key);
  if (!Choice) {
    Expected<std::string> Made =
        choose(Units, Roots, Stage, Run, OnProgress, Key);
    if (!Made)
      return Made.takeError();
    Choice = std::move(*Made);
  }
  std::vector<Unit> Skipped = skippedBy(*Choice, Units);
  std::vector<UnitRequest> Concerned;
  for (auto [Request, Digit] : zip_equal(Units, *Choice))
    if (Digit == '1')
      Concerned.push_back(std::move(Request));
  Units = std::move(Concerned);
  return std::move(Skipped);
}
