//===- Verify.cpp - prove a series ----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Verify/Verify.h"

#include "AffectedUnits.h"
#include "ProofTally.h"
#include "ReplaceSeries.h"
#include "pagesplit/Edit/EditFile.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;
using namespace pagesplit;

namespace {

/// What one unit is asked in this round, and where its answers belong.
struct Question {
  UnitRequest Request;
  std::vector<unsigned> Places; ///< in the plan, of the patches asked about
  UnitProof Answer;
  bool IsAnswered = false;
};

/// One configuration.
struct Build {
  UnitSelection Selected;
  std::string Directory;
  std::vector<AffectedUnit> Units;
  std::vector<Question> Questions;
};

class SeriesVerifier {
public:
  SeriesVerifier(const VerifyRequest &Request, VerifyProgress OnProgress)
      : Request(Request), OnProgress(OnProgress) {}

  Expected<VerifyResult> run();

private:
  Error open();
  Error openBuild(StringRef Path);
  Error findUnits();
  Error askAll();
  Error ask(Build &B, const TaskMaker &Tasks);
  Error readAnswers(Build &B);
  bool learnFiles();
  Expected<bool> dropCulprits();
  void tally();
  Error writeProofs();

  const VerifyRequest &Request;
  VerifyProgress OnProgress;
  WrittenSeries Series;
  std::optional<SourceTree> Tree;
  FileTexts Before;
  std::vector<Build> Builds;
  std::vector<ProofTally> Tallies; ///< of each patch of the plan
  std::set<std::string> Compiled;  ///< "CONFIG: NAME" of units, in any round
  VerifyResult Result;
};

} // namespace

// Beside each other by the absolute path: the same build is found again,
// whatever the others are.
Error SeriesVerifier::openBuild(StringRef Path) {
  UnitQuery Query;
  Query.Build = Path.str();
  Query.SourceRoot = Request.SourceRoot;
  Expected<UnitSelection> Selected = selectUnits(Query);
  if (!Selected)
    return Selected.takeError();
  Build B;
  B.Selected = std::move(*Selected);
  SmallString<256> Real(Path);
  sys::fs::real_path(Path, Real);
  B.Directory = Request.Cache + "/" + contentHash(Real);
  Expected<SourceTree> Here = SourceTree::at(B.Selected.SourceRoot);
  if (!Here)
    return Here.takeError();
  if (Tree && Tree->root() != Here->root())
    return errorIn(Path, "a build of another source tree, " + Here->root());
  Tree = std::move(*Here);
  Builds.push_back(std::move(B));
  return Error::success();
}

Error SeriesVerifier::open() {
  Expected<WrittenSeries> Read = readSeries(Request.Series);
  if (!Read)
    return Read.takeError();
  Series = std::move(*Read);
  if (Error E = requireOnlySeries(Request.Series))
    return E;
  for (const std::string &Path : Request.Builds)
    if (Error E = openBuild(Path))
      return E;
  Expected<FileTexts> Texts = Tree->readAll(Series.Edits);
  if (!Texts)
    return Texts.takeError();
  Before = std::move(*Texts);
  return Error::success();
}

Error SeriesVerifier::findUnits() {
  std::set<std::string> Edited;
  for (const auto &[File, Hash] : Series.Edits.Sources)
    if (Hash != NoFileYet)
      Edited.insert(File);
  for (Build &B : Builds) {
    Expected<std::vector<AffectedUnit>> Units = affectedUnits(
        B.Selected, Edited, B.Directory + "/files", Request, OnProgress);
    if (!Units)
      return Units.takeError();
    B.Units = std::move(*Units);
  }
  return Error::success();
}

static const UnitStage &stage() {
  static const UnitStage Stage = {"verify-unit", ".proof", {}};
  return Stage;
}

static Error writeEdits(const ResolvedEdits &Edits, StringRef Stage,
                        std::string &Hash) {
  std::string Text;
  raw_string_ostream Out(Text);
  printEdits(Edits, Out);
  Hash = contentHash(Out.str());
  if (Error E = makeDirectory((Stage + "/edits").str()))
    return E;
  return writeFileIfChanged((Stage + "/" + editsFile(Hash)).str(), Out.str());
}

Error SeriesVerifier::ask(Build &B, const TaskMaker &Tasks) {
  std::string Directory = B.Directory + "/proofs";
  // Most units that share headers share their groups.
  std::map<std::set<std::string>, std::string> Hashes;
  std::vector<UnitRequest> Requests;
  B.Questions.clear();
  for (const AffectedUnit &Unit : B.Units) {
    ResolvedEdits Edits = Tasks.groupsFor(Unit.Files);
    if (Edits.Groups.empty())
      continue;
    Question Q;
    UnitTask Task;
    Task.Wanted = Request.Wanted;
    Task.Patches = Tasks.patchesFor(Edits, Q.Places);
    auto [Hash, IsNew] = Hashes.try_emplace(Unit.Files);
    if (IsNew)
      if (Error E = writeEdits(Edits, Directory, Hash->second))
        return E;
    Task.EditsHash = Hash->second;
    Q.Request = Unit.Request;
    Q.Request.Task = printTask(Task);
    Requests.push_back(Q.Request);
    B.Questions.push_back(std::move(Q));
  }
  auto OnUnit = [&](unsigned Done, unsigned Total, StringRef Unit) {
    OnProgress("compile", Done, Total, Unit);
  };
  return runStage(stage(), Requests,
                  {Request.Program, std::move(Directory), Request.Jobs},
                  OnUnit);
}

static std::string nameOf(const Build &B, const Question &Q) {
  return B.Selected.Label + ": " + Q.Request.Name;
}

