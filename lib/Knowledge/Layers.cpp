//===- Layers.cpp - a knowledge file and those below it -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Knowledge/Layer.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static std::string pathOf(StringRef Directory, StringRef Layer) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Layer + ".yaml");
  return std::string(Path);
}

static Error errorAtWord(const KnowledgeLayer &Layer, const SpelledWord &Word,
                         const Twine &Message) {
  return errorAt(Layer.Path, Word.Line, Word.Column, Message);
}

static Error checkDescriptors(ArrayRef<KnowledgeLayer> Layers) {
  StringSet<> Known;
  // What is no descriptor: a bare page, any page, none, a virtual address.
  for (StringRef Name : {"page", "unknown", "nothing", "address"})
    Known.insert(Name);
  for (const KnowledgeLayer &Layer : Layers) {
    for (const Descriptor &D : Layer.Descriptors) {
      Known.insert(D.Name);
      for (const std::string &Alias : D.Aliases)
        Known.insert(Alias);
    }
    for (const KnowledgeStatement &Statement : Layer.Statements)
      for (const SpelledWord &Word : Statement.Descriptors)
        if (!Known.contains(Word.Text))
          return errorAtWord(Layer, Word,
                             "no descriptor is called '" + Word.Text + "'");
  }
  return Error::success();
}

static Error checkGone(ArrayRef<KnowledgeLayer> Layers) {
  StringSet<> Named;
  for (const KnowledgeLayer &Layer : Layers) {
    // A pair may tell what became of a call that only older kernels have.
    for (const ApiPair &Pair : Layer.Api)
      Named.insert(Pair.Page);
    for (const KnowledgeStatement &Statement : Layer.Statements)
      if (Statement.Section == KnowledgeSection::Gone &&
          !Named.contains(Statement.Name.Text))
        return errorAtWord(Layer, Statement.Name,
                           "no layer below names '" + Statement.Name.Text +
                               "'");
    for (const KnowledgeStatement &Statement : Layer.Statements) {
      Named.insert(Statement.Name.Text);
      for (const SpelledWord &Word : Statement.Kernel)
        Named.insert(Word.Text);
    }
  }
  return Error::success();
}

Expected<std::vector<KnowledgeLayer>>
pagesplit::readKnowledgeLayers(StringRef Directory, StringRef Layer) {
  std::vector<KnowledgeLayer> Layers;
  std::string Next = Layer.str();
  while (!Next.empty()) {
    for (const KnowledgeLayer &Above : Layers)
      if (Above.Layer == Next)
        return errorAtWord(Layers.back(), Layers.back().ExtendsAt,
                           "layer '" + Layers.back().Layer + "' extends '" +
                               Next + "', which extends it");
    std::string Path = pathOf(Directory, Next);
    if (!Layers.empty() && !sys::fs::exists(Path))
      return errorAtWord(Layers.back(), Layers.back().ExtendsAt,
                         "there is no layer '" + Next + "' beside this one");
    Expected<KnowledgeLayer> Read = readKnowledgeLayer(Path);
    if (!Read)
      return Read.takeError();
    if (Read->Layer != Next)
      return errorIn(Path, "the layer is called '" + Read->Layer +
                               "', not like its file");
    Next = Read->Extends;
    Layers.push_back(std::move(*Read));
  }
  std::reverse(Layers.begin(), Layers.end());
  if (Error E = checkDescriptors(Layers))
    return std::move(E);
  if (Error E = checkGone(Layers))
    return std::move(E);
  return Layers;
}

std::string pagesplit::digestOf(const std::vector<KnowledgeLayer> &Layers) {
  std::string Text;
  for (const KnowledgeLayer &Layer : Layers) {
    Text += "layer " + Layer.Layer + '\n';
    for (const KnowledgeStatement &S : Layer.Statements) {
      Text += sectionName(S.Section);
      for (const std::string &Part : {S.Name.Text, S.Detail, S.Text})
        Text += '\t' + Part;
      Text += '\n';
    }
  }
  return contentHash(Text);
}

namespace {
struct KernelVersion {
  unsigned Major = 0;
  unsigned Minor = 0;
  bool operator<(const KernelVersion &Other) const {
    return std::tie(Major, Minor) < std::tie(Other.Major, Other.Minor);
  }
};
} // namespace

// The first X.Y in \p Text.
static std::optional<KernelVersion> versionIn(StringRef Text) {
  KernelVersion Version;
  Text = Text.drop_until([](char C) { return isDigit(C); });
  if (Text.consumeInteger(10, Version.Major) || !Text.consume_front(".") ||
      Text.consumeInteger(10, Version.Minor))
    return std::nullopt;
  return Version;
}

std::string pagesplit::layerFor(StringRef Directory, StringRef Kernel) {
  std::optional<KernelVersion> Wanted = versionIn(Kernel);
  if (!Wanted)
    return "base";
  std::vector<std::pair<KernelVersion, std::string>> Known;
  std::error_code Code;
  for (sys::fs::directory_iterator I(Directory, Code), End; I != End && !Code;
       I.increment(Code)) {
    StringRef Name = sys::path::filename(I->path());
    if (!Name.starts_with("linux-") || !Name.consume_back(".yaml"))
      continue;
    if (std::optional<KernelVersion> Version = versionIn(Name))
      Known.push_back({*Version, Name.str()});
  }
  if (Known.empty())
    return "base";
  llvm::sort(Known);
  auto Above = partition_point(
      Known, [&](const auto &Layer) { return !(*Wanted < Layer.first); });
  return (Above == Known.begin() ? Above : std::prev(Above))->second;
}
