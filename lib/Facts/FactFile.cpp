//===- FactFile.cpp - facts written down ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Facts/FactFile.h"

#include "FactJson.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Printer {
public:
  explicit Printer(raw_ostream &Out) : Out(Out) {}

  template <typename T> void plain(const std::set<T, ByKey> &Facts) {
    for (const T &Fact : Facts)
      line(factWord<T>(), toJSON(Fact));
  }

  template <typename T> void labelled(const Labelled<T> &Facts) {
    for (const auto &[Fact, In] : Facts) {
      json::Object Object = toJSON(Fact);
      Object["in"] = json::Array(In);
      line(factWord<T>(), std::move(Object));
    }
  }

  void line(StringRef Word, json::Value Value) {
    Out << json::Value(json::Object{{Word, std::move(Value)}}) << '\n';
    ++Lines;
  }

  void end() { line("end", Lines); }

private:
  raw_ostream &Out;
  unsigned Lines = 0;
};

using LineSet = DenseSet<std::pair<uint64_t, uint64_t>>;

/// Reads one file line by line and knows where it is.
class Parser {
public:
  Parser(StringRef Text, StringRef Name, FactSet &Into, LineSet &Known)
      : Rest(Text), Name(Name), Into(Into), Known(Known) {}

  Error run();

  /// Read no further than the units, which come first.
  Error runUnits();

private:
  bool isKnown(StringRef Line) const;
  void remember(StringRef Line);
  Error parseLine(StringRef Text);
  Error parseHead(const json::Value &Version);
  Error parseEnd(const json::Value &Count);
  Error parseFact(StringRef Word, const json::Value &Value);
  Error checkRevision(const json::Value &Source);
  template <typename T> bool plain(StringRef Word, const json::Value &Value);
  template <typename T> bool labelled(StringRef Word, const json::Value &Value);
  Error at(unsigned Column, const Twine &Message) const {
    return errorAt(Name, LineNumber, Column, Message);
  }

  StringRef Rest;
  StringRef Name;
  FactSet &Into;
  LineSet &Known;
  json::Path::Root Root{"fact"};
  bool Refused = false;
  bool Ended = false;
  unsigned LineNumber = 0;
};

} // namespace

void pagesplit::printFacts(const FactSet &Facts, raw_ostream &Out) {
  Printer P(Out);
  P.line("pagesplit-facts", FactFileVersion);
  P.plain(Facts.units());
  P.plain(Facts.sources());
  P.plain(Facts.unitSources());
  P.labelled(Facts.layouts());
  P.labelled(Facts.layoutMembers());
  P.labelled(Facts.entities());
  P.labelled(Facts.accesses());
  P.labelled(Facts.flows());
  P.end();
}

template <typename T>
bool Parser::plain(StringRef Word, const json::Value &Value) {
  if (Word != factWord<T>())
    return false;
  T Fact;
  if (fromJSON(Value, Fact, Root))
    Into.add(std::move(Fact));
  else
    Refused = true;
  return true;
}

template <typename T>
bool Parser::labelled(StringRef Word, const json::Value &Value) {
  if (Word != factWord<T>())
    return false;
  T Fact;
  std::set<std::string> In;
  const json::Object *Object = Value.getAsObject();
  const json::Array *Labels = Object ? Object->getArray("in") : nullptr;
  if (Labels)
    for (const json::Value &Label : *Labels)
      In.insert(Label.getAsString().value_or("").str());
  if (In.empty() || In.count("")) {
    json::Path(Root).field("in").report("expected configuration labels");
    Refused = true;
  } else if (fromJSON(Value, Fact, Root)) {
    Into.add(std::move(Fact), In);
  } else {
    Refused = true;
  }
  return true;
}

