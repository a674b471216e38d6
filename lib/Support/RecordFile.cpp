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
         TakeRecord Take, SkipRecord Skip)
      : Rest(Text), Name(Name), Format(Format), Take(Take), Skip(Skip) {}

  /// Read all that begins with \p Prefix behind the first line, and the whole
  /// file when that is nothing.
  Error run(StringRef Prefix);

private:
  bool isSkipped(StringRef Text) const {
    return Skip && Line > 1 && !Ended && Skip(Text);
  }
  Error parseLine(StringRef Text);
  Error head(StringRef Word, const json::Value &Version) const;
  Error end(const json::Value &Count);
  Error at(unsigned Column, const Twine &Message) const {
    return errorAt(Name, Line, Column, Message);
  }

  StringRef Rest;
  StringRef Name;
  const RecordFormat &Format;
  TakeRecord Take;
  SkipRecord Skip;
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
  return Word == "end" ? end(Inner)
                       : Take({Word, Inner, Text, Format, Name, Line});
}

Error Reader::run(StringRef Prefix) {
  while (!Rest.empty() && (!Line || Rest.starts_with(Prefix))) {
    auto [Text, Tail] = Rest.split('\n');
    Rest = Tail;
    ++Line;
    if (isSkipped(Text))
      continue;
    if (Error E = parseLine(Text))
      return E;
  }
  if (Ended || (Line && !Prefix.empty()))
    return Error::success();
  ++Line;
  return at(1, Line > 1 ? "truncated: the last line is missing"
                        : "empty, not " + Format.Article + " " + Format.What);
}

Error RecordLine::fault(const Twine &Why) const {
  return errorAt(File, Line, 1, Why);
}

Error RecordLine::unknown() const {
  return errorAt(File, Line, 3, "unknown " + Format.Record + " '" + Word + "'");
}

Error pagesplit::readRecords(StringRef Text, StringRef Name,
                             const RecordFormat &Format, TakeRecord Take,
                             SkipRecord Skip) {
  return Reader(Text, Name, Format, Take, Skip).run("");
}

Error pagesplit::readFirstRecords(StringRef Text, StringRef Name,
                                  const RecordFormat &Format, StringRef Word,
                                  TakeRecord Take) {
  return Reader(Text, Name, Format, Take, nullptr)
      .run(("{\"" + Word + "\":").str());
}
