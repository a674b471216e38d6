//===- IncludeGraph.cpp - what units may include --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Reach/IncludeGraph.h"

#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <deque>

using namespace llvm;
using namespace pagesplit;

static std::string absolute(StringRef Path, StringRef Directory) {
  SmallString<256> Whole(absoluteFrom(Path, Directory));
  sys::path::remove_dots(Whole, /*remove_dot_dot=*/true);
  return std::string(Whole);
}

CommandIncludes pagesplit::includesOfCommand(ArrayRef<std::string> Arguments,
                                             StringRef Directory) {
  CommandIncludes Result;
  std::vector<std::string> Later; // behind all -I
  const std::pair<StringRef, std::vector<std::string> *> Options[] = {
      {"-iquote", &Result.Path.Quoted}, {"-isystem", &Later},
      {"-idirafter", &Later},           {"-include", &Result.Forced},
      {"-I", &Result.Path.Angled},
  };
  for (size_t I = 1; I < Arguments.size(); ++I) {
    StringRef Argument = Arguments[I];
    for (auto [Option, Into] : Options) {
      if (!Argument.consume_front(Option))
        continue;
      if (Argument.empty() && I + 1 < Arguments.size())
        Argument = Arguments[++I];
      Into->push_back(absolute(Argument, Directory));
      break;
    }
  }
  append_range(Result.Path.Angled, Later);
  return Result;
}

std::optional<FileNumber> IncludeGraph::read(const std::string &Path) {
  auto [Place, IsNew] = AskedPaths.try_emplace(Path);
  Asked &Known = Place->second;
  if (!IsNew)
    return Known.Number;
  Known.Before = fileState(Path);
  // A directory is there, too.
  if (!Known.Before.IsFile)
    return std::nullopt;
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return std::nullopt;
  Known.Number = Files.size();
  Files.push_back(std::make_unique<File>(
      File{Path, readFileText((*Text)->getBuffer(), Table)}));
  return Known.Number;
}

void IncludeGraph::addTo(MadeFrom &From) const {
  for (const auto &Path : AskedPaths)
    From.add(Path.first(), Path.second.Before);
}

std::optional<FileNumber> IncludeGraph::search(PathNumber Number,
                                               const IncludeText &Include) {
  const std::pair<PathNumber, unsigned> Asked = {Number, *Include.Name * 2 +
                                                             Include.IsQuoted};
  if (auto Known = Searched.find(Asked); Known != Searched.end())
    return Known->second;
  std::optional<FileNumber> Found;
  auto IsIn = [&](StringRef Directory) {
    Found = read(absolute(Table.text(*Include.Name), Directory));
    return Found.has_value();
  };
  const SearchPath &Path = *Paths[Number];
  (void)((Include.IsQuoted && any_of(Path.Quoted, IsIn)) ||
         any_of(Path.Angled, IsIn));
  return Searched[Asked] = Found;
}

void IncludeGraph::resolve(const IncludeText &Include, StringRef From,
                           PathNumber Path, std::vector<FileNumber> &To) {
  if (!Include.Name)
    return;
  auto Add = [&](std::optional<FileNumber> Found) {
    if (Found)
      To.push_back(*Found);
    return Found.has_value();
  };
  const StringRef Name = Table.text(*Include.Name);
  if (Include.IsNext) {
    // Which directory comes next is anyone's guess, so that it may be each.
    for (StringRef Directory : Paths[Path]->Angled)
      Add(read(absolute(Name, Directory)));
    return;
  }
  if (Include.IsQuoted &&
      Add(read(absolute(Name, sys::path::parent_path(From)))))
    return;
  Add(search(Path, Include));
}

void IncludeGraph::addFrom(Node Start) {
  std::vector<Node> Left = {Start};
  while (!Left.empty()) {
    Node Now = Left.back();
    Left.pop_back();
    if (Edges.contains(Now))
      continue;
    // What is read meanwhile may move neither the file nor its text.
    const File &From = *Files[Now.second];
    std::vector<FileNumber> To;
    for (const IncludeText &Include : From.Text.Includes)
      resolve(Include, From.Path, Now.first, To);
    llvm::sort(To);
    To.erase(llvm::unique(To), To.end());
    for (FileNumber F : To)
      Left.emplace_back(Now.first, F);
    auto [List, IsNew] =
        ListNumbers.try_emplace(std::move(To), ListNumber(Lists.size()));
    if (IsNew)
      Lists.push_back(&List->first);
    Edges[Now] = List->second;
  }
}

void IncludeGraph::addUnit(StringRef MainFile, const CommandIncludes &Command) {
  Unit Added;
  auto [Path, IsNew] =
      PathNumbers.try_emplace(Command.Path, unsigned(Paths.size()));
  if (IsNew)
    Paths.push_back(&Path->first);
  Added.Path = Path->second;
  std::optional<FileNumber> Main = read(MainFile.str());
  if (!Main) {
    Main = Files.size();
    Files.push_back(std::make_unique<File>(File{MainFile.str(), {}}));
  }
  Added.Main = *Main;
  for (const std::string &Forced : Command.Forced)
    if (std::optional<FileNumber> F = read(Forced)) {
      Added.Forced.push_back(*F);
      addFrom({Added.Path, *F});
    }
  addFrom({Added.Path, Added.Main});
  Units.push_back(std::move(Added));
}

ArrayRef<FileNumber> IncludeGraph::edges(Node From) const {
  auto To = Edges.find(From);
  return To == Edges.end() ? ArrayRef<FileNumber>()
                           : ArrayRef<FileNumber>(*Lists[To->second]);
}

ArrayRef<FileNumber> IncludeGraph::included(size_t Unit, FileNumber F) const {
  return edges({Units[Unit].Path, F});
}

BitVector IncludeGraph::reachable(size_t Number) const {
  const Unit &U = Units[Number];
  BitVector Seen(Files.size());
  std::vector<FileNumber> Left = U.Forced;
  Left.push_back(U.Main);
  while (!Left.empty()) {
    FileNumber Now = Left.back();
    Left.pop_back();
    if (Seen.test(Now))
      continue;
    Seen.set(Now);
    append_range(Left, edges({U.Path, Now}));
  }
  return Seen;
}

std::vector<std::vector<size_t>> IncludeGraph::nearestUnits() const {
  std::vector<std::vector<size_t>> Nearest(Files.size());
  std::deque<std::pair<Node, size_t>> Left;
  DenseSet<Node> Seen;
  auto Reach = [&](Node To, size_t Unit) {
    if (!Seen.insert(To).second)
      return;
    Nearest[To.second].push_back(Unit);
    Left.emplace_back(To, Unit);
  };
  for (auto [Number, U] : enumerate(Units))
    Reach({U.Path, U.Main}, Number);
  for (auto [Number, U] : enumerate(Units))
    for (FileNumber F : U.Forced)
      Reach({U.Path, F}, Number);
  for (; !Left.empty(); Left.pop_front()) {
    const auto [From, Unit] = Left.front();
    for (FileNumber F : edges(From))
      Reach({From.first, F}, Unit);
  }
  return Nearest;
}