Error Parser::parseFact(StringRef Word, const json::Value &Value) {
  bool Known =
      plain<Unit>(Word, Value) || plain<SourceFile>(Word, Value) ||
      plain<UnitSource>(Word, Value) || labelled<Layout>(Word, Value) ||
      labelled<LayoutMember>(Word, Value) || labelled<Entity>(Word, Value) ||
      labelled<Access>(Word, Value) || labelled<Flow>(Word, Value);
  if (!Known)
    return at(3, "unknown fact '" + Word + "'");
  if (Refused)
    return at(1, toString(Root.getError()));
  return Word == factWord<SourceFile>() ? checkRevision(Value)
                                        : Error::success();
}

// Lines and offsets of two versions of a file do not go together. What a build
// made differs from one configuration to the next.
Error Parser::checkRevision(const json::Value &Source) {
  StringRef File = Source.getAsObject()->getString("file").value_or("");
  auto First = Into.sources().lower_bound(SourceFile{File.str(), ""});
  if (File.starts_with("@") || std::next(First) == Into.sources().end() ||
      std::next(First)->File != File)
    return Error::success();
  return at(1, "'" + File +
                   "' is another version of the file than in facts "
                   "read before; extract both from one tree");
}

Error Parser::parseHead(const json::Value &Version) {
  std::optional<uint64_t> Number = Version.getAsUINT64();
  if (Number == FactFileVersion)
    return Error::success();
  return at(1, "fact file of format version " +
                   (Number ? Twine(*Number) : Twine("?")) +
                   ", this pagesplit reads version " + Twine(FactFileVersion) +
                   "; extract again");
}

Error Parser::parseEnd(const json::Value &Count) {
  Ended = true;
  if (Count.getAsUINT64() == LineNumber - 1)
    return Error::success();
  return at(1, "the last line does not count the " + Twine(LineNumber - 1) +
                   " lines before it: lines were lost or added");
}

Error Parser::parseLine(StringRef Text) {
  if (Ended)
    return at(1, "text after the last line of the fact file");
  Expected<json::Value> Value = parseJson(Text, Name, LineNumber);
  if (!Value)
    return Value.takeError();
  json::Object *Object = Value->getAsObject();
  if (!Object || Object->size() != 1)
    return at(1, "expected an object with one key");
  StringRef Word = Object->begin()->first;
  const json::Value &Inner = Object->begin()->second;
  if (LineNumber == 1)
    return Word == "pagesplit-facts" ? parseHead(Inner)
                                     : at(1, "not a pagesplit fact file");
  if (Word == "end")
    return parseEnd(Inner);
  return parseFact(Word, Inner);
}

// The first and the last line say something about this file, so they are read
// in every one.
static bool isAboutFile(StringRef Line) {
  return Line.starts_with("{\"end\":") ||
         Line.starts_with("{\"pagesplit-facts\":");
}

bool Parser::isKnown(StringRef Line) const {
  if (Ended || LineNumber == 1 || isAboutFile(Line))
    return false;
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Line));
  return Known.contains({Hash.low64, Hash.high64});
}

void Parser::remember(StringRef Line) {
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Line));
  Known.insert({Hash.low64, Hash.high64});
}

Error Parser::run() {
  while (!Rest.empty()) {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    ++LineNumber;
    if (isKnown(Line))
      continue;
    if (Error E = parseLine(Line))
      return E;
    remember(Line);
  }
  if (!Ended)
    return errorAt(Name, LineNumber + 1, 1,
                   LineNumber ? "truncated: the last line is missing"
                              : "empty, not a fact file");
  return Error::success();
}

Error Parser::runUnits() {
  do {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    ++LineNumber;
    if (Error E = parseLine(Line))
      return E;
  } while (Rest.starts_with("{\"unit\":"));
  return Error::success();
}

Expected<std::vector<Unit>> pagesplit::readUnits(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  FactSet Facts;
  LineSet Known;
  if (Error E = Parser(*Text, Path, Facts, Known).runUnits())
    return std::move(E);
  return std::vector<Unit>(Facts.units().begin(), Facts.units().end());
}

Error FactReader::parse(StringRef Text, StringRef Name) {
  return Parser(Text, Name, Into, Known).run();
}

Error FactReader::read(StringRef Path) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parse(*Text, Path);
}
