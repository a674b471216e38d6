//===- RewriteVerb.cpp - pagesplit rewrite --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Installation.h"
#include "Recipients.h"
#include "Verb.h"

#include "pagesplit/Edit/Series.h"
#include "pagesplit/Edit/TreeUpdate.h"
#include "pagesplit/Extract/UseExtractor.h"
#include "pagesplit/Solve/Database.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/Progress.h"
#include "pagesplit/Units/UnitSelection.h"
#include "pagesplit/rewriters/Rewriters.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Rewrite("rewrite", "Turn verdicts into a patch series");
static cl::opt<std::string> DatabaseFile(cl::Positional, cl::Required,
                                         cl::desc("FILE.db"), cl::sub(Rewrite));
static cl::opt<std::string>
    Build("p", cl::Required, cl::value_desc("BUILD"),
          cl::desc("Directory that holds compile_commands.json"),
          cl::sub(Rewrite));
static cl::opt<std::string> SourceRoot(
    "source-root",
    cl::desc("The tree to rewrite (default: as pagesplit kbuild noted it, else "
             "BUILD)"),
    cl::value_desc("DIR"), cl::sub(Rewrite));
static cl::list<std::string>
    Descriptors("descriptor", cl::value_desc("D"),
                cl::desc("Convert only to D; may be repeated"),
                cl::sub(Rewrite));
static cl::list<std::string> Chosen("rewriter", cl::value_desc("R"),
                                    cl::desc("Run only R; may be repeated"),
                                    cl::sub(Rewrite));
static cl::opt<double> Confidence(
    "confidence", cl::value_desc("C"), cl::init(0.8),
    cl::desc("Leave verdicts alone that are less sure (default 0.8)"),
    cl::sub(Rewrite));
static cl::list<std::string>
    Paths(cl::Positional, cl::desc("[PATH...] (edit only files in these)"),
          cl::sub(Rewrite));
static cl::opt<std::string> Output("o", cl::Required, cl::value_desc("SERIES"),
                                   cl::desc("Directory for the patches; must "
                                            "be new or empty"),
                                   cl::sub(Rewrite));
static cl::opt<bool> Apply("apply",
                           cl::desc("Change the tree as well; it must be a "
                                    "clean git tree or a plain copy"),
                           cl::sub(Rewrite));
static cl::opt<std::string>
    LayerName("layer", cl::value_desc("L"),
              cl::desc("Knowledge layer (default: as the database says)"),
              cl::sub(Rewrite));
static cl::opt<unsigned> Jobs("j", cl::value_desc("N"),
                              cl::desc("Units at a time (default: all cores)"),
                              cl::sub(Rewrite));

static bool isBelow(StringRef File, StringRef Directory) {
  Directory = Directory.rtrim('/');
  return File == Directory ||
         (File.starts_with(Directory) &&
          File.drop_front(Directory.size()).starts_with("/"));
}

static bool isChosen(StringRef File) {
  return Paths.empty() || any_of(Paths, [&](const std::string &Path) {
           return isBelow(File, Path);
         });
}

static std::string meta(Sqlite &Database, StringRef Key) {
  Statement Row(Database, "SELECT value FROM meta WHERE key = ?");
  Row.bind(1, Key);
  return Row.step() ? Row.text(0).str() : "";
}

static Error checkWords(const cl::list<std::string> &Words,
                        const std::vector<StringRef> &Known, StringRef What) {
  for (const std::string &Word : Words)
    if (!is_contained(Known, Word))
      return errorOf("there is no " + What + " '" + Word + "'");
  return Error::success();
}

namespace {
/// What the verb gathers before the rewriters run.
struct Inputs {
  std::string SourceRoot;
  Knowledge Known;
  VerdictIndex Verdicts;
  UseSet Uses;
  std::map<std::string, std::string> Subsystems;
};
} // namespace

static Expected<std::string> sourceRoot() {
  UnitQuery Query;
  Query.Build = Build;
  Query.SourceRoot = SourceRoot;
  Expected<UnitSelection> Selected = selectUnits(Query);
  if (!Selected)
    return Selected.takeError();
  return Selected->SourceRoot;
}

static Expected<UseSet> findUses(const Inputs &In, StringRef Layer,
                                 StringRef KnowledgeDirectory) {
  UseRequest Request;
  Request.Build = Build;
  Request.SourceRoot = In.SourceRoot;
  std::set<std::string> Wanted(Descriptors.begin(), Descriptors.end());
  for (auto &[File, Units] : In.Verdicts.filesWith(Wanted))
    if (isChosen(File) && isInSourceTree(File))
      Request.Files[File] = Units;
  Request.KnowledgeDirectory = KnowledgeDirectory.str();
  Request.Layer = Layer.str();
  Request.Program = programPath().str();
  Request.Output = Output + ".uses";
  Request.Jobs = Jobs;
  Progress Shown("rewrite", "units");
  Expected<UseSet> Uses = runUseExtraction(
      Request, [&](unsigned Done, unsigned Total, StringRef U) {
        Shown.update(Done, Total, U);
      });
  Shown.finish();
  if (Uses)
    for (const auto &[Unit, Problem] : Uses->Failed)
      errs() << "rewrite: nothing in " << Unit << " is edited: " << Problem
             << '\n';
  return Uses;
}

