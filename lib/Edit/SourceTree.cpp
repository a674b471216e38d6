//===- SourceTree.cpp - the files that may be edited ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/SourceTree.h"

#include "pagesplit/Edit/EditText.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

Expected<SourceTree> SourceTree::at(StringRef Root) {
  SmallString<256> Real;
  if (std::error_code Code = sys::fs::real_path(Root, Real))
    return errorFrom(Root, "read", Code);
  if (!sys::fs::is_directory(Real))
    return errorIn(Root, "the source root is not a directory");
  return SourceTree(std::string(Real));
}

Expected<std::string> SourceTree::pathOf(StringRef File) const {
  if (File.empty() || !isInSourceTree(File) || sys::path::is_absolute(File))
    return errorIn(File, "not a file of the source tree");
  SmallString<256> Path(Root);
  for (StringRef Part :
       make_range(sys::path::begin(File), sys::path::end(File))) {
    if (Part == ".." || Part == ".")
      return errorIn(File, "'" + Part + "' in the name of a file");
    sys::path::append(Path, Part);
    if (!sys::fs::is_symlink_file(Path))
      continue;
    SmallString<256> Real;
    bool Inside = !sys::fs::real_path(Path, Real) &&
                  StringRef(Real).starts_with(Root + "/");
    return errorIn(File, Inside ? "goes through a symbolic link; the file has "
                                  "another name in the source tree"
                                : "a symbolic link leads out of the source "
                                  "tree");
  }
  return std::string(Path);
}

Expected<std::optional<std::string>> SourceTree::read(StringRef File) const {
  Expected<std::string> Path = pathOf(File);
  if (!Path)
    return Path.takeError();
  if (!sys::fs::exists(*Path))
    return std::nullopt;
  Expected<std::string> Text = readFile(*Path);
  if (!Text)
    return Text.takeError();
  return std::move(*Text);
}

static bool isVersion(const std::optional<std::string> &Text, StringRef Hash) {
  return Hash == (Text ? contentHash(*Text) : NoFileYet.str());
}

Expected<FileTexts> SourceTree::readAll(const ResolvedEdits &Edits) const {
  FileTexts Texts;
  for (const auto &[File, Hash] : Edits.Sources) {
    Expected<std::optional<std::string>> Text = read(File);
    if (!Text)
      return Text.takeError();
    if (!isVersion(*Text, Hash))
      return errorIn(File, "not the version that was analysed; extract again");
    Texts[File] = std::move(*Text);
  }
  return std::move(Texts);
}

void SourceTree::refuseUnfit(EditSet &Edits) const {
  std::map<std::string, std::pair<Refusal, std::string>> Unfit;
  for (const auto &[File, Hashes] : Edits.sources()) {
    Expected<std::optional<std::string>> Text = read(File);
    if (!Text)
      Unfit[File] = {Refusal::OutsideTree, toString(Text.takeError())};
    else if (Hashes.size() == 1 && !isVersion(*Text, *Hashes.begin()))
      Unfit[File] = {Refusal::ChangedSource, File};
  }
  std::vector<std::pair<std::string, Finding>> Refused;
  for (const auto &[Name, Group] : Edits.groups())
    for (const Edit &E : Group.Edits) {
      auto Found = Unfit.find(E.File);
      if (Found == Unfit.end())
        continue;
      const auto &[Why, Detail] = Found->second;
      Refused.push_back(
          {Name, {Why, Group.Rewriter, Group.Where, Name, Detail}});
      break;
    }
  for (const auto &[Name, F] : Refused)
    Edits.refuse(Name, F);
}

Expected<FileTexts> pagesplit::rewrittenTexts(const FileTexts &Before,
                                              ArrayRef<EditGroup> Groups) {
  std::map<std::string, std::set<Edit>> ByFile;
  for (const EditGroup &Group : Groups)
    for (const Edit &E : Group.Edits)
      ByFile[E.File].insert(E);
  FileTexts After;
  for (const auto &[File, Edits] : ByFile) {
    auto Old = Before.find(File);
    if (Old == Before.end())
      return errorIn(File, "edited without a known text");
    Expected<std::string> Text =
        rewriteText(Old->second.value_or(""), File, Edits);
    if (!Text)
      return Text.takeError();
    After[File] = std::move(*Text);
  }
  return std::move(After);
}
