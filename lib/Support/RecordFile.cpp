//===- RecordFile.cpp - one JSON object a line ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Support/RecordFile.h"

#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"

using namespace llvm;
using namespace pagesplit;

RecordWriter::RecordWriter(const RecordFormat &Format, raw_ostream &Out)
    : Out(Out) {
  line(Format.Word, Format.Version);
}

RecordWriter::~RecordWriter() { line("end", Lines); }

void RecordWriter::line(StringRef Word, json::Value Value) {
  Out << json::Value(json::Object{{Word, std::move(Value)}}) << '\n';
  ++Lines;
}

namespace {
/// Reads one file line by line and knows where it is.
class Reader {
public:
  Reader(StringRef Text, StringRef Name, const RecordFormat &Format,
         TakeRecord Take)
      : Rest(Text), Name(Name), Format(Format), Take(Take) {}
  Error run();

private:
  Error parseLine(StringRef Text);
  Error record(StringRef Word, const json::Value &Value);
  Error head(StringRef Word, const json::Value &Version) const;
  Error end(const json::Value &Count);
  Error at(unsigned Column, const Twine &Message) const {
    return errorAt(Name, Line, Column, Message);
  }

  StringRef Rest;
  StringRef Name;
  const RecordFormat &Format;
  TakeRecord Take;
  unsigned Line = 0;
  bool Ended = false;
};
} // namespace

Error Reader::head(StringRef Word, const json::Value &Version) const {
  if (Word != Format.Word)
    return at(1, "not a pagesplit " + Format.What);
  std::optional<uint64_t> Number = Version.getAsUINT64();
  if (Number == Format.Version)
    return Error::success();
  return at(1, Format.What + Twine(" of format version ") +
                   (Number ? Twine(*Number) : Twine("?")) +
                   ", this pagesplit reads version " + Twine(Format.Version) +
                   "; " + Format.Remedy);
}

Error Reader::end(const json::Value &Count) {
  Ended = true;
  if (Count.getAsUINT64() == Line - 1)
    return Error::success();
  return at(1, "the last line does not count the " + Twine(Line - 1) +
                   " lines before it: lines were lost or added");
}

Error Reader::record(StringRef Word, const json::Value &Value) {
  json::Path::Root Root(Word);
  std::optional<bool> Fits = Take(Word, Value, Root);
  if (!Fits)
    return at(3, "unknown record '" + Word + "'");
  return *Fits ? Error::success() : at(1, toString(Root.getError()));
}

Error Reader::parseLine(StringRef Text) {
  if (Ended)
    return at(1, "text after the last line of the " + Format.What);
  Expected<json::Value> Value = parseJson(Text, Name, Line);
  if (!Value)
    return Value.takeError();
  json::Object *Object = Value->getAsObject();
  if (!Object || Object->size() != 1)
    return at(1, "expected an object with one key");
  StringRef Word = Object->begin()->first;
  const json::Value &Inner = Object->begin()->second;
  if (Line == 1)
    return head(Word, Inner);
  return Word == "end" ? end(Inner) : record(Word, Inner);
}

Error Reader::run() {
  while (!Rest.empty()) {
    auto [Text, Tail] = Rest.split('\n');
    ++Line;
    if (Error E = parseLine(Text))
      return E;
    Rest = Tail;
  }
  if (Ended)
    return Error::success();
  return at(1, "the " + Format.What + " is cut off");
}

Error pagesplit::readRecords(StringRef Text, StringRef Name,
                             const RecordFormat &Format, TakeRecord Take) {
  return Reader(Text, Name, Format, Take).run();
}
