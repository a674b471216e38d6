//===- ActionGraph.cpp - one action per unit, run by ninja ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/ActionGraph.h"

#include "NinjaRun.h"
#include "StageLock.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

// Within the output directory.
static std::string actionFile(StringRef UnitName) {
  return ("actions/" + UnitName + ".json").str();
}

static std::string unitFile(StringRef Suffix, StringRef UnitName) {
  return ("units/" + UnitName + Suffix).str();
}

static std::string below(StringRef Directory, StringRef Name) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

std::string pagesplit::stageOutput(const UnitStage &Stage, StringRef Directory,
                                   StringRef UnitName) {
  return below(Directory, unitFile(Stage.Suffix, UnitName));
}

std::string pagesplit::secondOutput(const UnitStage &Stage, StringRef Directory,
                                    StringRef UnitName) {
  return below(Directory, unitFile(Stage.SecondSuffix, UnitName));
}

static std::string ninjaPath(StringRef Path) {
  std::string Out;
  for (char C : Path) {
    if (C == '$' || C == ' ' || C == ':')
      Out += '$';
    Out += C;
  }
  return Out;
}

// For the shell first, then for ninja.
static std::string quoted(StringRef Word) {
  std::string Out = "'";
  for (char C : Word)
    if (C == '\'')
      Out += "'\\''";
    else if (C == '$')
      Out += "$$";
    else
      Out += C;
  return Out + "'";
}

// A name without a slash would be looked for in PATH.
static std::string programFrom(StringRef Program, StringRef Directory) {
  std::string Path = seenFrom(Program, Directory);
  return StringRef(Path).contains('/') ? Path : "./" + Path;
}

static std::string graphText(StringRef Program, const UnitStage &Stage,
                             const std::vector<UnitRequest> &Units,
                             StringRef Directory) {
  std::string Text = "# Written by pagesplit.\n"
                     "ninja_required_version = 1.10\n"
                     "rule unit\n  command = " +
                     quoted(Program) + " " + Stage.Word +
                     " $in\n"
                     "  depfile = $first.d\n  deps = gcc\n  restat = 1\n"
                     "  description = $unit\n";
  for (const UnitRequest &Unit : Units) {
    Text += "build " + ninjaPath(unitFile(Stage.Suffix, Unit.Name));
    if (!Stage.SecondSuffix.empty())
      Text += " " + ninjaPath(unitFile(Stage.SecondSuffix, Unit.Name));
    Text += ": unit " + ninjaPath(actionFile(Unit.Name)) + " | " +
            ninjaPath(Program);
    for (const std::string &File : Stage.Knowledge)
      Text += " " + ninjaPath(seenFrom(below(Unit.KnowledgeDirectory, File),
                                       Directory));
    Text += "\n  unit = " + ninjaPath(Unit.Name) +
            "\n  first = " + ninjaPath(unitFile(Stage.Suffix, Unit.Name)) +
            "\n";
  }
  return Text;
}

static Error writeGraph(const UnitStage &Stage,
                        const std::vector<UnitRequest> &Units,
                        const StageRun &Run) {
  SmallString<256> Directory;
  if (std::error_code Code = sys::fs::real_path(Run.Output, Directory))
    return errorFrom(Run.Output, "find", Code);
  for (UnitRequest Unit : Units) {
    Unit.Output = unitFile(Stage.Suffix, Unit.Name);
    if (!Stage.SecondSuffix.empty())
      Unit.SecondOutput = unitFile(Stage.SecondSuffix, Unit.Name);
    Unit.Depfile = Unit.Output + ".d";
    std::string Path = below(Run.Output, actionFile(Unit.Name));
    if (Error E = makeDirectory(sys::path::parent_path(Path)))
      return E;
    if (Error E = writeFileIfChanged(Path, printRequest(Unit, Directory)))
      return E;
  }
  return writeFileIfChanged(
      below(Run.Output, "build.ninja"),
      graphText(programFrom(Run.Program, Directory), Stage, Units, Directory));
}

// As ninja names what an action makes.
static std::string filesOf(const UnitStage &Stage, StringRef UnitName) {
  std::string Files = unitFile(Stage.Suffix, UnitName);
  if (!Stage.SecondSuffix.empty())
    Files += " " + unitFile(Stage.SecondSuffix, UnitName);
  return Files;
}

// What an earlier run made of a unit says nothing of what it is now.
static Error forget(const UnitStage &Stage, StringRef UnitName,
                    StringRef Output) {
  std::vector<std::string> Paths = {stageOutput(Stage, Output, UnitName)};
  if (!Stage.SecondSuffix.empty())
    Paths.push_back(secondOutput(Stage, Output, UnitName));
  for (const std::string &Path : Paths)
    if (std::error_code Code = sys::fs::remove(Path))
      return errorFrom(Path, "remove", Code);
  return Error::success();
}

static Error removeOthers(StringRef Output) {
  if (Error E = removeUnfinished(Output))
    return E;
  return removeDead(Output);
}

Error pagesplit::runStage(const UnitStage &Stage,
                          const std::vector<UnitRequest> &Units,
                          const StageRun &Run, UnitProgress OnProgress) {
  if (Error E = makeDirectory(Run.Output))
    return E;
  StageLock Alone(Run.Output);
  if (Error E = writeGraph(Stage, Units, Run))
    return E;
  NinjaRun Ninja{Run.Output, Run.Jobs, {}, {}};
  for (const UnitRequest &Unit : Units)
    Ninja.UnitOf[filesOf(Stage, Unit.Name)] = Unit.Name;
  for (const std::string &Unit : Run.Only)
    Ninja.Targets.push_back(unitFile(Stage.Suffix, Unit));
  if (Run.Only.empty() && !Run.KeepOthers)
    if (Error E = removeOthers(Run.Output))
      return E;
  Expected<std::map<std::string, std::string>> Died =
      runNinja(Ninja, OnProgress);
  if (!Died)
    return Died.takeError();
  for (const auto &[Unit, Reason] : *Died)
    if (Error E = forget(Stage, Unit, Run.Output))
      return E;
  if (Run.Died)
    Run.Died->insert(Died->begin(), Died->end());
  return Error::success();
}
