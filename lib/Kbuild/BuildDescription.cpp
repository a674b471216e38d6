//===- BuildDescription.cpp - which kernel a build directory is for -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Kbuild/BuildDescription.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace pagesplit;

namespace {
struct Field {
  const char *Key;
  std::string BuildDescription::*Member;
};
} // namespace

static constexpr Field Fields[] = {
    {"kernel", &BuildDescription::Kernel},
    {"arch", &BuildDescription::Arch},
    {"config", &BuildDescription::Config},
    {"label", &BuildDescription::Label},
    {"source-root", &BuildDescription::SourceRoot},
    {"clang", &BuildDescription::Clang},
};

static std::string pathIn(StringRef Build) {
  SmallString<128> Path(Build);
  sys::path::append(Path, "pagesplit-build.json");
  return std::string(Path);
}

Expected<std::optional<BuildDescription>>
pagesplit::readBuildDescription(StringRef Build) {
  const std::string Path = pathIn(Build);
  if (!sys::fs::exists(Path))
    return std::nullopt;
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  const json::Object *Object = Value->getAsObject();
  BuildDescription Description;
  for (const Field &F : Fields) {
    std::optional<StringRef> Text =
        Object ? Object->getString(F.Key) : std::nullopt;
    if (!Text)
      return errorIn(Path, "no string \"" + Twine(F.Key) + "\"");
    Description.*F.Member = Text->str();
  }
  return Description;
}

Error pagesplit::writeBuildDescription(StringRef Build,
                                       const BuildDescription &Description) {
  std::string Text;
  raw_string_ostream Out(Text);
  json::OStream Json(Out, /*IndentSize=*/2);
  Json.object([&] {
    for (const Field &F : Fields)
      Json.attribute(F.Key, Description.*F.Member);
  });
  Out << '\n';
  return writeFileIfChanged(pathIn(Build), Text);
}
