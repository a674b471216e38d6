//===- ActionGraph.cpp - one action per unit, run by ninja ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/ActionGraph.h"

#include "pagesplit/Support/ChildProcess.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

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

static std::string graphText(StringRef Program, const UnitStage &Stage,
                             const std::vector<UnitRequest> &Units) {
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
      Text += " " + ninjaPath(below(Unit.KnowledgeDirectory, File));
    Text += "\n  unit = " + ninjaPath(Unit.Name) +
            "\n  first = " + ninjaPath(unitFile(Stage.Suffix, Unit.Name)) +
            "\n";
  }
  return Text;
}

static Error writeGraph(const UnitStage &Stage,
                        const std::vector<UnitRequest> &Units,
                        const StageRun &Run) {
  if (Error E = makeDirectory(Run.Output))
    return E;
  for (UnitRequest Unit : Units) {
    Unit.Output = unitFile(Stage.Suffix, Unit.Name);
    if (!Stage.SecondSuffix.empty())
      Unit.SecondOutput = unitFile(Stage.SecondSuffix, Unit.Name);
    Unit.Depfile = Unit.Output + ".d";
    std::string Path = below(Run.Output, actionFile(Unit.Name));
    if (Error E = makeDirectory(sys::path::parent_path(Path)))
      return E;
    if (Error E = writeFileIfChanged(Path, printRequest(Unit)))
      return E;
  }
  return writeFileIfChanged(below(Run.Output, "build.ninja"),
                            graphText(Run.Program, Stage, Units));
}

namespace {
/// Understands what ninja prints under NINJA_STATUS="%f %t ".
struct NinjaOutput {
  UnitProgress OnProgress;
  std::string FirstProblem;

  void line(StringRef Line) {
    StringRef Rest = Line;
    unsigned Done = 0, Total = 0;
    if (!Rest.consumeInteger(10, Done) && Rest.consume_front(" ") &&
        !Rest.consumeInteger(10, Total) && Rest.consume_front(" "))
      return OnProgress(Done, Total, Rest);
    bool IsOurs = Rest.consume_front("pagesplit: ");
    if (IsOurs || Rest.consume_front("ninja: fatal: ") ||
        Rest.consume_front("ninja: error: "))
      if (FirstProblem.empty())
        FirstProblem = Rest.str();
  }
};
} // namespace

static Expected<std::string> findNinja() {
  for (StringRef Name : {"ninja", "ninja-build"})
    if (ErrorOr<std::string> Path = sys::findProgramByName(Name))
      return *Path;
  return errorOf("ninja is not installed (Debian: ninja-build)");
}

static Error clean(StringRef Ninja, StringRef Output) {
  Expected<int> Code =
      runChild({Ninja.str(), "-C", Output.str(), "-t", "cleandead"}, {},
               [](StringRef) {});
  return Code ? Error::success() : Code.takeError();
}

static Error runNinja(const UnitStage &Stage, const StageRun &Run,
                      UnitProgress OnProgress) {
  Expected<std::string> Ninja = findNinja();
  if (!Ninja)
    return Ninja.takeError();
  NinjaOutput Seen{OnProgress, ""};
  auto OnLine = [&](StringRef Line) { Seen.line(Line); };
  std::vector<std::string> Command = {*Ninja, "-C", Run.Output, "-k", "0"};
  if (Run.Jobs)
    Command.insert(Command.end(), {"-j", std::to_string(Run.Jobs)});
  if (Run.Only.empty() && !Run.KeepOthers)
    if (Error E = clean(*Ninja, Run.Output))
      return E;
  for (const std::string &Unit : Run.Only)
    Command.push_back(unitFile(Stage.Suffix, Unit));
  Expected<int> Code = runChild(Command, {"NINJA_STATUS=%f %t "}, OnLine);
  if (!Code)
    return Code.takeError();
  if (*Code == 0 || Seen.FirstProblem.empty())
    return Error::success(); // a unit that died is found by its missing facts
  return createStringError(inconvertibleErrorCode(), Seen.FirstProblem);
}

Error pagesplit::runStage(const UnitStage &Stage,
                          const std::vector<UnitRequest> &Units,
                          const StageRun &Run, UnitProgress OnProgress) {
  if (Error E = writeGraph(Stage, Units, Run))
    return E;
  return runNinja(Stage, Run, OnProgress);
}
