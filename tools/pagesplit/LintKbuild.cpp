//===- LintKbuild.cpp - lint as make's CHECK ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintKbuild.h"

#include "Installation.h"
#include "LintRules.h"
#include "LintUnitAction.h"

#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Lint/CheckFindings.h"
#include "pagesplit/Lint/Suppressions.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/SourceRoots.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TargetSelect.h"

using namespace llvm;
using namespace pagesplit;

static std::vector<std::string> &arguments() {
  static std::vector<std::string> Words;
  return Words;
}

const std::vector<std::string> &pagesplit::kbuildArguments() {
  return arguments();
}

int pagesplit::takeKbuildArguments(int Argc, const char **Argv) {
  if (Argc < 2 || StringRef(Argv[1]) != "lint")
    return Argc;
  for (int I = 2; I < Argc; ++I)
    if (StringRef(Argv[I]) == "--kbuild") {
      arguments().assign(Argv + I + 1, Argv + Argc);
      return I + 1;
    }
  return Argc;
}

static std::string variable(StringRef Name) {
  return sys::Process::GetEnv(Name).value_or("");
}

static std::string currentDirectory() {
  SmallString<256> Directory;
  sys::fs::current_path(Directory);
  return std::string(Directory);
}

// The root of the tree as make has it; without make the directory above the
// file that has a MAINTAINERS, or where we are.
static std::string findRoot(StringRef File) {
  for (StringRef Name : {"abs_srctree", "srctree"})
    if (std::string Root = variable(Name); !Root.empty())
      return absoluteFrom(Root, currentDirectory());
  for (StringRef Above = sys::path::parent_path(File); !Above.empty();
       Above = sys::path::parent_path(Above)) {
    SmallString<256> Sign(Above);
    sys::path::append(Sign, "MAINTAINERS");
    if (sys::fs::exists(Sign))
      return Above.str();
  }
  return currentDirectory();
}

// gcc's name says which machine it compiles for; Clang has to be told.
static std::vector<std::string> command(ArrayRef<std::string> Words) {
  std::vector<std::string> Command = {"clang"};
  bool HasTarget = any_of(Words, [](StringRef Word) {
    return Word.starts_with("--target=") || Word == "-target";
  });
  std::string CrossCompile = variable("CROSS_COMPILE");
  StringRef Prefix = sys::path::filename(CrossCompile);
  if (!HasTarget && Prefix.consume_back("-"))
    Command.push_back("--target=" + Prefix.str());
  Command.insert(Command.end(), Words.begin(), Words.end());
  return Command;
}

static Expected<UnitRequest> requestFor(ArrayRef<std::string> Words) {
  if (Words.empty() || StringRef(Words.back()).starts_with("-"))
    return errorOf("--kbuild wants the compiler's flags and a file behind it, "
                   "as make gives them to CHECK");
  Expected<std::string> Knowledge = knowledgeDirectory();
  if (!Knowledge)
    return Knowledge.takeError();
  UnitRequest Unit;
  Unit.Directory = currentDirectory();
  Unit.File = absoluteFrom(Words.back(), Unit.Directory);
  if (!sys::fs::exists(Unit.File))
    return errorIn(Words.back(), "there is no such file");
  Unit.SourceRoot = findRoot(Unit.File);
  Unit.BuildRoot = Unit.Directory;
  SourceRoots Roots(Unit.SourceRoot, Unit.BuildRoot);
  Unit.SourceRoot = Roots.source().str();
  Unit.BuildRoot = Roots.build().str();
  Unit.Name = Roots.portable(Unit.File, Unit.Directory);
  Unit.Config = "kbuild";
  Unit.Arguments = command(Words);
  Unit.KnowledgeDirectory = *Knowledge;
  return std::move(Unit);
}

static Error compareWithBaseline(const LintRequest &Request,
                                 const LintKnowledge &Knows, bool IsBroken,
                                 StringRef Name, SourceTexts &Texts,
                                 LintReport &Report) {
  Expected<Baseline> Old = readBaseline(Request.BaselineFile, false);
  if (!Old)
    return Old.takeError();
  if (Error E = compareConditions(*Old, Knows.Conditions, Request.BaselineFile))
    return E;
  Report.HasBaseline = true;
  matchBaseline(*Old, Report.Findings, [&](StringRef File) {
    if (File == Name && !IsBroken)
      return FileFate::Examined;
    return Texts.exists(File) ? FileFate::NotLooked : FileFate::Gone;
  });
  for (CoverageProblem &P : Report.Problems)
    P.IsKnown = coversFile(Old->Unparsed, Name);
  return Error::success();
}

// As make and the compiler name it.
static void nameAsMakeDoes(LintReport &Report, StringRef Name,
                           StringRef Spelled, SourceTexts &Texts) {
  const SourceText *Text = Texts.find(Name);
  if (!Text)
    return;
  Texts.set(Spelled, Text->Text);
  for (LintFinding &F : Report.Findings)
    F.Where.File = Spelled.str();
  for (CoverageProblem &P : Report.Problems)
    P.File = Spelled.str();
}

Expected<LintReport>
pagesplit::lintForKbuild(const LintRequest &Request,
                         std::unique_ptr<SourceTexts> &Texts) {
  Expected<UnitRequest> Unit = requestFor(kbuildArguments());
  if (!Unit)
    return Unit.takeError();
  Texts = std::make_unique<SourceTexts>(Unit->SourceRoot);
  Expected<LintKnowledge> Knows =
      lintKnowledge(Request.Layer, variable("KERNELVERSION"), Unit->SourceRoot,
                    Request.Checks);
  if (!Knows)
    return Knows.takeError();
  LintReport Report;
  Report.Conditions = Knows->Conditions;
  Report.Summaries = lintRules();
  if (!isInSourceTree(Unit->Name))
    return Report; // generated
  InitializeAllTargetInfos();
  Unit->Layer = Knows->Conditions.Layer;
  CheckedUnit Checked = extractAndCheck(*Unit, Knows->Known);
  const UnitResult &Seen = Checked.Unit;
  bool IsBroken = false;
  for (const pagesplit::Unit &U : Seen.Facts.units())
    if (U.Status != UnitStatus::Complete) {
      IsBroken = true;
      Report.Problems.push_back({CoverageProblem::Unparsed, Unit->Name,
                                 "the unit does not parse: " + U.Error});
    }
  auto IsWanted = [&](StringRef File) { return File == Unit->Name; };
  FindingQuery Query{Request.Checks, IsWanted, /*WithBodies=*/false};
  auto Found = findInFacts(Seen.Facts, Knows->Known, Query, *Texts);
  if (!Found)
    return Found.takeError();
  Report.Findings = std::move(*Found);
  if (Error E =
          addCheckFindings(Report.Findings, Checked.Checks, Query, *Texts))
    return std::move(E);
  markSuppressed(Report.Findings, *Texts);
  if (!Request.BaselineFile.empty())
    if (Error E = compareWithBaseline(Request, *Knows, IsBroken, Unit->Name,
                                      *Texts, Report))
      return std::move(E);
  nameAsMakeDoes(Report, Unit->Name, kbuildArguments().back(), *Texts);
  return std::move(Report);
}
