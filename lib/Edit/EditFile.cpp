//===- EditFile.cpp - an edit set written down ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditFile.h"

#include "EditJson.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

namespace {

class Printer {
public:
  explicit Printer(raw_ostream &Out) : Out(Out) {
    line("pagesplit-edits", EditFileVersion);
  }
  ~Printer() { line("end", Lines); }

  void line(StringRef Word, json::Value Value) {
    Out << json::Value(json::Object{{Word, std::move(Value)}}) << '\n';
    ++Lines;
  }
  void source(StringRef File, StringRef Hash) {
    json::Object Object{{"file", File}};
    if (Hash == NoFileYet)
      Object["new"] = true;
    else
      Object["hash"] = Hash;
    line("source", std::move(Object));
  }
  void refused(StringRef Name, const Finding &F) {
    line("refused", json::Object{{"group", Name}, {"why", toJSON(F)}});
  }

private:
  raw_ostream &Out;
  unsigned Lines = 0;
};

class Parser {
public:
  Parser(StringRef Text, StringRef Name, EditSet &Into)
      : Rest(Text), Name(Name), Into(Into) {}
  Error run();

private:
  Error parseLine(StringRef Text);
  Error parseRecord(StringRef Word, const json::Value &Value);
  Error checkHead(StringRef Word, const json::Value &Version);
  Error checkEnd(const json::Value &Count);
  Error at(unsigned Column, const Twine &Message) const {
    return errorAt(Name, Line, Column, Message);
  }

  StringRef Rest;
  StringRef Name;
  EditSet &Into;
  unsigned Line = 0;
  bool Ended = false;
};

} // namespace

void pagesplit::printEdits(const EditSet &Edits, raw_ostream &Out) {
  Printer P(Out);
  for (const auto &[File, Hashes] : Edits.sources())
    for (const std::string &Hash : Hashes)
      P.source(File, Hash);
  for (const auto &[Name, Group] : Edits.groups())
    P.line("group", toJSON(Group));
  for (const auto &[Name, Why] : Edits.refusals())
    for (const Finding &F : Why)
      P.refused(Name, F);
  for (const Finding &F : Edits.findings())
    P.line("finding", toJSON(F));
}

void pagesplit::printEdits(const ResolvedEdits &Edits, raw_ostream &Out) {
  Printer P(Out);
  for (const auto &[File, Hash] : Edits.Sources)
    P.source(File, Hash);
  for (const EditGroup &Group : Edits.Groups)
    P.line("group", toJSON(Group));
  for (const Finding &F : Edits.Findings)
    P.line("finding", toJSON(F));
}

Error Parser::parseRecord(StringRef Word, const json::Value &Value) {
  json::Path::Root Root(Word);
  bool Good = false;
  if (Word == "group") {
    EditGroup Group;
    if ((Good = fromJSON(Value, Group, Root)))
      Into.add(std::move(Group));
  } else if (Word == "finding") {
    Finding F;
    if ((Good = fromJSON(Value, F, Root)))
      Into.add(std::move(F));
  } else if (Word == "source") {
    SourceRecord Source;
    if ((Good = fromJSON(Value, Source, Root)))
      Into.addSource(Source.File, Source.Hash);
  } else if (Word == "refused") {
    RefusedRecord Refused;
    if ((Good = fromJSON(Value, Refused, Root)))
      Into.refuse(Refused.Group, Refused.Why);
  } else {
    return at(3, "unknown record '" + Word + "'");
  }
  return Good ? Error::success() : at(1, toString(Root.getError()));
}

Error Parser::checkHead(StringRef Word, const json::Value &Version) {
  if (Word != "pagesplit-edits")
    return at(1, "not a pagesplit edit file");
  std::optional<uint64_t> Number = Version.getAsUINT64();
  if (Number == EditFileVersion)
    return Error::success();
  return at(1, "edit file of format version " +
                   (Number ? Twine(*Number) : Twine("?")) +
                   ", this pagesplit reads version " + Twine(EditFileVersion) +
                   "; rewrite again");
}

Error Parser::checkEnd(const json::Value &Count) {
  Ended = true;
  if (Count.getAsUINT64() == Line - 1)
    return Error::success();
  return at(1, "the last line does not count the " + Twine(Line - 1) +
                   " lines before it: lines were lost or added");
}

Error Parser::parseLine(StringRef Text) {
  if (Ended)
    return at(1, "text after the last line of the edit file");
  Expected<json::Value> Value = parseJson(Text, Name, Line);
  if (!Value)
    return Value.takeError();
  json::Object *Object = Value->getAsObject();
  if (!Object || Object->size() != 1)
    return at(1, "expected an object with one key");
  StringRef Word = Object->begin()->first;
  const json::Value &Inner = Object->begin()->second;
  if (Line == 1)
    return checkHead(Word, Inner);
  return Word == "end" ? checkEnd(Inner) : parseRecord(Word, Inner);
}

Error Parser::run() {
  while (!Rest.empty()) {
    auto [Text, Tail] = Rest.split('\n');
    Rest = Tail;
    ++Line;
    if (Error E = parseLine(Text))
      return E;
  }
  if (Ended)
    return Error::success();
  ++Line;
  return at(1, Line > 1 ? "truncated: the last line is missing"
                        : "empty, not an edit file");
}

Error pagesplit::parseEdits(StringRef Text, StringRef Name, EditSet &Into) {
  return Parser(Text, Name, Into).run();
}

Error pagesplit::readEdits(StringRef Path, EditSet &Into) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseEdits(*Text, Path, Into);
}