Error SeriesVerifier::readAnswers(Build &B) {
  for (Question &Q : B.Questions) {
    std::string Path =
        stageOutput(stage(), B.Directory + "/proofs", Q.Request.Name);
    if (!sys::fs::exists(Path))
      continue;
    Expected<UnitProof> Proof = readProof(Path);
    if (!Proof)
      return Proof.takeError();
    Q.IsAnswered = true;
    Compiled.insert(nameOf(B, Q));
    Q.Answer = std::move(*Proof);
  }
  return Error::success();
}

// A changed unit may read a file that it did not read before and that other
// patches edit; they concern it too.
bool SeriesVerifier::learnFiles() {
  bool Learned = false;
  for (Build &B : Builds) {
    std::map<std::string, AffectedUnit *> ByName;
    for (AffectedUnit &Unit : B.Units)
      ByName[Unit.Request.Name] = &Unit;
    for (const Question &Q : B.Questions)
      for (const std::string &File : Q.Answer.NewFiles)
        if (Series.Edits.Sources.count(File) &&
            Series.Edits.Sources.at(File) != NoFileYet)
          Learned |= ByName.at(Q.Request.Name)->Files.insert(File).second;
  }
  return Learned;
}

Error SeriesVerifier::askAll() {
  do {
    TaskMaker Tasks(Series.Edits, Series.Plan);
    for (Build &B : Builds) {
      if (Error E = ask(B, Tasks))
        return E;
      if (Error E = readAnswers(B))
        return E;
    }
  } while (learnFiles());
  return Error::success();
}

// The first unit that blames a group says why.
Expected<bool> SeriesVerifier::dropCulprits() {
  std::map<std::string, std::string> Guilty;
  for (const Build &B : Builds)
    for (const Question &Q : B.Questions)
      for (const Culprit &C : Q.Answer.Culprits)
        Guilty.try_emplace(C.Group, C.Problem);
  if (Guilty.empty())
    return false;
  EditSet Set;
  for (const auto &[File, Hash] : Series.Edits.Sources)
    Set.addSource(File, Hash);
  for (const EditGroup &Group : Series.Edits.Groups) {
    Set.add(Group);
    if (auto Found = Guilty.find(Group.Name); Found != Guilty.end())
      Set.refuse(Group.Name, {Refusal::DoesNotCompile, Group.Rewriter,
                              Group.Where, Group.Name, Found->second});
  }
  size_t Groups = Series.Edits.Groups.size();
  ResolvedEdits Left = Set.resolve();
  if (Left.Groups.size() == Groups)
    return errorIn(Request.Series, "a unit blames a group that is not there");
  Result.Dropped.insert(Left.Findings.begin(), Left.Findings.end());
  Left.Findings.insert(Series.Edits.Findings.begin(),
                       Series.Edits.Findings.end());
  Series.Edits = std::move(Left);
  return true;
}

void SeriesVerifier::tally() {
  Tallies.assign(Series.Plan.size(), {});
  Result.Units = Compiled.size();
  for (const Build &B : Builds)
    for (const Question &Q : B.Questions) {
      std::string Name = nameOf(B, Q);
      const UnitProof &Proof = Q.Answer;
      if (!Q.IsAnswered || is_contained(Proof.Patches, Tier::DoesNotCompile))
        Result.Unexplained.push_back(Name);
      if (!Proof.BrokenBefore.empty())
        Result.BrokenBefore.push_back(Name + ": " + Proof.BrokenBefore);
      for (size_t I = 0; I < Q.Places.size(); ++I)
        if (!Proof.BrokenBefore.empty())
          Tallies[Q.Places[I]].addBroken();
        else
          Tallies[Q.Places[I]].add(I < Proof.Patches.size()
                                       ? Proof.Patches[I]
                                       : Tier::DoesNotCompile,
                                   B.Selected.Label);
    }
}

Error SeriesVerifier::writeProofs() {
  for (size_t I = 0; I < Series.Plan.size(); ++I)
    Series.Plan[I].Proof = Tallies[I].text();
  Expected<SeriesStyle> Style = Request.StyleFor(*Tree);
  if (!Style)
    return Style.takeError();
  Style->SignedOffBy = Series.SignedOffBy;
  Expected<pagesplit::Series> Rendered =
      renderSeries(Series.Plan, Series.Edits, Before, *Style);
  if (!Rendered)
    return Rendered.takeError();
  // Patches without a group left are not rendered.
  size_t Place = 0;
  for (const SeriesPatch &Patch : Rendered->Patches) {
    while (Series.Plan[Place].Proof != Patch.Plan.Proof ||
           !is_contained(Series.Plan[Place].Groups, Patch.Plan.Groups.front()))
      ++Place;
    Result.Patches.push_back({Patch.FileName, Patch.Plan.Proof,
                              Tallies[Place].worst(), Tallies[Place].units()});
    ++Place;
  }
  return replaceSeries(*Rendered, Request.Series);
}

Expected<VerifyResult> SeriesVerifier::run() {
  if (Error E = open())
    return std::move(E);
  if (Error E = findUnits())
    return std::move(E);
  while (true) {
    ++Result.Rounds;
    if (Error E = askAll())
      return std::move(E);
    Expected<bool> Dropped = dropCulprits();
    if (!Dropped)
      return Dropped.takeError();
    if (!*Dropped)
      break;
  }
  tally();
  if (Error E = writeProofs())
    return std::move(E);
  return std::move(Result);
}

Expected<VerifyResult> pagesplit::verifySeries(const VerifyRequest &Request,
                                               VerifyProgress OnProgress) {
  return SeriesVerifier(Request, OnProgress).run();
}
