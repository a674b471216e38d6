//===- LintRun.cpp - lint over the units of a build -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintRun.h"

#include "Installation.h"
#include "LintRules.h"
#include "LintUnitAction.h"
#include "UnitAction.h"
#include "Verb.h"

#include "pagesplit/Extract/Extract.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Knowledge/TreeCheck.h"
#include "pagesplit/Lint/CheckFindings.h"
#include "pagesplit/Lint/KnownVerdicts.h"
#include "pagesplit/Lint/Suppressions.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Solve/VerdictIndex.h"
#include "pagesplit/Support/ChildProcess.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/Progress.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"

using namespace llvm;
using namespace pagesplit;

Expected<LintKnowledge> pagesplit::lintKnowledge(StringRef Layer,
                                                 StringRef Kernel,
                                                 StringRef SourceRoot,
                                                 std::set<std::string> Checks) {
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Directory)
    return Directory.takeError();
  std::string Version = Kernel.str();
  if (Version.empty()) {
    // A tree without a version, such as that of a client of the runtime, is
    // judged by what holds everywhere.
    if (Expected<std::string> Found = kernelVersionOf(SourceRoot))
      Version = *Found;
    else
      consumeError(Found.takeError());
  }
  std::string Chosen =
      Layer.empty() ? layerFor(*Directory, Version) : Layer.str();
  auto Layers = readKnowledgeLayers(*Directory, Chosen);
  if (!Layers)
    return Layers.takeError();
  LintKnowledge Result;
  for (const KnowledgeLayer &L : *Layers)
    Result.Known.add(L);
  Result.Conditions = {std::move(Checks), Chosen, digestOf(*Layers)};
  return std::move(Result);
}

Expected<Baseline> pagesplit::readBaseline(StringRef File, bool MayBeNew) {
  if (MayBeNew && !sys::fs::exists(File))
    return Baseline();
  Expected<std::string> Text = readFile(File);
  if (!Text)
    return Text.takeError();
  return parseBaseline(*Text, File);
}

namespace {

class Run {
public:
  Run(const LintRequest &Request, std::unique_ptr<SourceTexts> &Texts)
      : Request(Request), Texts(Texts) {}
  Expected<LintReport> run();

private:
  Error prepare();
  Error readDiff();
  void readPaths();
  Error openDatabaseIfAny();
  Error collectFacts();
  Error extractUnits();
  Error readUnits(const ExtractRequest &Made);
  void noteProblem(CoverageProblem Problem);
  FileFate fateOf(StringRef File);
  Error compare();
  Error updateBaseline(const BaselineMatch &Match);
  void noteUnseenEntries();

  const LintRequest &Request;
  std::unique_ptr<SourceTexts> &Texts;
  UnitSelection Selected;
  LintKnowledge Knows;
  LintScope Scope;
  std::optional<PatchedTree> Patched;
  std::optional<Sqlite> Database;
  std::optional<Baseline> Old;
  LintUnits Chosen;
  FactSet Facts;
  CheckResults Checked;
  std::set<std::string> Parsed; ///< files that were looked at in full
  std::set<std::string> Broken; ///< main files of units with errors
  LintReport Report;
};

} // namespace

static Expected<std::string> readInput() {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getSTDIN();
  if (!Text)
    return errorFrom("<stdin>", "read", Text.getError());
  return (*Text)->getBuffer().str();
}

// What the user has configured for diffs has no influence.
static Expected<std::string> askGit(StringRef Root, StringRef Revision) {
  if (Revision.starts_with("-"))
    return errorOf("'" + Revision + "' is no revision");
  std::string Text;
  std::string Last;
  Expected<int> Code =
      runChild({"git", "-C", Root.str(), "-c", "core.quotePath=false", "-c",
                "core.safecrlf=false", "diff", "--no-color", "--no-ext-diff",
                "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "-M",
                "--relative", Revision.str(), "--"},
               {}, [&](StringRef Line) {
                 Text += Line;
                 Text += '\n';
                 if (!Line.empty())
                   Last = Line.str();
               });
  if (!Code)
    return Code.takeError();
  if (*Code != 0)
    return errorIn(Root, "git diff " + Revision + ": " + Last);
  return Text;
}

Error Run::readDiff() {
  Expected<std::string> Text = Request.Diff == "-"
                                   ? readInput()
                                   : askGit(Selected.SourceRoot, Request.Diff);
  if (!Text)
    return Text.takeError();
  Expected<Patch> Read = parsePatch(
      *Text, Request.Diff == "-" ? "<stdin>" : "git diff " + Request.Diff);
  if (!Read)
    return Read.takeError();
  Expected<PatchedTree> Tree = PatchedTree::make(*Read, *Texts);
  if (!Tree)
    return Tree.takeError();
  Patched = std::move(*Tree);
  Scope.IsAll = false;
  for (const std::string &File : Patched->files())
    if (isCSource(File))
      Scope.Files.insert(File);
  return Error::success();
}