static Expected<Inputs> gather() {
  Inputs In;
  Expected<std::string> Root = sourceRoot();
  if (!Root)
    return Root.takeError();
  In.SourceRoot = *Root;
  Expected<Sqlite> Database = openDatabase(DatabaseFile);
  if (!Database)
    return Database.takeError();
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Directory)
    return Directory.takeError();
  std::string Layer = LayerName.empty()
                          ? layerFor(*Directory, meta(*Database, "kernel"))
                          : LayerName;
  Expected<Knowledge> Known = loadKnowledge(*Directory, Layer);
  if (!Known)
    return Known.takeError();
  In.Known = std::move(*Known);
  Expected<VerdictIndex> Verdicts = VerdictIndex::load(*Database);
  if (!Verdicts)
    return Verdicts.takeError();
  In.Verdicts = std::move(*Verdicts);
  Statement Rows(*Database, "SELECT file, subsystem FROM source_subsystem");
  while (Rows.step())
    In.Subsystems[Rows.text(0).str()] = Rows.text(1).str();
  Expected<UseSet> Uses = findUses(In, Layer, *Directory);
  if (!Uses)
    return Uses.takeError();
  In.Uses = std::move(*Uses);
  return In;
}

static Expected<FileTexts> textsOf(const UseSet &Uses, const SourceTree &Tree) {
  FileTexts Texts;
  for (const auto &[File, Hashes] : Uses.Sources) {
    Expected<std::optional<std::string>> Text = Tree.read(File);
    if (!Text)
      return Text.takeError();
    Texts[File] = std::move(*Text);
  }
  return Texts;
}

static Expected<Series> render(const Inputs &In, const ResolvedEdits &Edits,
                               const SourceTree &Tree) {
  Expected<FileTexts> Before = Tree.readAll(Edits);
  if (!Before)
    return Before.takeError();
  PlanRules Rules;
  Rules.SubsystemOf = [&](StringRef File) {
    auto Found = In.Subsystems.find(File.str());
    return Found == In.Subsystems.end() ? std::string() : Found->second;
  };
  Expected<SeriesStyle> Style = styleFor(Tree);
  if (!Style)
    return Style.takeError();
  return renderSeries(planSeries(Edits.Groups, Rules), Edits, *Before, *Style);
}

static void summarize(const Series &S) {
  unsigned Accesses = 0;
  for (const SeriesPatch &Patch : S.Patches)
    Accesses += Patch.Accesses;
  std::map<Refusal, unsigned> Left;
  for (const Finding &F : S.Edits.Findings)
    ++Left[F.Why];
  errs() << "rewrite: " << S.Patches.size() << " patches of "
         << S.Edits.Groups.size() << " conversions, " << Accesses
         << " accesses to struct page fields go; " << S.Edits.Findings.size()
         << " things were left\n";
  for (const auto &[Why, Count] : Left)
    errs() << "  " << Count << " " << wordOf(Why) << ": " << messageFor(Why)
           << '\n';
}

static Error applyTo(const SourceTree &Tree, const ResolvedEdits &Edits) {
  Expected<Recovery> Before = recoverUpdate(Tree);
  if (!Before)
    return Before.takeError();
  if (Error E = requireClean(Tree))
    return E;
  Expected<FileTexts> Old = Tree.readAll(Edits);
  if (!Old)
    return Old.takeError();
  Expected<FileTexts> New = rewrittenTexts(*Old, Edits.Groups);
  if (!New)
    return New.takeError();
  return updateTree(Tree, *Old, *New);
}

static Expected<ExitCode> run() {
  if (Error E = checkWords(Chosen, rewriterWords(), "rewriter"))
    return std::move(E);
  Expected<Inputs> In = gather();
  if (!In)
    return In.takeError();
  Expected<SourceTree> Tree = SourceTree::at(In->SourceRoot);
  if (!Tree)
    return Tree.takeError();
  Expected<FileTexts> Texts = textsOf(In->Uses, *Tree);
  if (!Texts)
    return Texts.takeError();
  RewriteInput Input{In->Uses, In->Verdicts, In->Known, *Texts, {}, {}, 0};
  Input.Descriptors.insert(Descriptors.begin(), Descriptors.end());
  Input.Rewriters.insert(Chosen.begin(), Chosen.end());
  Input.Confidence = Confidence;
  EditSet Proposed = rewriteAll(Input);
  Tree->refuseUnfit(Proposed);
  ResolvedEdits Edits = Proposed.resolve();
  Expected<Series> S = render(*In, Edits, *Tree);
  if (!S)
    return S.takeError();
  if (Error E = writeSeries(*S, Output))
    return std::move(E);
  summarize(*S);
  if (Apply)
    if (Error E = applyTo(*Tree, Edits))
      return std::move(E);
  return Fine;
}

Verb pagesplit::rewriteVerb() { return {&Rewrite, run}; }
