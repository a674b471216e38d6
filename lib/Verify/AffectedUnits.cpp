//===- AffectedUnits.cpp - the units that a series concerns ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AffectedUnits.h"

#include "pagesplit/Verify/UnitVerifier.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

static const UnitStage &stage() {
  static const UnitStage Stage = {"list-unit-files", ".files", {}};
  return Stage;
}

static bool areAllCompiled(const UnitSelection &Selected,
                           const std::set<std::string> &Edited) {
  std::set<std::string> Main;
  for (const UnitRequest &Unit : Selected.Units)
    Main.insert(mainFileOf(Unit.Name).str());
  return all_of(Edited,
                [&](const std::string &File) { return Main.count(File); });
}

// A unit whose list is missing crashed the preprocessor; its main file is known
// all the same.
static Expected<std::vector<AffectedUnit>>
readLists(std::vector<UnitRequest> Units, const std::set<std::string> &Edited,
          StringRef Directory) {
  std::vector<AffectedUnit> Result;
  for (UnitRequest &Unit : Units) {
    AffectedUnit Affected;
    std::vector<std::string> Read = {mainFileOf(Unit.Name).str()};
    std::string Path = stageOutput(stage(), Directory, Unit.Name);
    if (sys::fs::exists(Path)) {
      Expected<std::vector<std::string>> Listed = readUnitFiles(Path);
      if (!Listed)
        return Listed.takeError();
      Read.insert(Read.end(), Listed->begin(), Listed->end());
    }
    for (const std::string &File : Read)
      if (Edited.count(File))
        Affected.Files.insert(File);
    if (Affected.Files.empty())
      continue;
    Affected.Request = std::move(Unit);
    Result.push_back(std::move(Affected));
  }
  return std::move(Result);
}

Expected<std::vector<AffectedUnit>>
pagesplit::affectedUnits(const UnitSelection &Selected,
                         const std::set<std::string> &Edited,
                         StringRef Directory, const VerifyRequest &Request,
                         VerifyProgress OnProgress) {
  std::vector<UnitRequest> Units = Selected.Units;
  if (areAllCompiled(Selected, Edited)) {
    llvm::erase_if(Units, [&](const UnitRequest &Unit) {
      return !Edited.count(mainFileOf(Unit.Name).str());
    });
  } else {
    auto OnUnit = [&](unsigned Done, unsigned Total, StringRef Unit) {
      OnProgress("read", Done, Total, Unit);
    };
    if (Error E =
            runStage(stage(), Units,
                     {Request.Program, Directory.str(), Request.Jobs}, OnUnit))
      return std::move(E);
  }
  return readLists(std::move(Units), Edited, Directory);
}

TaskMaker::TaskMaker(const ResolvedEdits &Edits, ArrayRef<PlannedPatch> Plan)
    : Edits(Edits), Plan(Plan) {
  for (unsigned I = 0; I < Edits.Groups.size(); ++I) {
    const EditGroup &Group = Edits.Groups[I];
    Numbers[Group.Name] = I;
    std::set<std::string> Files;
    for (const Edit &E : Group.Edits)
      Files.insert(E.File);
    bool Creates = false;
    for (const std::string &File : Files) {
      EditorsOf[File].push_back(I);
      Creates |= Edits.Sources.at(File) == NoFileYet;
    }
    if (Creates)
      Creators.push_back(I);
  }
  for (unsigned Place = 0; Place < Plan.size(); ++Place)
    for (const std::string &Name : Plan[Place].Groups)
      if (auto Found = Numbers.find(Name); Found != Numbers.end())
        PatchOf[Found->second] = Place;
}

ResolvedEdits TaskMaker::groupsFor(const std::set<std::string> &Files) const {
  std::vector<unsigned> Open;
  for (const std::string &File : Files)
    if (auto Found = EditorsOf.find(File); Found != EditorsOf.end())
      Open.insert(Open.end(), Found->second.begin(), Found->second.end());
  if (Open.empty())
    return {};
  Open.insert(Open.end(), Creators.begin(), Creators.end());
  std::set<unsigned> Chosen;
  while (!Open.empty()) {
    unsigned Next = Open.back();
    Open.pop_back();
    if (!Chosen.insert(Next).second)
      continue;
    for (const std::string &Need : Edits.Groups[Next].Needs)
      if (auto Found = Numbers.find(Need); Found != Numbers.end())
        Open.push_back(Found->second);
  }
  ResolvedEdits Result;
  for (unsigned I : Chosen) {
    Result.Groups.push_back(Edits.Groups[I]);
    for (const Edit &E : Edits.Groups[I].Edits)
      Result.Sources[E.File] = Edits.Sources.at(E.File);
  }
  return Result;
}

std::vector<std::vector<std::string>>
TaskMaker::patchesFor(const ResolvedEdits &Groups,
                      std::vector<unsigned> &Places) const {
  std::map<unsigned, std::vector<std::string>> ByPlace;
  for (const EditGroup &Group : Groups.Groups)
    if (auto Found = PatchOf.find(Numbers.at(Group.Name));
        Found != PatchOf.end())
      ByPlace[Found->second].push_back(Group.Name);
  std::vector<std::vector<std::string>> Patches;
  Places.clear();
  for (auto &[Place, Names] : ByPlace) {
    Places.push_back(Place);
    Patches.push_back(std::move(Names));
  }
  return Patches;
}
