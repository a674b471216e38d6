//===- Series.cpp - patches that git am takes -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Edit/Series.h"

#include "PatchMail.h"
#include "pagesplit/Edit/EditText.h"
#include "pagesplit/Support/Error.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// Applies patch after patch and writes down what each changes.
class Renderer {
public:
  Renderer(const ResolvedEdits &Edits, const FileTexts &Before,
           const SeriesStyle &Style)
      : Before(Before), Style(Style), Now(Before) {
    for (const EditGroup &Group : Edits.Groups)
      Groups[Group.Name] = &Group;
    Result.Edits = Edits;
  }
  Expected<Series> run(ArrayRef<PlannedPatch> Plan);

private:
  Error addContent(const PlannedPatch &Plan);
  Error addDiffs(PatchContent &Patch);
  std::string newSubject(const PatchContent &Patch);
  SeriesPatch render(const PatchContent &Patch, unsigned Number);

  const FileTexts &Before;
  const SeriesStyle &Style;
  std::map<std::string, const EditGroup *> Groups;
  /// The edits of the patches so far, by file.
  std::map<std::string, std::set<Edit>> EditsOf;
  FileTexts Now;
  std::vector<PatchContent> Contents;
  std::map<std::string, unsigned> Subjects;
  Series Result;
};

} // namespace

// Every patch is made from the unchanged text and all edits up to it: offsets
// never have to be carried over.
Error Renderer::addDiffs(PatchContent &Patch) {
  std::set<std::string> Touched;
  for (const EditGroup *Group : Patch.Groups)
    for (const Edit &E : Group->Edits) {
      Touched.insert(E.File);
      EditsOf[E.File].insert(E);
    }
  for (const std::string &File : Touched) {
    auto Old = Before.find(File);
    if (Old == Before.end())
      return errorIn(File, "edited without a known text");
    Expected<std::string> After =
        rewriteText(Old->second.value_or(""), File, EditsOf[File]);
    if (!After)
      return After.takeError();
    Expected<FileDiff> Diff = diffOf(File, Now[File], *After);
    if (!Diff)
      return Diff.takeError();
    if (!Diff->Text.empty())
      Patch.Diffs[File] = std::move(*Diff);
    Now[File] = std::move(*After);
  }
  return Error::success();
}

Error Renderer::addContent(const PlannedPatch &Plan) {
  PatchContent Patch;
  Patch.Plan = &Plan;
  for (const std::string &Name : Plan.Groups)
    if (auto Found = Groups.find(Name); Found != Groups.end())
      Patch.Groups.push_back(Found->second);
  if (Error E = addDiffs(Patch))
    return E;
  if (!Patch.Diffs.empty())
    Contents.push_back(std::move(Patch));
  return Error::success();
}

std::string Renderer::newSubject(const PatchContent &Patch) {
  std::string Subject = subjectOf(Patch);
  unsigned Times = ++Subjects[Subject];
  return Times == 1 ? Subject : Subject + ", part " + std::to_string(Times);
}

SeriesPatch Renderer::render(const PatchContent &Patch, unsigned Number) {
  SeriesPatch P;
  P.Plan = *Patch.Plan;
  P.Plan.Groups.clear();
  std::set<std::string> Accesses;
  for (const EditGroup *Group : Patch.Groups) {
    P.Plan.Groups.push_back(Group->Name);
    P.Notes.insert(Group->Notes.begin(), Group->Notes.end());
    Accesses.insert(Group->Accesses.begin(), Group->Accesses.end());
  }
  P.Accesses = Accesses.size();
  P.Subject = newSubject(Patch);
  P.FileName = fileNameOf(Number, P.Subject);
  std::string Below = statisticsOf(Patch.Diffs) + "\n";
  for (const auto &[File, Diff] : Patch.Diffs) {
    P.Files.push_back(File);
    Below += Diff.Text;
  }
  P.Mail = mailOf(P.Subject, Number, Contents.size(), messageOf(Patch, Style),
                  Below, Style);
  return P;
}

Expected<Series> Renderer::run(ArrayRef<PlannedPatch> Plan) {
  for (const PlannedPatch &Patch : Plan)
    if (Error E = addContent(Patch))
      return std::move(E);
  unsigned Number = 0;
  for (const PatchContent &Patch : Contents)
    Result.Patches.push_back(render(Patch, ++Number));
  Result.CoverLetter = coverLetterOf(Result, Style);
  Result.SignedOffBy = Style.SignedOffBy;
  return std::move(Result);
}

Expected<Series> pagesplit::renderSeries(ArrayRef<PlannedPatch> Plan,
                                         const ResolvedEdits &Edits,
                                         const FileTexts &Before,
                                         const SeriesStyle &Style) {
  return Renderer(Edits, Before, Style).run(Plan);
}
