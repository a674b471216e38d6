//===- BuildRules.cpp - the symbols that make kbuild build a file ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Mentions/BuildRules.h"

#include "pagesplit/Mentions/Mentions.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

// Composite objects within composite objects.
static constexpr unsigned DeepestNesting = 6;

static void append(std::vector<std::string> &To,
                   const std::vector<std::string> &From) {
  for (const std::string &Symbol : From)
    if (!is_contained(To, Symbol))
      To.push_back(Symbol);
}

// "obj-$(CONFIG_X)" is about obj, "ext4-y" and "ext4-objs" about ext4; "" is
// about nothing that is built.
static StringRef targetOf(StringRef Variable) {
  if (size_t At = Variable.find("-$("); At != StringRef::npos)
    return Variable.take_front(At);
  for (StringRef Suffix : {"-y", "-m", "-objs"})
    if (Variable.consume_back(Suffix))
      return Variable;
  return "";
}

// The lines of a Makefile, continued ones in one piece, without comments.
static void forEachLine(StringRef Text, function_ref<void(StringRef)> See) {
  std::string Line;
  while (!Text.empty()) {
    auto [First, Rest] = Text.split('\n');
    Text = Rest;
    First = First.rtrim();
    bool GoesOn = First.consume_back("\\");
    Line += First.take_until([](char C) { return C == '#'; });
    Line += ' ';
    if (GoesOn)
      continue;
    See(StringRef(Line).trim());
    Line.clear();
  }
}

const BuildRules::Makefile &BuildRules::makefileOf(StringRef Directory) {
  auto [Entry, IsNew] = Makefiles.try_emplace(Directory.str());
  Makefile &Known = Entry->second;
  if (!IsNew)
    return Known;
  SmallString<256> Base(Root);
  sys::path::append(Base, Directory);
  Expected<std::string> Text = readFile((Base + "/Kbuild").str());
  if (!Text) {
    consumeError(Text.takeError());
    Text = readFile((Base + "/Makefile").str());
  }
  if (!Text) {
    consumeError(Text.takeError());
    return Known; // no Makefile builds nothing
  }
  // One symbol, or none, for each open conditional.
  std::vector<std::vector<std::string>> Conditionals;
  forEachLine(*Text, [&](StringRef Line) {
    if (Line.starts_with("if")) {
      bool Asks = Line.starts_with("ifdef") || Line.starts_with("ifeq") ||
                  Line.starts_with("ifneq");
      bool WantsOff = (Line.starts_with("ifeq") && Line.ends_with(",)")) ||
                      (Line.starts_with("ifneq") && !Line.ends_with(",)"));
      Conditionals.push_back(Asks && !WantsOff ? configSymbolsIn(Line)
                                               : std::vector<std::string>());
      return;
    }
    if (Line.starts_with("else") && !Conditionals.empty())
      return Conditionals.back().clear();
    if (Line.starts_with("endif") && !Conditionals.empty())
      return Conditionals.pop_back();
    size_t Equals = Line.find('=');
    if (Equals == StringRef::npos)
      return;
    StringRef Variable = Line.take_front(Equals).rtrim("+:? \t");
    StringRef Target = targetOf(Variable);
    if (Target.empty())
      return;
    Listed Use{Target.str(), {}};
    for (const auto &Symbols : Conditionals)
      append(Use.Symbols, Symbols);
    append(Use.Symbols, configSymbolsIn(Variable));
    SmallVector<StringRef, 16> Words;
    SplitString(Line.drop_front(Equals + 1), Words);
    for (StringRef Word : Words)
      Known.insert({Word.str(), Use});
  });
  return Known;
}

std::vector<std::string> BuildRules::symbolsForDirectory(StringRef Directory) {
  std::vector<std::string> Symbols;
  if (Directory.empty())
    return Symbols;
  StringRef Parent = sys::path::parent_path(Directory);
  // Some are listed further up: fs/foo/ may be built by "foo/bar/".
  for (StringRef Above = Parent;; Above = sys::path::parent_path(Above)) {
    StringRef Word = Directory.drop_front(Above.empty() ? 0 : Above.size() + 1);
    const Makefile &Known = makefileOf(Above);
    auto Found = Known.find((Word + "/").str());
    if (Found != Known.end()) {
      Symbols = symbolsForDirectory(Above);
      append(Symbols, Found->second.Symbols);
      return Symbols;
    }
    if (Above.empty())
      return symbolsForDirectory(Parent);
  }
}

std::optional<std::vector<std::string>>
BuildRules::symbolsForObject(StringRef Directory, StringRef Object,
                             unsigned Depth) {
  if (Depth > DeepestNesting)
    return std::nullopt;
  const Makefile &Known = makefileOf(Directory);
  std::optional<std::vector<std::string>> Best;
  auto [Begin, End] = Known.equal_range(Object.str());
  for (auto It = Begin; It != End; ++It) {
    const Listed &Use = It->second;
    std::vector<std::string> Symbols;
    if (is_contained({"obj", "lib", "core", "head", "drivers", "net"},
                     Use.Target)) {
      Symbols = symbolsForDirectory(Directory);
    } else {
      // A composite object, or a list that another one includes.
      auto Whole = symbolsForObject(Directory, Use.Target + ".o", Depth + 1);
      for (StringRef Suffix : {"-y", "-objs"})
        if (!Whole)
          Whole = symbolsForObject(
              Directory, ("$(" + Use.Target + Suffix + ")").str(), Depth + 1);
      if (!Whole)
        continue;
      Symbols = std::move(*Whole);
    }
    append(Symbols, Use.Symbols);
    // Of several ways the one that asks for least.
    if (!Best || Symbols.size() < Best->size())
      Best = std::move(Symbols);
  }
  return Best;
}

std::optional<std::vector<std::string>> BuildRules::symbolsFor(StringRef File) {
  StringRef Stem = File;
  if (!Stem.consume_back(".c"))
    return std::nullopt;
  for (StringRef Directory = sys::path::parent_path(File);;
       Directory = sys::path::parent_path(Directory)) {
    StringRef Object =
        Stem.drop_front(Directory.empty() ? 0 : Directory.size() + 1);
    if (auto Symbols = symbolsForObject(Directory, (Object + ".o").str(), 0))
      return Symbols;
    if (Directory.empty())
      return std::nullopt;
  }
}
