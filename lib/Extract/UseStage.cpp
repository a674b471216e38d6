//===- UseStage.cpp - uses of the units that rewriting needs --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/UseStage.h"

#include "pagesplit/Units/UnitSelection.h"
#include "pagesplit/Uses/UseFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

// Which unit looks at which files. A file that is compiled itself is looked at
// there, in every variant; of the others each goes to the first unit that is
// needed anyway, or else to its first unit.
static std::map<std::string, std::set<std::string>>
assign(const std::map<std::string, std::set<std::string>> &Files) {
  std::map<std::string, std::set<std::string>> Result;
  std::vector<std::string> Headers;
  for (const auto &[File, Units] : Files) {
    bool IsCompiled = false;
    for (const std::string &Unit : Units)
      if (mainFileOf(Unit) == File) {
        Result[Unit].insert(File);
        IsCompiled = true;
      }
    if (!IsCompiled)
      Headers.push_back(File);
  }
  for (const std::string &File : Headers) {
    const std::set<std::string> &Units = Files.at(File);
    auto Needed = find_if(
        Units, [&](const std::string &Unit) { return Result.count(Unit); });
    if (Needed != Units.end())
      Result[*Needed].insert(File);
    else if (!Units.empty())
      Result[*Units.begin()].insert(File);
  }
  return Result;
}

Expected<UseSet> pagesplit::runUseExtraction(const UseRequest &Request,
                                             UnitProgress OnProgress) {
  static const UnitStage Stage = {"extract-unit-uses", ".uses", {}};
  UnitQuery Query;
  Query.Build = Request.Build;
  Query.SourceRoot = Request.SourceRoot;
  Expected<UnitSelection> Selected = selectUnits(Query);
  if (!Selected)
    return Selected.takeError();
  std::map<std::string, std::set<std::string>> Files = assign(Request.Files);
  std::vector<UnitRequest> Units;
  for (UnitRequest &Unit : Selected->Units) {
    auto Wanted = Files.find(Unit.Name);
    if (Wanted == Files.end())
      continue;
    Unit.KnowledgeDirectory = Request.KnowledgeDirectory;
    Unit.Layer = Request.Layer;
    Unit.Files.assign(Wanted->second.begin(), Wanted->second.end());
    Units.push_back(std::move(Unit));
  }
  if (Error E =
          runStage(Stage, Units,
                   {Request.Program, Request.Output, Request.Jobs}, OnProgress))
    return std::move(E);
  UseSet Uses;
  for (const UnitRequest &Unit : Units) {
    std::string Path = stageOutput(Stage, Request.Output, Unit.Name);
    if (!sys::fs::exists(Path)) {
      Uses.Failed[Unit.Name] = "the parser died";
      continue;
    }
    if (Error E = readUses(Path, Uses))
      return std::move(E);
  }
  return Uses;
}
