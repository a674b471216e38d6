//===- Extract.cpp - facts of all units of a build ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/Extract.h"

#include "SkippedUnits.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Units/ActionGraph.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <chrono>
#include <map>

using namespace llvm;
using namespace pagesplit;

static const UnitStage &stage() {
  static const UnitStage Stage = {"extract-unit", ".facts", {"base.yaml"}};
  return Stage;
}

static UnitStage stageWith(const AlongsideWork &Work) {
  UnitStage Stage = stage();
  Stage.Word = Work.Word;
  Stage.SecondSuffix = Work.Suffix;
  return Stage;
}

static Error writeOrigin(const UnitSelection &S, StringRef Output) {
  if (Error E = makeDirectory(Output))
    return E;
  SmallString<256> Path(Output);
  sys::path::append(Path, "extract.json");
  json::Value Value = json::Object{{"build-root", S.BuildRoot},
                                   {"kernel", S.Kernel},
                                   {"label", S.Label},
                                   {"source-root", S.SourceRoot}};
  return writeFileIfChanged(Path, formatv("{0:2}\n", Value).str());
}

// The record of one unit; a unit whose process died left no fact file and gets
// one that says so.
static Expected<Unit>
unitRecord(const UnitRequest &Request, StringRef Output,
           const std::map<std::string, std::string> &Died) {
  std::string Path = stageOutput(stage(), Output, Request.Name);
  if (!sys::fs::exists(Path)) {
    std::string Reason = Died.count(Request.Name) ? Died.at(Request.Name) : "";
    if (Reason.empty())
      Reason = "the extractor was killed";
    FactSet Facts = failedUnit(Request, Reason).Facts;
    std::string Text;
    raw_string_ostream Out(Text);
    printFacts(Facts, Out);
    if (Error E = makeDirectory(sys::path::parent_path(Path)))
      return std::move(E);
    if (Error E = writeFileIfChanged(Path, Out.str()))
      return std::move(E);
  }
  Expected<std::vector<Unit>> Units = readUnits(Path);
  if (!Units)
    return Units.takeError();
  if (Units->size() != 1)
    return errorIn(Path, "expected the facts of one unit");
  return Units->front();
}

std::string pagesplit::factFileOf(StringRef Output, StringRef UnitName) {
  return stageOutput(stage(), Output, UnitName);
}

std::string pagesplit::alongsideFileOf(const AlongsideWork &Work,
                                       StringRef Output, StringRef UnitName) {
  return secondOutput(stageWith(Work), Output, UnitName);
}

static std::vector<UnitRequest> stageUnits(const UnitSelection &Selected,
                                           const ExtractRequest &Request) {
  std::vector<UnitRequest> Units = Selected.Units;
  for (UnitRequest &Unit : Units) {
    Unit.KnowledgeDirectory = Request.KnowledgeDirectory;
    if (Request.AllBodies)
      Unit.Task = AllBodiesTask.str();
    if (Request.Alongside) {
      Unit.Task = Request.Alongside->Task;
      Unit.Layer = Request.Alongside->Layer;
    }
  }
  return Units;
}

Expected<ExtractResult>
pagesplit::extractSelected(const UnitSelection &Selected,
                           const ExtractRequest &Request,
                           UnitProgress OnProgress) {
  auto Begin = std::chrono::steady_clock::now();
  ExtractResult Result;
  Result.OtherLanguages = Selected.OtherLanguages;
  std::vector<UnitRequest> Units = stageUnits(Selected, Request);
  if (Error E = writeOrigin(Selected, Request.Output))
    return std::move(E);
  StageRun Run = {Request.Program, Request.Output, Request.Jobs, Request.Only};
  std::map<std::string, std::string> Died;
  Run.Died = &Died;
  UnitStage Stage = Request.Alongside ? stageWith(*Request.Alongside) : stage();
  if (Request.OnlyConcerned) {
    SourceRoots Roots(Selected.SourceRoot, Selected.BuildRoot);
    auto Skipped = skipUnconcerned(Units, Roots, Stage, Run, OnProgress);
    if (!Skipped)
      return Skipped.takeError();
    Result.Units = std::move(*Skipped);
  } else if (Error E = forgetSkipped(Request.Output)) {
    return std::move(E);
  }
  bool LackedFacts = !Died.empty();
  Died.clear();
  if (Error E = runStage(Stage, Units, Run, OnProgress))
    return std::move(E);
  if (LackedFacts || (Request.OnlyConcerned && !Died.empty()))
    if (Error E = forgetChoice(Request.Output))
      return std::move(E);
  // Those that died have facts now, which may bring in others.
  if (LackedFacts && Died.empty())
    return extractSelected(Selected, Request, OnProgress);
  for (const UnitRequest &Unit : Units) {
    if (!Request.Only.empty() && !Request.Only.count(Unit.Name))
      continue;
    auto Record = unitRecord(Unit, Request.Output, Died);
    if (!Record)
      return Record.takeError();
    Result.Units.push_back(std::move(*Record));
  }
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Begin)
          .count();
  return Result;
}

Expected<ExtractResult> pagesplit::runExtract(const ExtractRequest &Request,
                                              UnitProgress OnProgress) {
  Expected<UnitSelection> Selected = selectUnits(Request.From);
  if (!Selected)
    return Selected.takeError();
  return extractSelected(*Selected, Request, OnProgress);
}
