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
#include "llvm/Support/JSON.h"

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

/// Reads one file line by line and knows where it is.
class Parser {
public:
  Parser(StringRef Text, StringRef Name, FactSet &Into)
      : Rest(Text), Name(Name), Into(Into) {}

  Error run();

private:
  Error parseLine(StringRef Text);
  Error parseHead(const json::Value &Version);
  Error parseEnd(const json::Value &Count);
  Error parseFact(StringRef Word, const json::Value &Value);
  template <typename T> bool plain(StringRef Word, const json::Value &Value);
  template <typename T> bool labelled(StringRef Word, const json::Value &Value);
  Error at(unsigned Column, const Twine &Message) const {
    return errorAt(Name, LineNumber, Column, Message);
  }

  StringRef Rest;
  StringRef Name;
  FactSet &Into;
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
  bool Known = plain<Unit>(Word, Value) || plain<SourceFile>(Word, Value) ||
               plain<UnitSource>(Word, Value) ||
               labelled<Layout>(Word, Value) ||
               labelled<LayoutMember>(Word, Value) ||
               labelled<Entity>(Word, Value) || labelled<Access>(Word, Value);
  if (!Known)
    return at(3, "unknown fact '" + Word + "'");
  if (Refused)
    return at(1, toString(Root.getError()));
  return Error::success();
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

Error Parser::run() {
  while (!Rest.empty()) {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    ++LineNumber;
    if (Error E = parseLine(Line))
      return E;
  }
  if (!Ended)
    return errorAt(Name, LineNumber + 1, 1,
                   LineNumber ? "truncated: the last line is missing"
                              : "empty, not a fact file");
  return Error::success();
}

Error pagesplit::parseFacts(StringRef Text, StringRef Name, FactSet &Into) {
  return Parser(Text, Name, Into).run();
}

Error pagesplit::readFactFile(StringRef Path, FactSet &Into) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseFacts(*Text, Path, Into);
}