void Run::readPaths() {
  SourceRoots Roots(Selected.SourceRoot, Selected.BuildRoot);
  for (const std::string &Path : Request.Paths) {
    Scope.IsAll = false;
    std::string Name = Roots.portable(Path, Selected.SourceRoot);
    if (sys::fs::is_directory(absoluteFrom(Name, Selected.SourceRoot)))
      Scope.Directories.insert(Name + "/");
    else if (isCSource(Name))
      Scope.Files.insert(Name);
  }
}

Error Run::openDatabaseIfAny() {
  if (Request.Database.empty())
    return Error::success();
  Expected<Sqlite> Opened = openDatabase(Request.Database);
  if (!Opened)
    return Opened.takeError();
  Database.emplace(std::move(*Opened));
  return Error::success();
}

Error Run::prepare() {
  UnitQuery Query;
  Query.Build = Request.Build;
  Query.SourceRoot = Request.SourceRoot;
  Expected<UnitSelection> All = selectUnits(Query);
  if (!All)
    return All.takeError();
  Selected = std::move(*All);
  Texts = std::make_unique<SourceTexts>(Selected.SourceRoot);
  Expected<LintKnowledge> Loaded = lintKnowledge(
      Request.Layer, Selected.Kernel, Selected.SourceRoot, Request.Checks);
  if (!Loaded)
    return Loaded.takeError();
  Knows = std::move(*Loaded);
  Knows.Conditions.HasSnapshot = !Request.Database.empty();
  Report.Conditions = Knows.Conditions;
  Report.Summaries = lintRules();
  if (!Request.BaselineFile.empty()) {
    bool MayBeNew = Request.UpdatesBaseline && Request.MayGrow;
    Expected<Baseline> Read = readBaseline(Request.BaselineFile, MayBeNew);
    if (!Read)
      return Read.takeError();
    if (!MayBeNew)
      if (Error E =
              compareConditions(*Read, Knows.Conditions, Request.BaselineFile))
        return E;
    Old = std::move(*Read);
    Report.HasBaseline = true;
  }
  if (Error E = openDatabaseIfAny())
    return E;
  readPaths();
  return Request.Diff.empty() ? Error::success() : readDiff();
}

void Run::noteProblem(CoverageProblem Problem) {
  if (Old)
    Problem.IsKnown = coversFile(
        Problem.What == CoverageProblem::Unparsed ? Old->Unparsed : Old->Unseen,
        Problem.File);
  Report.Problems.push_back(std::move(Problem));
}

static std::string absolute(StringRef Path) {
  SmallString<256> Result(Path);
  if (!Path.empty())
    sys::fs::make_absolute(Result);
  return std::string(Result);
}

Error Run::collectFacts() {
  std::optional<VerdictIndex> Verdicts;
  if (Database) {
    Expected<VerdictIndex> Index = VerdictIndex::load(*Database);
    if (!Index)
      return Index.takeError();
    Verdicts = std::move(*Index);
  }
  InitializeAllTargetInfos();
  Chosen = chooseUnits(Selected, Scope, [&](StringRef Header) {
    return Verdicts ? Verdicts->unitsOf(Header) : std::set<std::string>();
  });
  for (CoverageProblem &Problem : Chosen.Unseen)
    noteProblem(std::move(Problem));
  Parsed.insert(Chosen.Headers.begin(), Chosen.Headers.end());
  return Chosen.Names.empty() ? Error::success() : extractUnits();
}

Error Run::extractUnits() {
  ExtractRequest Extract;
  Extract.Program = programPath().str();
  Extract.Output = Request.Cache.empty()
                       ? absoluteFrom("pagesplit-lint", Selected.BuildRoot)
                       : Request.Cache;
  Extract.Jobs = Request.Jobs;
  if (!Scope.IsAll)
    Extract.Only = Chosen.Names;
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Directory)
    return Directory.takeError();
  Extract.KnowledgeDirectory = *Directory;
  Expected<std::string> Task =
      lintTask(Knows.Conditions.Digest, absolute(Request.Database));
  if (!Task)
    return Task.takeError();
  Extract.Alongside = AlongsideWork{LintActionWord.str(), ".checks", *Task,
                                    Knows.Conditions.Layer};
  Progress Shown("lint", "units");
  Expected<ExtractResult> Result = extractSelected(
      Selected, Extract, [&](unsigned Done, unsigned Total, StringRef Unit) {
        Shown.update(Done, Total, Unit);
      });
  Shown.finish();
  if (!Result)
    return Result.takeError();
  for (const Unit &U : Result->Units) {
    std::string Main = mainFileOf(U.File).str();
    Parsed.insert(Main);
    if (U.Status == UnitStatus::Complete)
      continue;
    Broken.insert(Main);
    noteProblem({CoverageProblem::Unparsed, U.File,
                 "the unit does not parse: " + U.Error});
  }
  return readUnits(Extract);
}

