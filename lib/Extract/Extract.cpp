//===- Extract.cpp - facts of all units of a build ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/Extract.h"

#include "ActionGraph.h"
#include "pagesplit/Extract/CompileCommands.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Kbuild/BuildDescription.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <chrono>

using namespace llvm;
using namespace pagesplit;

namespace {
/// Where the facts of a run come from, with all defaults filled in.
struct Origin {
  std::string Database;
  std::string Build;
  std::string SourceRoot;
  std::string Label;
  std::string Kernel;
};
} // namespace

static std::string below(StringRef Directory, StringRef Name) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static Expected<Origin> findOrigin(const ExtractRequest &Request) {
  Origin O;
  O.Build = Request.Build;
  if (!sys::fs::is_directory(Request.Build)) {
    O.Database = Request.Build;
    O.Build = sys::path::parent_path(Request.Build).str();
    if (O.Build.empty())
      O.Build = ".";
  } else {
    O.Database = below(Request.Build, "compile_commands.json");
  }
  Expected<std::optional<BuildDescription>> Noted =
      readBuildDescription(O.Build);
  if (!Noted)
    return Noted.takeError();
  BuildDescription Known = Noted->value_or(BuildDescription());
  O.Kernel = Known.Kernel;
  O.Label = Request.Label.empty() ? Known.Label : Request.Label;
  if (O.Label.empty())
    O.Label = "default";
  O.SourceRoot =
      Request.SourceRoot.empty() ? Known.SourceRoot : Request.SourceRoot;
  if (O.SourceRoot.empty())
    O.SourceRoot = O.Build;
  if (!sys::fs::is_directory(O.SourceRoot))
    return errorIn(O.SourceRoot, "the source root is not a directory");
  return O;
}

static std::vector<UnitRequest>
unitRequests(const std::vector<CompileCommand> &Commands,
             const ExtractRequest &Request, const Origin &O,
             const SourceRoots &Roots) {
  std::vector<UnitRequest> Units;
  for (size_t I = 0; I < Commands.size(); ++I) {
    if (I % Request.ShardCount != Request.ShardIndex)
      continue;
    const CompileCommand &Command = Commands[I];
    UnitRequest Unit;
    Unit.Name = Command.Name;
    Unit.Config = O.Label;
    Unit.File = Command.File;
    Unit.Directory = Command.Directory;
    Unit.Arguments = Command.Arguments;
    Unit.SourceRoot = Roots.source().str();
    Unit.BuildRoot = Roots.build().str();
    Unit.KnowledgeDirectory = Request.KnowledgeDirectory;
    Unit.Output = factFile(Command.Name);
    Unit.Depfile = Unit.Output + ".d";
    Units.push_back(std::move(Unit));
  }
  return Units;
}

static Error checkInside(const std::vector<CompileCommand> &Commands,
                         const Origin &O, const SourceRoots &Roots) {
  size_t Outside = count_if(Commands, [](const CompileCommand &C) {
    return !isInSourceTree(C.Name);
  });
  if (Outside < Commands.size())
    return Error::success();
  return errorIn(O.Database, "no file of this compile database is below the "
                             "source root " +
                                 Roots.source() + "; see --source-root");
}

static Error writeOrigin(const Origin &O, const SourceRoots &Roots,
                         StringRef Output) {
  json::Value Value = json::Object{{"build-root", Roots.build()},
                                   {"kernel", O.Kernel},
                                   {"label", O.Label},
                                   {"source-root", Roots.source()}};
  return writeFileIfChanged(below(Output, "extract.json"),
                            formatv("{0:2}\n", Value).str());
}

// The record of one unit; a unit whose process died left no fact file and gets
// one that says so.
static Expected<Unit> unitRecord(const UnitRequest &Request, StringRef Output) {
  std::string Path = below(Output, factFile(Request.Name));
  if (!sys::fs::exists(Path)) {
    FactSet Facts = failedUnit(Request, "the extractor was killed").Facts;
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

static Expected<std::vector<UnitRequest>> prepare(const ExtractRequest &Request,
                                                  ExtractResult &Result) {
  Expected<Origin> O = findOrigin(Request);
  if (!O)
    return O.takeError();
  SourceRoots Roots(O->SourceRoot, O->Build);
  Expected<CompileCommands> Database = readCompileCommands(O->Database, Roots);
  if (!Database)
    return Database.takeError();
  Result.OtherLanguages = Database->OtherLanguages;
  std::vector<CompileCommand> &Commands = Database->Commands;
  if (Error E = checkInside(Commands, *O, Roots))
    return std::move(E);
  if (Error E = keepBelow(Commands, Request.Paths, Roots, O->Database))
    return std::move(E);
  std::vector<UnitRequest> Units = unitRequests(Commands, Request, *O, Roots);
  if (Error E = makeDirectory(Request.Output))
    return std::move(E);
  if (Error E = writeOrigin(*O, Roots, Request.Output))
    return std::move(E);
  return Units;
}

Expected<ExtractResult> pagesplit::runExtract(const ExtractRequest &Request,
                                              ExtractProgress OnProgress) {
  auto Begin = std::chrono::steady_clock::now();
  ExtractResult Result;
  Expected<std::vector<UnitRequest>> Units = prepare(Request, Result);
  if (!Units)
    return Units.takeError();
  if (Error E = writeActionGraph(Request.Output, Request.Program, *Units))
    return std::move(E);
  if (Error E = runActionGraph(Request.Output, Request.Jobs, OnProgress))
    return std::move(E);
  for (const UnitRequest &Unit : *Units) {
    auto Record = unitRecord(Unit, Request.Output);
    if (!Record)
      return Record.takeError();
    Result.Units.push_back(std::move(*Record));
  }
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Begin)
          .count();
  return Result;
}
