//===- ReportSeries.cpp - what a series makes of each access --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSeries.h"

#include "pagesplit/Edit/Series.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

namespace {

struct Hunk {
  std::string File;
  long FirstLine = 0, Lines = 0; ///< before the patch
  std::string Text;

  /// How far \p Line is from it; 0: in it.
  long distance(long Line) const {
    if (Line < FirstLine)
      return FirstLine - Line;
    return std::max(0L, Line - (FirstLine + Lines - 1));
  }
};

struct PatchText {
  std::string Subject;
  std::vector<Hunk> Hunks;
};

} // namespace

// "@@ -10,7 +10,8 @@ f()".
static bool beginHunk(StringRef Line, Hunk &H) {
  if (!Line.consume_front("@@ -"))
    return false;
  H.FirstLine = 0;
  H.Lines = 1;
  Line.consumeInteger(10, H.FirstLine);
  if (Line.consume_front(","))
    Line.consumeInteger(10, H.Lines);
  H.Text.clear();
  return true;
}

static PatchText readPatch(StringRef Mail) {
  PatchText Patch;
  bool InSubject = false, InHunk = false;
  Hunk Now;
  auto End = [&] {
    if (InHunk)
      Patch.Hunks.push_back(Now);
    InHunk = false;
  };
  for (StringRef Rest = Mail; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    if (Patch.Subject.empty() && Line.consume_front("Subject: ")) {
      Patch.Subject = Line.split("] ").second.str();
      InSubject = true;
      continue;
    }
    if (InSubject && Line.starts_with(" "))
      Patch.Subject += Line;
    else
      InSubject = false;
    if (InHunk && !Line.empty() && StringRef(" +-\\").contains(Line[0]) &&
        Line != "-- ") {
      Now.Text += Line.str() + "\n";
      continue;
    }
    End();
    if (Line.consume_front("--- a/"))
      Now.File = Line.str();
    InHunk = !Now.File.empty() && beginHunk(Line, Now);
  }
  End();
  return Patch;
}

static const Hunk *hunkFor(const PatchText &Patch, StringRef File, long Line) {
  const Hunk *Best = nullptr;
  for (const Hunk &H : Patch.Hunks)
    if (H.File == File && (!Best || H.distance(Line) < Best->distance(Line)))
      Best = &H;
  return Best;
}

static std::string inside(StringRef Directory, StringRef Name) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static void addProposals(const PlannedPatch &Plan, StringRef FileName,
                         const PatchText &Text,
                         const std::map<StringRef, const EditGroup *> &Groups,
                         std::map<std::string, Proposal> &To) {
  for (const std::string &Name : Plan.Groups) {
    auto Group = Groups.find(Name);
    if (Group == Groups.end())
      continue;
    for (const std::string &Access : Group->second->Accesses) {
      auto [Place, Column] = StringRef(Access).rsplit(':');
      auto [File, LineText] = Place.rsplit(':');
      long Line = 0;
      LineText.getAsInteger(10, Line);
      if (const Hunk *H = hunkFor(Text, File, Line))
        To[Access] = {FileName.str(), Text.Subject, Plan.Proof, H->Text};
    }
  }
}

Expected<std::map<std::string, Proposal>>
pagesplit::proposalsOf(StringRef Directory) {
  Expected<WrittenSeries> Series = readSeries(Directory);
  if (!Series)
    return Series.takeError();
  Expected<std::string> Order = readFile(inside(Directory, "series"));
  if (!Order)
    return Order.takeError();
  SmallVector<StringRef, 0> Names;
  StringRef(*Order).split(Names, '\n', -1, /*KeepEmpty=*/false);
  if (Names.size() != Series->Plan.size())
    return errorIn(Directory, "series and series.json name different patches");
  std::map<StringRef, const EditGroup *> Groups;
  for (const EditGroup &G : Series->Edits.Groups)
    Groups[G.Name] = &G;
  std::map<std::string, Proposal> Found;
  for (const auto &[Name, Plan] : zip(Names, Series->Plan)) {
    Expected<std::string> Mail = readFile(inside(Directory, Name));
    if (!Mail)
      return Mail.takeError();
    addProposals(Plan, Name, readPatch(*Mail), Groups, Found);
  }
  return std::move(Found);
}
