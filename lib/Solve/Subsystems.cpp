//===- Subsystems.cpp - the subsystem of every file -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Subsystems.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

Expected<Subsystems> Subsystems::of(StringRef SourceRoot) {
  Subsystems Found;
  if (SourceRoot.empty())
    return std::move(Found);
  if (!sys::fs::is_directory(SourceRoot))
    return errorIn(SourceRoot, "the source root is not a directory");
  SmallString<256> File(SourceRoot);
  sys::path::append(File, "MAINTAINERS");
  if (!sys::fs::exists(File))
    return std::move(Found);
  Expected<std::string> Text = readFile(File);
  if (!Text)
    return Text.takeError();
  Found.Sections = std::make_unique<Maintainers>(*Text, [&](StringRef Path) {
    SmallString<256> Full(SourceRoot);
    sys::path::append(Full, Path);
    return sys::fs::is_directory(Full);
  });
  return std::move(Found);
}

static StringRef directoryName(StringRef File) {
  size_t First = File.find('/');
  if (First == StringRef::npos)
    return "(top)";
  size_t Second = File.find('/', First + 1);
  return File.take_front(Second == StringRef::npos ? First : Second);
}

std::string Subsystems::nameOf(StringRef File) const {
  if (File.starts_with("@build/"))
    return "(generated)";
  if (File.starts_with("@"))
    return "(outside)";
  StringRef Section = Sections ? Sections->sectionOf(File) : "";
  return (Section.empty() ? directoryName(File) : Section).str();
}