// A unit whose process died is a problem already, and has no check file.
Error Run::readUnits(const ExtractRequest &Made) {
  FactReader Reader(Facts);
  for (const std::string &Name : Chosen.Names) {
    if (Error E = Reader.read(factFileOf(Made.Output, Name)))
      return E;
    std::string Path = alongsideFileOf(*Made.Alongside, Made.Output, Name);
    if (sys::fs::exists(Path))
      if (Error E = readCheckResults(Path, Checked))
        return E;
  }
  for (const auto &[File, Hash] : Checked.Sources)
    Parsed.insert(File);
  for (const UnitSource &Source : Facts.unitSources())
    Parsed.insert(Source.File);
  return Error::success();
}

FileFate Run::fateOf(StringRef File) {
  if (!Texts->exists(File))
    return FileFate::Gone;
  if (!Scope.wants(File) || Broken.count(File.str()))
    return FileFate::NotLooked;
  // A header that has nothing to show any more is in no facts.
  bool IsHeader = sys::path::extension(File).starts_with(".h");
  return Parsed.count(File.str()) || (Scope.IsAll && IsHeader)
             ? FileFate::Examined
             : FileFate::NotLooked;
}

// A source that had findings when the baseline was made and that no unit
// compiles now: somebody made the configuration smaller.
void Run::noteUnseenEntries() {
  std::set<std::string> Noted;
  if (!Old || !Scope.IsAll)
    return;
  for (const auto &[Entry, Count] : Old->Entries)
    if (!Broken.count(Entry.File) && Noted.insert(Entry.File).second &&
        fateOf(Entry.File) == FileFate::NotLooked)
      noteProblem({CoverageProblem::Unseen, Entry.File,
                   "the baseline has findings here, and no unit of the build "
                   "shows it any more"});
}

Error Run::updateBaseline(const BaselineMatch &Match) {
  Baseline New;
  New.Conditions = Knows.Conditions;
  New.Entries = Match.Kept;
  std::set<std::string> StillUnparsed, StillUnseen;
  for (const CoverageProblem &P : Report.Problems)
    if (P.IsKnown || Request.MayGrow)
      (P.What == CoverageProblem::Unparsed ? StillUnparsed : StillUnseen)
          .insert(P.File);
  for (const std::string &File : Old->Unparsed)
    if (!Parsed.count(File) && Texts->exists(File))
      StillUnparsed.insert(File);
  // Directories and what nobody asked about stay as somebody wrote them.
  for (const std::string &File : Old->Unseen)
    if (StringRef(File).ends_with("/") ||
        (!Parsed.count(File) && Texts->exists(File)))
      StillUnseen.insert(File);
  New.Unparsed = std::move(StillUnparsed);
  for (const std::string &File : StillUnseen)
    if (StringRef(File).ends_with("/") || !coversFile(Old->Unseen, File) ||
        Old->Unseen.count(File))
      New.Unseen.insert(File);
  if (Request.MayGrow)
    for (LintFinding &F : Report.Findings)
      if (F.State == FindingState::New) {
        ++New.Entries[entryOf(F)];
        F.State = FindingState::Unchanged;
      }
  if (Request.MayGrow)
    for (CoverageProblem &P : Report.Problems)
      P.IsKnown = true;
  return writeFile(Request.BaselineFile, [&](raw_ostream &Out) {
    printBaseline(New, Out);
    return Error::success();
  });
}

Error Run::compare() {
  if (Patched)
    Patched->judge(Report.Findings);
  if (!Old)
    return Error::success();
  noteUnseenEntries();
  BaselineMatch Match = matchBaseline(
      *Old, Report.Findings, [&](StringRef File) { return fateOf(File); });
  if (Request.UpdatesBaseline)
    return updateBaseline(Match);
  Report.Absent = std::move(Match.Absent);
  return Error::success();
}

Expected<LintReport> Run::run() {
  if (Error E = prepare())
    return std::move(E);
  if (Error E = collectFacts())
    return std::move(E);
  auto IsWanted = [&](StringRef File) { return Scope.wants(File); };
  FindingQuery Query{Request.Checks, IsWanted, Patched.has_value()};
  auto Found = findInFacts(Facts, Knows.Known, Query, *Texts);
  if (!Found)
    return Found.takeError();
  Report.Findings = std::move(*Found);
  if (Error E = addCheckFindings(Report.Findings, Checked, Query, *Texts))
    return std::move(E);
  markSuppressed(Report.Findings, *Texts);
  if (Error E = compare())
    return std::move(E);
  if (Database) {
    if (Error E = addVerdicts(Report.Findings, *Database))
      return std::move(E);
    addFixes(Report.Findings, Knows.Known, *Texts);
  }
  return std::move(Report);
}

Expected<LintReport> pagesplit::runLint(const LintRequest &Request,
                                        std::unique_ptr<SourceTexts> &Texts) {
  return Run(Request, Texts).run();
}
