//===- SolveVerb.cpp - pagesplit solve ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Installation.h"
#include "Steps.h"
#include "Verb.h"

#include "pagesplit/Knowledge/Knowledge.h"
#include "pagesplit/Knowledge/Layer.h"
#include "pagesplit/Solve/Solve.h"
#include "pagesplit/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Solve("solve", "Merge facts into a database");
static cl::list<std::string> Inputs(cl::Positional, cl::OneOrMore,
                                    cl::desc("FACTS..."), cl::sub(Solve));
static cl::opt<std::string> Output("o", cl::Required, cl::value_desc("FILE.db"),
                                   cl::desc("The database to write"),
                                   cl::sub(Solve));
static cl::opt<std::string>
    SourceRoot("source-root", cl::value_desc("DIR"),
               cl::desc("The tree whose MAINTAINERS names the subsystems "
                        "(default: what extract noted)"),
               cl::sub(Solve));
static cl::opt<std::string>
    Layer("layer", cl::value_desc("NAME"),
          cl::desc("The knowledge layer, as linux-6.12 (default: by the "
                   "kernel's version)"),
          cl::sub(Solve));

static cl::list<std::string> Coverage(
    "coverage", cl::ValueOptional, cl::value_desc("PATH"),
    cl::desc("Look for lines of the tree that mention struct page and were "
             "never compiled, in PATH or everywhere; may be repeated"),
    cl::sub(Solve));

static cl::opt<bool>
    NoSource("no-source",
             cl::desc("Keep no line of the source tree in the database"),
             cl::sub(Solve));

// Facts extracted on several machines may note several places of one tree.
static Expected<std::string> chooseRoot(StringRef Wanted,
                                        const ExtractNotes &Notes) {
  if (!Wanted.empty())
    return Wanted.str();
  std::vector<std::string> Here;
  for (const std::string &Root : Notes.SourceRoots)
    if (sys::fs::is_directory(Root))
      Here.push_back(Root);
  if (Here.size() > 1)
    return errorOf("the facts come from " + Here[0] + " and " + Here[1] +
                   "; say which one has the MAINTAINERS with --source-root");
  if (Here.empty() && !Notes.SourceRoots.empty())
    errs() << "pagesplit: " << Notes.SourceRoots[0]
           << ": warning: the source tree is gone; subsystems are named by "
              "directory (see --source-root)\n";
  return Here.empty() ? std::string() : Here[0];
}

static Expected<Knowledge> knowledgeOf(StringRef Kernel) {
  Expected<std::string> Directory = knowledgeDirectory();
  if (!Directory)
    return Directory.takeError();
  std::string Chosen = Layer.empty() ? layerFor(*Directory, Kernel) : Layer;
  return loadKnowledge(*Directory, Chosen);
}

Error pagesplit::solveStep(
    ArrayRef<std::string> Inputs, StringRef SourceRoot, StringRef Output,
    std::optional<std::vector<std::string>> CoveragePaths) {
  FactSet Facts;
  ExtractNotes Notes;
  if (Error E = readFacts(Inputs, Facts, Notes))
    return E;
  SolveOptions Options;
  Expected<std::string> Root = chooseRoot(SourceRoot, Notes);
  if (!Root)
    return Root.takeError();
  Options.SourceRoot = *Root;
  Options.SourceLines = !NoSource;
  if (CoveragePaths && Root->empty())
    return errorOf("--coverage reads the source tree; see --source-root");
  Options.CoveragePaths = std::move(CoveragePaths);
  for (const std::string &Kernel : Notes.Kernels)
    Options.Kernel += (Options.Kernel.empty() ? "" : ", ") + Kernel;
  Expected<Knowledge> Known = knowledgeOf(Options.Kernel);
  if (!Known)
    return Known.takeError();
  Options.Evidence = &Known->evidence();
  Options.StayingFields = Known->stayingFields();
  std::vector<std::string> Warnings;
  if (Error E = solveFacts(Facts, Options, Output, &Warnings))
    return E;
  for (const std::string &Line : Warnings)
    errs() << "pagesplit: " << Line << '\n';
  return Error::success();
}

static Expected<ExitCode> run() {
  std::vector<std::string> Paths(Inputs.begin(), Inputs.end());
  std::optional<std::vector<std::string>> Covered;
  if (Coverage.getNumOccurrences()) {
    Covered.emplace();
    for (const std::string &Path : Coverage)
      if (!Path.empty())
        Covered->push_back(Path);
  }
  if (Error E = solveStep(Paths, SourceRoot, Output, std::move(Covered)))
    return std::move(E);
  return Fine;
}

Verb pagesplit::solveVerb() { return {&Solve, run}; }
