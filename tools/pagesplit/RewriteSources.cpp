//===- RewriteSources.cpp - what a rewrite starts from --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RewriteSources.h"

#include "Installation.h"
#include "Verb.h"

#include "pagesplit/Extract/UseStage.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/Progress.h"
#include "pagesplit/Units/UnitSelection.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static std::string meta(Sqlite &Database, StringRef Key) {
  Statement Row(Database, "SELECT value FROM meta WHERE key = ?");
  Row.bind(1, Key);
  return Row.step() ? Row.text(0).str() : "";
}

static bool isBelow(StringRef File, StringRef Directory) {
  return Directory == "." || File == Directory ||
         (File.consume_front(Directory) && File.starts_with("/"));
}

// The files to look at. A path that holds none of them is a mistake.
static Expected<std::map<std::string, std::set<std::string>>>
filesFor(const RewriteQuery &Query, const VerdictIndex &Verdicts,
         std::vector<std::string> &Paths) {
  std::map<std::string, std::set<std::string>> Files =
      Verdicts.filesWith(Query.Descriptors);
  for (StringRef Path : Query.Paths) {
    SmallString<128> Plain(Path);
    sys::path::remove_dots(Plain, /*remove_dot_dot=*/true);
    Paths.push_back(StringRef(Plain).rtrim('/').str());
    if (none_of(Files,
                [&](const auto &F) { return isBelow(F.first, Paths.back()); }))
      return errorOf("nothing under '" + Path + "' has a descriptor");
  }
  std::map<std::string, std::set<std::string>> Wanted;
  for (auto &Entry : Files) {
    auto Holds = [&](const std::string &Path) {
      return isBelow(Entry.first, Path);
    };
    if (isInSourceTree(Entry.first) && (Paths.empty() || any_of(Paths, Holds)))
      Wanted.insert(Entry);
  }
  return Wanted;
}

static Expected<UseSet>
findUses(const RewriteQuery &Query, StringRef SourceRoot, StringRef Layer,
         const std::map<std::string, std::set<std::string>> &Files) {
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Directory)
    return Directory.takeError();
  UseRequest Request;
  Request.Build = Query.Build;
  Request.SourceRoot = SourceRoot.str();
  Request.Files = Files;
  Request.KnowledgeDirectory = *Directory;
  Request.Layer = Layer.str();
  Request.Program = programPath().str();
  Request.Output = Query.Cache;
  Request.Jobs = Query.Jobs;
  Progress Shown("rewrite", "units");
  Expected<UseSet> Uses = runUseExtraction(
      Request, [&](unsigned Done, unsigned Total, StringRef U) {
        Shown.update(Done, Total, U);
      });
  Shown.finish();
  if (Uses)
    for (const auto &[Unit, Problem] : Uses->Failed)
      errs() << "rewrite: nothing in " << Unit << " is edited: " << Problem
             << '\n';
  return Uses;
}

// Whoever names a function that may change has to be looked at as well. One
// that is named all over the tree stays as it is.
static Error readUses(RewriteSources &From, const RewriteQuery &Query,
                      StringRef Layer,
                      std::map<std::string, std::set<std::string>> Files) {
  constexpr unsigned Many = 60;
  StringRef Root = From.Tree->root();
  Expected<UseSet> Uses = findUses(Query, Root, Layer, Files);
  if (!Uses)
    return Uses.takeError();
  From.Uses = std::move(*Uses);
  if (!Query.FindsCallers)
    return Error::success();
  auto Words =
      findWords(Root, callersToFind(From.Uses, From.Verdicts, Query.Descriptors,
                                    Query.Confidence));
  if (!Words)
    return Words.takeError();
  size_t Before = Files.size();
  for (auto &[Name, Places] : *Words) {
    if (Places.size() > Many)
      continue;
    for (const WordPlace &Place : Places)
      if (std::set<std::string> Units = From.Verdicts.unitsOf(Place.Where.File);
          !Units.empty())
        Files.try_emplace(Place.Where.File, std::move(Units));
    From.Words[Name] = std::move(Places);
  }
  if (Files.size() == Before)
    return Error::success();
  Uses = findUses(Query, Root, Layer, Files);
  if (!Uses)
    return Uses.takeError();
  From.Uses = std::move(*Uses);
  return Error::success();
}

static Error readTexts(RewriteSources &From) {
  std::set<std::string> Files = {"MAINTAINERS"};
  for (const auto &[File, Hashes] : From.Uses.Sources)
    Files.insert(File);
  for (const std::string &File : Files) {
    Expected<std::optional<std::string>> Text = From.Tree->read(File);
    if (!Text)
      return Text.takeError();
    From.Texts[File] = std::move(*Text);
  }
  return Error::success();
}

static std::string inside(StringRef Directory, StringRef Name) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static std::string replaceAll(StringRef In, StringRef Old, StringRef New) {
  SmallVector<StringRef, 64> Parts;
  In.split(Parts, Old);
  return join(Parts, New);
}

