//===- FactFile.cpp - facts written down ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/FactFile.h"

#include "FactJson.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/RecordFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace pagesplit;

static constexpr RecordFormat Format = {
    "pagesplit-facts", FactFileVersion, "a",
    "fact file",       "fact",          "extract again"};

template <typename T>
static void print(RecordWriter &W, const std::set<T, ByKey> &Facts) {
  for (const T &Fact : Facts)
    W.line(factWord<T>(), toJSON(Fact));
}

template <typename T>
static void print(RecordWriter &W, const Labelled<T> &Facts) {
  for (const auto &[Fact, In] : Facts) {
    json::Object Object = toJSON(Fact);
    Object["in"] = json::Array(In);
    W.line(factWord<T>(), std::move(Object));
  }
}

void pagesplit::printFacts(const FactSet &Facts, raw_ostream &Out) {
  RecordWriter W(Format, Out);
  print(W, Facts.units());
  print(W, Facts.sources());
  print(W, Facts.unitSources());
  print(W, Facts.compiledLines());
  print(W, Facts.layouts());
  print(W, Facts.layoutMembers());
  print(W, Facts.entities());
  print(W, Facts.accesses());
  print(W, Facts.flows());
}

template <typename T>
static Error takePlain(const RecordLine &Line, FactSet &Into) {
  Expected<T> Fact = Line.as<T>();
  if (!Fact)
    return Fact.takeError();
  Into.add(std::move(*Fact));
  return Error::success();
}

template <typename T>
static Error takeLabelled(const RecordLine &Line, FactSet &Into) {
  std::set<std::string> In;
  const json::Object *Object = Line.Value.getAsObject();
  const json::Array *Labels = Object ? Object->getArray("in") : nullptr;
  if (Labels)
    for (const json::Value &Label : *Labels)
      In.insert(Label.getAsString().value_or("").str());
  if (In.empty() || In.count(""))
    return Line.fault("expected configuration labels at " + Line.Word + ".in");
  Expected<T> Fact = Line.as<T>();
  if (!Fact)
    return Fact.takeError();
  Into.add(std::move(*Fact), In);
  return Error::success();
}

// Lines and offsets of two versions of a file do not go together. What a build
// made differs from one configuration to the next.
static Error takeSource(const RecordLine &Line, FactSet &Into) {
  if (Error E = takePlain<SourceFile>(Line, Into))
    return E;
  StringRef File = Line.Value.getAsObject()->getString("file").value_or("");
  auto First = Into.sources().lower_bound(SourceFile{File.str(), ""});
  if (File.starts_with("@") || std::next(First) == Into.sources().end() ||
      std::next(First)->File != File)
    return Error::success();
  return Line.fault("'" + File +
                    "' is another version of the file than in facts read "
                    "before; extract both from one tree");
}

// Whoever unites stretches relies on their order.
static Error takeCompiled(const RecordLine &Line, FactSet &Into) {
  Expected<CompiledLines> Fact = Line.as<CompiledLines>();
  if (!Fact)
    return Fact.takeError();
  const std::vector<unsigned> &Lines = Fact->Lines;
  bool IsOrdered = Lines.size() % 2 == 0 && (Lines.empty() || Lines[0] > 0);
  for (size_t I = 1; I < Lines.size(); ++I)
    IsOrdered &= I % 2 ? Lines[I - 1] <= Lines[I] : Lines[I - 1] + 1 < Lines[I];
  if (!IsOrdered)
    return Line.fault("expected first and last lines of stretches in order at "
                      "compiled.lines");
  return takeLabelled<CompiledLines>(Line, Into);
}

static Error takeFact(const RecordLine &Line, FactSet &Into) {
  using Take = Error (*)(const RecordLine &, FactSet &);
  static const std::pair<StringRef, Take> Kinds[] = {
      {factWord<Unit>(), takePlain<Unit>},
      {factWord<SourceFile>(), takeSource},
      {factWord<UnitSource>(), takePlain<UnitSource>},
      {factWord<CompiledLines>(), takeCompiled},
      {factWord<Layout>(), takeLabelled<Layout>},
      {factWord<LayoutMember>(), takeLabelled<LayoutMember>},
      {factWord<Entity>(), takeLabelled<Entity>},
      {factWord<Access>(), takeLabelled<Access>},
      {factWord<Flow>(), takeLabelled<Flow>}};
  for (const auto &[Word, Take] : Kinds)
    if (Line.Word == Word)
      return Take(Line, Into);
  return Line.unknown();
}

Expected<std::vector<Unit>> pagesplit::readUnits(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  FactSet Facts;
  if (Error E = readFirstRecords(
          *Text, Path, Format, factWord<Unit>(),
          [&](const RecordLine &Line) { return takeFact(Line, Facts); }))
    return std::move(E);
  return std::vector<Unit>(Facts.units().begin(), Facts.units().end());
}

static std::pair<uint64_t, uint64_t> hashOf(StringRef Line) {
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Line));
  return {Hash.low64, Hash.high64};
}

Error FactReader::parse(StringRef Text, StringRef Name) {
  auto Take = [&](const RecordLine &Line) -> Error {
    if (Error E = takeFact(Line, Into))
      return E;
    Known.insert(hashOf(Line.Text));
    return Error::success();
  };
  return readRecords(Text, Name, Format, Take, [&](StringRef Line) {
    return Known.contains(hashOf(Line));
  });
}

Error FactReader::read(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parse(*Text, Path);
}
