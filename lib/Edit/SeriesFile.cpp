//===- SeriesFile.cpp - a series as a directory ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/EditFile.h"
#include "pagesplit/Edit/Series.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/JsonText.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static std::string inside(StringRef Directory, StringRef Name) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static json::Value jsonOf(const SeriesPatch &Patch) {
  json::Array Notes;
  for (const std::string &Note : Patch.Notes)
    Notes.push_back(json::fixUTF8(Note));
  return json::Object{{"file", Patch.FileName},
                      {"subject", Patch.Subject},
                      {"subsystem", Patch.Plan.Subsystem},
                      {"prefix", Patch.Plan.Prefix},
                      {"proof", Patch.Plan.Proof},
                      {"accesses", Patch.Accesses},
                      {"files", json::Array(Patch.Files)},
                      {"groups", json::Array(Patch.Plan.Groups)},
                      {"notes", std::move(Notes)}};
}

static std::string jsonText(const Series &S) {
  json::Array Patches;
  for (const SeriesPatch &Patch : S.Patches)
    Patches.push_back(jsonOf(Patch));
  json::Object Sources, Findings;
  for (const auto &[File, Hash] : S.Edits.Sources)
    Sources[File] = Hash;
  for (const Finding &F : S.Edits.Findings) {
    json::Value &Count =
        Findings.try_emplace(wordOf(F.Why), int64_t(0)).first->second;
    Count = *Count.getAsInteger() + 1;
  }
  std::string Text;
  raw_string_ostream Out(Text);
  json::Object Whole{{"pagesplit-series", SeriesVersion},
                     {"patches", std::move(Patches)},
                     {"sources", std::move(Sources)},
                     {"findings", std::move(Findings)}};
  if (!S.SignedOffBy.empty())
    Whole["signed-off-by"] = S.SignedOffBy;
  Out << formatv("{0:2}\n", json::Value(std::move(Whole)));
  return Text;
}

// Blanks stand for what would end a cell.
static std::string cell(StringRef Text) {
  std::string Out = Text.str();
  for (char &C : Out)
    if (C == '\t' || C == '\n' || C == '\r')
      C = ' ';
  return Out;
}

static std::string findingsText(const std::set<Finding> &Findings) {
  std::string Text;
  raw_string_ostream Out(Text);
  Out << "reason\trewriter\tfile\tline\tcolumn\tsubject\tdetail\n";
  for (const Finding &F : Findings) {
    auto Number = [](unsigned N) { return N ? std::to_string(N) : ""; };
    Out << wordOf(F.Why) << '\t' << cell(F.Rewriter) << '\t'
        << cell(F.Where.File) << '\t' << Number(F.Where.Line) << '\t'
        << Number(F.Where.Column) << '\t' << cell(F.Subject) << '\t'
        << cell(F.Detail) << '\n';
  }
  return Text;
}

static Error writeAll(const Series &S, StringRef Directory) {
  std::string Order, Groups;
  raw_string_ostream GroupsOut(Groups);
  printEdits(S.Edits, GroupsOut);
  std::map<std::string, std::string> Files = {
      {"0000-cover-letter.patch", S.CoverLetter},
      {"series.json", jsonText(S)},
      {"groups.jsonl", Groups},
      {"findings.tsv", findingsText(S.Edits.Findings)}};
  for (const SeriesPatch &Patch : S.Patches) {
    Files[Patch.FileName] = Patch.Mail;
    Order += Patch.FileName + "\n";
  }
  Files["series"] = Order;
  for (const auto &[Name, Text] : Files)
    if (Error E = writeFileIfChanged(inside(Directory, Name), Text))
      return E;
  return Error::success();
}

Error pagesplit::requireFreeSeries(StringRef Path) {
  if (!sys::fs::exists(Path))
    return Error::success();
  std::error_code Code;
  sys::fs::directory_iterator First(Path, Code);
  if (Code)
    return errorFrom(Path, "read", Code);
  if (First != sys::fs::directory_iterator())
    return errorIn(Path, "is there already; take it away or name another "
                         "directory for the series");
  return Error::success();
}

Error pagesplit::writeSeries(const Series &S, StringRef Path) {
  Path = Path.rtrim('/');
  if (Error E = requireFreeSeries(Path))
    return E;
  if (StringRef Parent = sys::path::parent_path(Path); !Parent.empty())
    if (Error E = makeDirectory(Parent))
      return E;
  SmallString<256> Fresh;
  sys::fs::createUniquePath(Path + ".tmp-%%%%%%%%", Fresh,
                            /*MakeAbsolute=*/false);
  if (std::error_code Code =
          sys::fs::create_directory(Fresh, /*IgnoreExisting=*/false))
    return errorFrom(Path, "write", Code);
  Error Written = writeAll(S, Fresh);
  if (!Written)
    // An empty directory is replaced; one that has been filled meanwhile not.
    if (std::error_code Code = sys::fs::rename(Fresh, Path))
      Written = errorFrom(Path, "write", Code);
  if (Written)
    sys::fs::remove_directories(Fresh);
  return Written;
}

namespace pagesplit {

// Found by json::fromJSON() of a list, so it stands in the namespace.
static bool fromJSON(const json::Value &From, PlannedPatch &To, json::Path P) {
  json::ObjectMapper Map(From, P);
  return Map && Map.map("subsystem", To.Subsystem) &&
         Map.map("prefix", To.Prefix) && Map.map("proof", To.Proof) &&
         Map.map("groups", To.Groups);
}

} // namespace pagesplit

static Error readPlan(StringRef Path, WrittenSeries &To) {
  Expected<json::Value> Value = readJsonFile(Path);
  if (!Value)
    return Value.takeError();
  const json::Object *Object = Value->getAsObject();
  std::optional<int64_t> Version =
      Object ? Object->getInteger("pagesplit-series") : std::nullopt;
  if (!Version)
    return errorIn(Path, "not the description of a series");
  if (*Version != SeriesVersion)
    return errorIn(Path, "series of format version " + Twine(*Version) +
                             ", this pagesplit reads version " +
                             Twine(SeriesVersion) + "; rewrite again");
  json::Path::Root Root("series");
  const json::Value *Patches = Object->get("patches");
  if (!Patches ||
      !json::fromJSON(*Patches, To.Plan, json::Path(Root).field("patches")))
    return errorIn(Path, Patches ? toString(Root.getError())
                                 : "expected a list of patches");
  To.SignedOffBy = Object->getString("signed-off-by").value_or("").str();
  return Error::success();
}

Expected<WrittenSeries> pagesplit::readSeries(StringRef Path) {
  WrittenSeries Series;
  if (Error E = readPlan(inside(Path, "series.json"), Series))
    return std::move(E);
  EditSet Edits;
  if (Error E = readEdits(inside(Path, "groups.jsonl"), Edits))
    return std::move(E);
  Series.Edits = Edits.resolve();
  return std::move(Series);
}
