//===- UnitSelection.cpp - the units a stage works on ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/UnitSelection.h"

#include "pagesplit/Kbuild/BuildDescription.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Units/CompileCommands.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

namespace {
/// Where the units of a run come from, with all defaults filled in.
struct Origin {
  std::string Database;
  std::string Build;
  std::string SourceRoot;
  std::string Label;
  std::string Kernel;
};
} // namespace

static Expected<Origin> findOrigin(const UnitQuery &Query) {
  Origin O;
  O.Build = Query.Build;
  if (!sys::fs::is_directory(Query.Build)) {
    O.Database = Query.Build;
    O.Build = sys::path::parent_path(Query.Build).str();
    if (O.Build.empty())
      O.Build = ".";
  } else {
    SmallString<256> Path(Query.Build);
    sys::path::append(Path, "compile_commands.json");
    O.Database = std::string(Path);
  }
  Expected<std::optional<BuildDescription>> Noted =
      readBuildDescription(O.Build);
  if (!Noted)
    return Noted.takeError();
  BuildDescription Known = Noted->value_or(BuildDescription());
  O.Kernel = Known.Kernel;
  O.Label = Query.Label.empty() ? Known.Label : Query.Label;
  if (O.Label.empty())
    O.Label = "default";
  O.SourceRoot = Query.SourceRoot.empty() ? Known.SourceRoot : Query.SourceRoot;
  if (O.SourceRoot.empty())
    O.SourceRoot = O.Build;
  if (!sys::fs::is_directory(O.SourceRoot))
    return errorIn(O.SourceRoot, "the source root is not a directory");
  return O;
}

static std::vector<UnitRequest>
unitRequests(const std::vector<CompileCommand> &Commands,
             const UnitQuery &Query, const Origin &O,
             const SourceRoots &Roots) {
  std::vector<UnitRequest> Units;
  for (size_t I = 0; I < Commands.size(); ++I) {
    if (I % Query.ShardCount != Query.ShardIndex)
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

Expected<UnitSelection> pagesplit::selectUnits(const UnitQuery &Query) {
  Expected<Origin> O = findOrigin(Query);
  if (!O)
    return O.takeError();
  SourceRoots Roots(O->SourceRoot, O->Build);
  Expected<CompileCommands> Database = readCompileCommands(O->Database, Roots);
  if (!Database)
    return Database.takeError();
  std::vector<CompileCommand> &Commands = Database->Commands;
  if (Error E = checkInside(Commands, *O, Roots))
    return std::move(E);
  if (Error E = keepBelow(Commands, Query.Paths, Roots, O->Database))
    return std::move(E);
  UnitSelection Selection;
  Selection.Units = unitRequests(Commands, Query, *O, Roots);
  Selection.OtherLanguages = Database->OtherLanguages;
  Selection.Label = O->Label;
  Selection.Kernel = O->Kernel;
  Selection.SourceRoot = Roots.source().str();
  Selection.BuildRoot = Roots.build().str();
  return Selection;
}
