//===- SourceRoots.cpp - paths that mean the same everywhere --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/SourceRoots.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

std::string pagesplit::absoluteFrom(StringRef Path, StringRef Directory) {
  if (sys::path::is_absolute(Path))
    return Path.str();
  SmallString<256> Absolute(Directory);
  sys::path::append(Absolute, Path);
  return std::string(Absolute);
}

// A file that edits will create has no real path yet, but its directory has.
static std::string resolve(StringRef Path, StringRef Directory) {
  SmallString<256> Absolute(absoluteFrom(Path, Directory));
  (void)sys::fs::make_absolute(Absolute);
  SmallString<256> Real;
  if (!sys::fs::real_path(Absolute, Real))
    return std::string(Real);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  if (sys::fs::real_path(sys::path::parent_path(Absolute), Real))
    return std::string(Absolute);
  sys::path::append(Real, sys::path::filename(Absolute));
  return std::string(Real);
}

SourceRoots::SourceRoots(StringRef Source, StringRef Build)
    : Source(resolve(Source, ".")),
      Build(Build.empty() ? "" : resolve(Build, ".")) {}

static bool takeBelow(StringRef &Path, StringRef Root) {
  if (Root.empty() || !Path.starts_with(Root))
    return false;
  StringRef Rest = Path.drop_front(Root.size());
  if (Rest.consume_front("/") || Root.ends_with("/")) {
    Path = Rest;
    return true;
  }
  return false;
}

std::string SourceRoots::portable(StringRef Path, StringRef Directory) const {
  std::string Real = resolve(Path, Directory);
  StringRef Rest = Real;
  // A build directory inside the tree, or a tree inside a build directory:
  // the inner one, which is the longer path, decides.
  bool BuildFirst = Build.size() > Source.size();
  if (BuildFirst && takeBelow(Rest, Build))
    return ("@build/" + Rest).str();
  if (takeBelow(Rest, Source))
    return Rest.str();
  if (!BuildFirst && takeBelow(Rest, Build))
    return ("@build/" + Rest).str();
  return ("@outside/" + sys::path::filename(Real)).str();
}

bool pagesplit::isInSourceTree(StringRef PortableName) {
  return !PortableName.starts_with("@");
}