// The header and the knowledge that goes with it are written with the name that
// upstream came to; \p Name takes its place in both.
static Error introduce(RewriteSources &Into, StringRef KnowledgePath,
                       const RewriteQuery &Query, StringRef Kernel) {
  Expected<std::string> Text = readFile(KnowledgePath);
  Expected<std::string> Headers = kernelHeaderDirectory();
  if (!Text || !Headers)
    return joinErrors(Text.takeError(), Headers.takeError());
  Expected<KnowledgeLayer> Layer = parseKnowledgeLayer(*Text, KnowledgePath);
  if (!Layer)
    return Layer.takeError();
  Descriptor Plain = Layer->Descriptors.front();
  StringRef Upstream = Plain.Type;
  Upstream.consume_front("struct ");
  bool IsWanted =
      Query.Descriptors.empty() || Query.Descriptors.count(Plain.Name);
  for (const Descriptor &D : Into.Known.descriptors())
    IsWanted &= D.Name != Plain.Name || D.Type.empty();
  if (!IsWanted)
    return Error::success();
  Expected<std::string> Header = readFile(inside(*Headers, Plain.Header));
  if (!Header)
    return Header.takeError();
  auto Chosen = Query.Names.find(Plain.Name);
  StringRef Name = Chosen != Query.Names.end() ? StringRef(Chosen->second)
                                               : StringRef(Plain.Name);
  auto Renamed = [&](std::string In) {
    In = replaceAll(In, Upstream, Name);
    return replaceAll(In, Upstream.upper(), Name.upper());
  };
  Layer = parseKnowledgeLayer(Renamed(*Text), KnowledgePath);
  if (!Layer)
    return Layer.takeError();
  Into.Known.add(*Layer);
  const Descriptor &D = Layer->Descriptors.front();
  Into.Introduced.push_back(
      introducedHeader(D, Renamed(*Header), Kernel, Into.Uses));
  std::map<std::string, std::set<std::string>> Calls;
  for (const ApiPair &Pair : Layer->Api)
    if (Pair.Source != D.Header)
      Calls[Pair.Source].insert(Pair.Call);
  for (auto &[Path, Names] : Calls) {
    Expected<std::string> More = readFile(inside(*Headers, Path));
    if (!More)
      return More.takeError();
    Into.Introduced.push_back(
        introducedCalls(D, Path, Renamed(*More), Kernel, std::move(Names)));
  }
  return Error::success();
}

static Error introduceAll(RewriteSources &Into, const RewriteQuery &Query,
                          StringRef KnowledgeDirectory, StringRef Kernel) {
  std::vector<std::string> Paths;
  std::error_code Code;
  std::string Directory = inside(KnowledgeDirectory, "introduced");
  for (sys::fs::directory_iterator It(Directory, Code), End; It != End && !Code;
       It.increment(Code))
    if (sys::path::extension(It->path()) == ".yaml")
      Paths.push_back(It->path());
  llvm::sort(Paths);
  for (const std::string &Path : Paths)
    if (Error E = introduce(Into, Path, Query, Kernel))
      return E;
  return Error::success();
}

Expected<RewriteSources>
pagesplit::gatherRewriteSources(const RewriteQuery &Query,
                                function_ref<Error(const SourceTree &)> Check) {
  RewriteSources From;
  UnitQuery Units;
  Units.Build = Query.Build;
  Units.SourceRoot = Query.SourceRoot;
  Expected<UnitSelection> Selected = selectUnits(Units);
  if (!Selected)
    return Selected.takeError();
  Expected<SourceTree> Tree = SourceTree::at(Selected->SourceRoot);
  if (!Tree)
    return Tree.takeError();
  From.Tree = std::move(*Tree);
  if (Error E = Check(*From.Tree))
    return std::move(E);
  Expected<Sqlite> Database = openDatabase(Query.Database);
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Database || !Directory)
    return joinErrors(Database.takeError(), Directory.takeError());
  std::string Kernel = meta(*Database, "kernel");
  std::string Layer =
      Query.Layer.empty() ? layerFor(*Directory, Kernel) : Query.Layer;
  Expected<Knowledge> Known = loadKnowledge(*Directory, Layer);
  if (!Known)
    return Known.takeError();
  From.Known = std::move(*Known);
  Expected<VerdictIndex> Verdicts = VerdictIndex::load(*Database);
  if (!Verdicts)
    return Verdicts.takeError();
  From.Verdicts = std::move(*Verdicts);
  Statement Rows(*Database, "SELECT file, subsystem FROM source_subsystem");
  while (Rows.step())
    From.Subsystems[Rows.text(0).str()] = Rows.text(1).str();
  auto Files = filesFor(Query, From.Verdicts, From.Paths);
  if (!Files)
    return Files.takeError();
  if (Error E = readUses(From, Query, Layer, std::move(*Files)))
    return std::move(E);
  if (Query.MayIntroduce)
    if (Error E = introduceAll(From, Query, *Directory,
                               Query.Layer.empty() ? Kernel : Query.Layer))
      return std::move(E);
  if (Error E = readTexts(From))
    return std::move(E);
  return std::move(From);
}
