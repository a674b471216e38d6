//===- FactInputs.cpp - find and read fact files --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelLayout.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Solve/Solve.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static void addOnce(std::vector<std::string> &To,
                    std::optional<StringRef> Text) {
  if (Text && !Text->empty() && !is_contained(To, *Text))
    To.push_back(Text->str());
}

static Error readNotes(StringRef Directory, ExtractNotes &Notes) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, "extract.json");
  if (!sys::fs::exists(Path))
    return Error::success();
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  const json::Object *Object = Value->getAsObject();
  if (!Object)
    return errorIn(Path, "expected a JSON object");
  addOnce(Notes.SourceRoots, Object->getString("source-root"));
  addOnce(Notes.Kernels, Object->getString("kernel"));
  return Error::success();
}

static Error readDirectory(StringRef Directory, FactReader &Reader) {
  std::vector<std::string> Files;
  std::error_code Code;
  for (sys::fs::recursive_directory_iterator It(Directory, Code), End;
       It != End && !Code; It.increment(Code))
    if (sys::path::extension(It->path()) == ".facts" &&
        !sys::fs::is_directory(It->path()))
      Files.push_back(It->path());
  if (Code)
    return errorFrom(Directory, "read", Code);
  if (Files.empty())
    return errorIn(Directory, "no fact files (*.facts) in this directory");
  // Facts meet in any order, but of two broken files always the same is named.
  llvm::sort(Files);
  for (const std::string &File : Files)
    if (Error E = Reader.read(File))
      return E;
  return Error::success();
}

Error pagesplit::uniteFacts(ArrayRef<std::string> Paths, FactSet &Into,
                            ExtractNotes &Notes) {
  FactReader Reader(Into);
  for (const std::string &Path : Paths) {
    if (!sys::fs::is_directory(Path)) {
      if (Error E = Reader.read(Path))
        return E;
      continue;
    }
    if (Error E = readNotes(Path, Notes))
      return E;
    if (Error E = readDirectory(Path, Reader))
      return E;
  }
  llvm::sort(Notes.SourceRoots);
  llvm::sort(Notes.Kernels);
  return Error::success();
}

Error pagesplit::readFacts(ArrayRef<std::string> Paths, FactSet &Into,
                           ExtractNotes &Notes) {
  if (Error E = uniteFacts(Paths, Into, Notes))
    return E;
  keepKernelLayouts(Into);
  return Error::success();
}
