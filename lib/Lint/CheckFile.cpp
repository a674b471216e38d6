//===- CheckFile.cpp - what the checks found in a unit --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/CheckFile.h"

#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/RecordFile.h"

using namespace llvm;
using namespace pagesplit;

static constexpr RecordFormat Format = {
    "pagesplit-checks", CheckFileVersion, "a",
    "check file",       "record",         "lint again"};

namespace pagesplit {

json::Value toJSON(const LintPlace &At) {
  return json::Array{At.File, At.Line, At.Column};
}

bool fromJSON(const json::Value &From, LintPlace &To, json::Path P) {
  const json::Array *Parts = From.getAsArray();
  if (!Parts || Parts->size() != 3) {
    P.report("expected [file, line, column]");
    return false;
  }
  // LLVM 19 reads no unsigned int.
  uint64_t Line = 0, Column = 0;
  if (!fromJSON((*Parts)[0], To.File, P.index(0)) ||
      !fromJSON((*Parts)[1], Line, P.index(1)) ||
      !fromJSON((*Parts)[2], Column, P.index(2)))
    return false;
  To.Line = static_cast<unsigned>(Line);
  To.Column = static_cast<unsigned>(Column);
  return true;
}

json::Value toJSON(const LintNote &Note) {
  return json::Object{{"where", Note.Where}, {"text", Note.Text}};
}

bool fromJSON(const json::Value &From, LintNote &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("where", To.Where) && Map.map("text", To.Text);
}

json::Value toJSON(const CheckEdit &Edit) {
  return json::Object{
      {"offset", Edit.Offset}, {"length", Edit.Length}, {"text", Edit.Text}};
}

bool fromJSON(const json::Value &From, CheckEdit &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  uint64_t Offset = 0, Length = 0;
  if (!Map || !Map.map("offset", Offset) || !Map.map("length", Length) ||
      !Map.map("text", To.Text))
    return false;
  To.Offset = static_cast<unsigned>(Offset);
  To.Length = static_cast<unsigned>(Length);
  return true;
}

json::Value toJSON(const CheckDiagnostic &D) {
  json::Object Object{
      {"check", D.Check}, {"where", D.Where}, {"message", D.Message}};
  if (!D.Function.empty())
    Object["function"] = D.Function;
  if (D.Body.Line)
    Object["body"] = D.Body;
  if (!D.Macro.empty())
    Object["macro"] = D.Macro;
  if (!D.Notes.empty())
    Object["notes"] = D.Notes;
  if (D.Edit)
    Object["edit"] = *D.Edit;
  return Object;
}

bool fromJSON(const json::Value &From, CheckDiagnostic &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("check", To.Check) && Map.map("where", To.Where) &&
         Map.map("message", To.Message) &&
         Map.mapOptional("function", To.Function) &&
         Map.mapOptional("body", To.Body) &&
         Map.mapOptional("macro", To.Macro) &&
         Map.mapOptional("notes", To.Notes) && Map.map("edit", To.Edit);
}

namespace {
/// A file of the tree as a unit saw it.
struct CheckedSource {
  std::string File;
  std::string Hash;
};

bool fromJSON(const json::Value &From, CheckedSource &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("file", To.File) && Map.map("hash", To.Hash);
}
} // namespace

} // namespace pagesplit

void pagesplit::printCheckResults(const CheckResults &From, raw_ostream &Out) {
  RecordWriter Writer(Format, Out);
  if (!From.Error.empty())
    Writer.line("failed", json::Object{{"error", From.Error}});
  for (const auto &[File, Hash] : From.Sources)
    Writer.line("source", json::Object{{"file", File}, {"hash", Hash}});
  for (const CheckDiagnostic &D : From.Diagnostics)
    Writer.line("diagnostic", toJSON(D));
}

static Error takeSource(const RecordLine &Line, CheckResults &Into) {
  auto Read = Line.as<CheckedSource>();
  if (!Read)
    return Read.takeError();
  auto [Known, IsNew] = Into.Sources.try_emplace(Read->File, Read->Hash);
  if (!IsNew && Known->second != Read->Hash)
    return Line.fault(Read->File + " has changed between two units");
  return Error::success();
}

static Error takeError(const RecordLine &Line, CheckResults &Into) {
  const json::Object *Record = Line.Value.getAsObject();
  std::optional<StringRef> Text =
      Record ? Record->getString("error") : std::nullopt;
  if (!Text || Text->empty())
    return Line.fault("expected an error");
  if (Into.Error.empty())
    Into.Error = Text->str();
  return Error::success();
}

Error pagesplit::parseCheckResults(StringRef Text, StringRef Name,
                                   CheckResults &Into) {
  return readRecords(Text, Name, Format, [&](const RecordLine &Line) -> Error {
    if (Line.Word == "source")
      return takeSource(Line, Into);
    if (Line.Word == "failed")
      return takeError(Line, Into);
    if (Line.Word != "diagnostic")
      return Line.unknown();
    auto Read = Line.as<CheckDiagnostic>();
    if (!Read)
      return Read.takeError();
    Into.Diagnostics.insert(std::move(*Read));
    return Error::success();
  });
}

Error pagesplit::readCheckResults(StringRef Path, CheckResults &Into) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseCheckResults(*Text, Path, Into);
}
