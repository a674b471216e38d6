//===- KernelAtHand.cpp - which kernel a unit belongs to ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelAtHand.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <dlfcn.h>
#include <map>
#include <mutex>

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

// The value of a line such as "VERSION = 6"; empty: there is none.
static StringRef valueIn(StringRef Makefile, StringRef Key) {
  while (!Makefile.empty()) {
    auto [Line, Rest] = Makefile.split('\n');
    Makefile = Rest;
    auto [Name, Value] = Line.split('=');
    if (Name.trim() == Key)
      return Value.trim();
  }
  return "";
}

// "6.12"; empty when \p Directory is not the root of a kernel.
static std::string versionAt(StringRef Directory) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, "Makefile");
  if (!sys::fs::exists(Path))
    return "";
  Expected<std::string> Text = readFile(Path);
  if (!Text) {
    consumeError(Text.takeError());
    return "";
  }
  StringRef Major = valueIn(*Text, "VERSION");
  StringRef Minor = valueIn(*Text, "PATCHLEVEL");
  return Major.empty() || Minor.empty() ? "" : (Major + "." + Minor).str();
}

std::string kernelAround(SourceLocation Loc, const SourceManager &Sources) {
  OptionalFileEntryRef File = Sources.getFileEntryRefForID(
      Sources.getFileID(Sources.getExpansionLoc(Loc)));
  if (!File)
    return "";
  StringRef Path = File->getFileEntry().tryGetRealPathName();
  if (Path.empty())
    Path = File->getName();
  static std::mutex Guard;
  static std::map<std::string, std::string> Known;
  std::lock_guard<std::mutex> Lock(Guard);
  auto [Found, IsNew] = Known.try_emplace(Path.str());
  if (!IsNew)
    return Found->second;
  for (StringRef Up = sys::path::parent_path(Path); !Up.empty();
       Up = sys::path::parent_path(Up))
    if (!versionAt(Up).empty()) {
      Found->second = Up.str();
      break;
    }
  return Found->second;
}

// ../share/pagesplit/knowledge seen from the plugin, or from the program that
// it is linked into; in a build tree, that of the sources.
static Expected<std::string> installedKnowledge() {
  Dl_info Self;
  if (dladdr(reinterpret_cast<void *>(&installedKnowledge), &Self) &&
      Self.dli_fname) {
    SmallString<256> Path;
    if (sys::fs::real_path(Self.dli_fname, Path))
      Path = Self.dli_fname;
    sys::path::remove_filename(Path);
    sys::path::append(Path, "..", "share", "pagesplit", "knowledge");
    sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    if (sys::fs::exists(Path + "/base.yaml"))
      return std::string(Path);
  }
  if (sys::fs::exists(PAGESPLIT_SOURCE_KNOWLEDGE "/base.yaml"))
    return PAGESPLIT_SOURCE_KNOWLEDGE;
  return errorIn("MemdescTidy", "the knowledge files are not installed; "
                                "memdesc.Knowledge says where they are");
}

Expected<std::shared_ptr<const Knowledge>>
knowledgeOf(StringRef Directory, StringRef Layer, StringRef Root) {
  std::string From = Directory.str();
  if (From.empty()) {
    Expected<std::string> Installed = installedKnowledge();
    if (!Installed)
      return Installed.takeError();
    From = *Installed;
  }
  std::string Name = Layer.str();
  if (Name.empty())
    Name = layerFor(From, Root.empty() ? "" : versionAt(Root));
  static std::mutex Guard;
  static std::map<std::pair<std::string, std::string>,
                  std::shared_ptr<const Knowledge>>
      Known;
  std::lock_guard<std::mutex> Lock(Guard);
  std::shared_ptr<const Knowledge> &Result = Known[{From, Name}];
  if (Result)
    return Result;
  Expected<Knowledge> Read = loadKnowledge(From, Name);
  if (!Read)
    return Read.takeError();
  Result = std::make_shared<const Knowledge>(std::move(*Read));
  return Result;
}

} // namespace pagesplit::checks
