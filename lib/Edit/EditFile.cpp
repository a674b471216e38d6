//===- EditFile.cpp - an edit set written down ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditFile.h"

#include "EditJson.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/RecordFile.h"

using namespace llvm;
using namespace pagesplit;

static constexpr RecordFormat Format = {
    "pagesplit-edits", EditFileVersion, "an",
    "edit file",       "record",        "rewrite again"};

static void printSource(RecordWriter &W, StringRef File, StringRef Hash) {
  json::Object Object{{"file", File}};
  if (Hash == NoFileYet)
    Object["new"] = true;
  else
    Object["hash"] = Hash;
  W.line("source", std::move(Object));
}

void pagesplit::printEdits(const EditSet &Edits, raw_ostream &Out) {
  RecordWriter W(Format, Out);
  for (const auto &[File, Hashes] : Edits.sources())
    for (const std::string &Hash : Hashes)
      printSource(W, File, Hash);
  for (const auto &[Name, Group] : Edits.groups())
    W.line("group", toJSON(Group));
  for (const auto &[Name, Why] : Edits.refusals())
    for (const Finding &F : Why)
      W.line("refused", json::Object{{"group", Name}, {"why", toJSON(F)}});
  for (const Finding &F : Edits.findings())
    W.line("finding", toJSON(F));
}

void pagesplit::printEdits(const ResolvedEdits &Edits, raw_ostream &Out) {
  RecordWriter W(Format, Out);
  for (const auto &[File, Hash] : Edits.Sources)
    printSource(W, File, Hash);
  for (const EditGroup &Group : Edits.Groups)
    W.line("group", toJSON(Group));
  for (const Finding &F : Edits.Findings)
    W.line("finding", toJSON(F));
}

template <typename T, typename AddTo>
static Error take(const RecordLine &Line, AddTo Add) {
  Expected<T> Record = Line.as<T>();
  if (!Record)
    return Record.takeError();
  Add(std::move(*Record));
  return Error::success();
}

Error pagesplit::parseEdits(StringRef Text, StringRef Name, EditSet &Into) {
  return readRecords(Text, Name, Format, [&](const RecordLine &Line) {
    if (Line.Word == "group")
      return take<EditGroup>(Line,
                             [&](EditGroup G) { Into.add(std::move(G)); });
    if (Line.Word == "finding")
      return take<Finding>(Line, [&](Finding F) { Into.add(std::move(F)); });
    if (Line.Word == "source")
      return take<SourceRecord>(
          Line, [&](SourceRecord S) { Into.addSource(S.File, S.Hash); });
    if (Line.Word == "refused")
      return take<RefusedRecord>(
          Line, [&](RefusedRecord R) { Into.refuse(R.Group, R.Why); });
    return Line.unknown();
  });
}

Error pagesplit::readEdits(StringRef Path, EditSet &Into) {
  Expected<std::string> Text = readFile(Path);
  if (!Text)
    return Text.takeError();
  return parseEdits(*Text, Path, Into);
}
