//===- MergeVerb.cpp - pagesplit merge ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verb.h"

#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Solve/Solve.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand
    Merge("merge", "Unite facts, as those of shards, in one file; solve makes "
                   "the same of it");
static cl::list<std::string> Inputs(cl::Positional, cl::OneOrMore,
                                    cl::desc("FACTS..."), cl::sub(Merge));
static cl::opt<std::string>
    Output("o", cl::Required, cl::value_desc("MERGED"),
           cl::desc("Directory for the file, made when missing; may hold an "
                    "earlier one, and nothing else"),
           cl::sub(Merge));
static cl::opt<std::string>
    SourceRoot("source-root", cl::value_desc("DIR"),
               cl::desc("Where solve finds the source tree (default: what "
                        "extract noted)"),
               cl::sub(Merge));

static constexpr StringLiteral FactsName = "merged.facts";
static constexpr StringLiteral NotesName = "extract.json";

// solve would read them as well.
static Error refuseOthers() {
  if (!sys::fs::exists(Output))
    return Error::success();
  std::error_code Code;
  for (sys::fs::directory_iterator It(Output, Code), End; It != End && !Code;
       It.increment(Code)) {
    StringRef Name = sys::path::filename(It->path());
    if (!Name.starts_with(FactsName) && !Name.starts_with(NotesName))
      return errorIn(It->path(), "is in the way: the directory of a merge "
                                 "holds nothing else");
  }
  return Code ? errorFrom(Output, "read", Code) : Error::success();
}

// Empty: nobody noted one.
static Expected<std::string> theOne(const std::vector<std::string> &Noted,
                                    StringRef Remedy) {
  if (Noted.size() > 1)
    return errorOf("the facts come from " + Noted[0] + " and " + Noted[1] +
                   "; " + Remedy);
  return Noted.empty() ? std::string() : Noted[0];
}

static Expected<std::string> printNotes(const ExtractNotes &Notes) {
  Expected<std::string> Kernel =
      theOne(Notes.Kernels, "kernels are merged one by one");
  if (!Kernel)
    return Kernel.takeError();
  std::string Root = SourceRoot;
  if (Root.empty()) {
    Expected<std::string> Noted = theOne(
        Notes.SourceRoots, "say where solve finds the tree with --source-root");
    if (!Noted)
      return Noted.takeError();
    Root = *Noted;
  }
  json::Value Value = json::Object{{"kernel", *Kernel}, {"source-root", Root}};
  return formatv("{0:2}\n", Value).str();
}

static std::string inOutput(StringRef Name) {
  SmallString<256> Path(Output);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static Expected<ExitCode> run() {
  if (Error E = refuseOthers())
    return std::move(E);
  FactSet Facts;
  ExtractNotes Notes;
  std::vector<std::string> Paths(Inputs.begin(), Inputs.end());
  if (Error E = uniteFacts(Paths, Facts, Notes))
    return std::move(E);
  Expected<std::string> Origin = printNotes(Notes);
  if (!Origin)
    return Origin.takeError();
  if (Error E = makeDirectory(Output))
    return std::move(E);
  if (Error E = writeFileIfChanged(inOutput(NotesName), *Origin))
    return std::move(E);
  if (Error E = writeFile(inOutput(FactsName), [&](raw_ostream &Out) {
        printFacts(Facts, Out);
        return Error::success();
      }))
    return std::move(E);
  return Fine;
}

Verb pagesplit::mergeVerb() { return {&Merge, run}; }
