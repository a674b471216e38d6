//===- UnitRequest.cpp - one translation unit to be extracted -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/UnitRequest.h"

#include "PlaceNames.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

// A file's own name may hold a '#' too.
StringRef pagesplit::mainFileOf(StringRef Name) {
  auto [File, Number] = Name.rsplit('#');
  return !Number.empty() && all_of(Number, isDigit) ? File : Name;
}

// Paths and flags are bytes to the system; the few that are not UTF-8 cannot
// be written as JSON and are refused before they get here.
std::string pagesplit::printRequest(const UnitRequest &R, StringRef Directory) {
  PlaceNames Places(R.SourceRoot, R.BuildRoot);
  json::Array Arguments;
  for (const std::string &Word : R.Arguments)
    Arguments.push_back(Places.shorten(Word));
  json::Object Value{{"name", R.Name},
                     {"config", R.Config},
                     {"file", Places.shorten(R.File)},
                     {"directory", Places.shorten(R.Directory)},
                     {"arguments", std::move(Arguments)},
                     {"source-root", seenFrom(R.SourceRoot, Directory)},
                     {"build-root", seenFrom(R.BuildRoot, Directory)},
                     {"knowledge", seenFrom(R.KnowledgeDirectory, Directory)},
                     {"layer", R.Layer},
                     {"files", json::Array(R.Files)},
                     {"output", R.Output},
                     {"depfile", R.Depfile}};
  // Only where there is one: actions of other stages keep their text, and ninja
  // its opinion that they are up to date.
  if (!R.Task.empty())
    Value["task"] = R.Task;
  if (!R.SecondOutput.empty())
    Value["second-output"] = R.SecondOutput;
  return formatv("{0:2}\n", json::Value(std::move(Value))).str();
}

static void makeAbsolute(std::string &Path, StringRef Directory) {
  if (Path.empty() || sys::path::is_absolute(Path))
    return;
  SmallString<256> Whole(absoluteFrom(Path, Directory));
  sys::path::remove_dots(Whole, /*remove_dot_dot=*/true);
  Path = std::string(Whole);
}

static void findPlaces(UnitRequest &R, StringRef Directory) {
  makeAbsolute(R.SourceRoot, Directory);
  makeAbsolute(R.BuildRoot, Directory);
  makeAbsolute(R.KnowledgeDirectory, Directory);
  PlaceNames Places(R.SourceRoot, R.BuildRoot);
  R.File = Places.expand(R.File);
  R.Directory = Places.expand(R.Directory);
  for (std::string &Word : R.Arguments)
    Word = Places.expand(Word);
}

Expected<UnitRequest> pagesplit::readRequest(StringRef Path,
                                             StringRef Directory) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  UnitRequest R;
  json::Path::Root Root("unit action");
  json::ObjectMapper Map(*Value, Root);
  if (Map && Map.map("name", R.Name) && Map.map("config", R.Config) &&
      Map.map("file", R.File) && Map.map("directory", R.Directory) &&
      Map.map("arguments", R.Arguments) &&
      Map.map("source-root", R.SourceRoot) &&
      Map.map("build-root", R.BuildRoot) &&
      Map.map("knowledge", R.KnowledgeDirectory) && Map.map("layer", R.Layer) &&
      Map.map("files", R.Files) && Map.map("output", R.Output) &&
      Map.map("depfile", R.Depfile) && Map.mapOptional("task", R.Task) &&
      Map.mapOptional("second-output", R.SecondOutput)) {
    findPlaces(R, Directory);
    return R;
  }
  return errorIn(Path, toString(Root.getError()));
}
