//===- ExtractVerb.cpp - pagesplit extract --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExtractSummary.h"
#include "Installation.h"
#include "Steps.h"
#include "Verb.h"

#include "pagesplit/Extract/Extract.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/Progress.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Extract("extract",
                              "facts about struct page for the translation "
                              "units of a compile database");
static cl::opt<std::string>
    Build("p",
          cl::desc("Directory that holds compile_commands.json, or that "
                   "file"),
          cl::value_desc("BUILD"), cl::Required, cl::sub(Extract));
static cl::opt<std::string>
    Output("o", cl::desc("Directory for the facts, made when missing"),
           cl::value_desc("FACTS"), cl::Required, cl::sub(Extract));
static cl::opt<std::string> SourceRoot(
    "source-root",
    cl::desc("Directory that paths in the facts are relative to (default: as "
             "pagesplit kbuild noted it, else BUILD)"),
    cl::value_desc("DIR"), cl::sub(Extract));
static cl::opt<std::string>
    Label("label",
          cl::desc("Name of the configuration in the facts (default: as "
                   "pagesplit kbuild noted it)"),
          cl::value_desc("NAME"), cl::sub(Extract));
static cl::opt<std::string>
    Shard("shard", cl::desc("Only the I-th of N parts of the units, from 1"),
          cl::value_desc("I/N"), cl::sub(Extract));
static cl::opt<bool> AllBodies(
    "all-bodies",
    cl::desc("Parse all functions of headers, also those that cannot concern a "
             "page: the same facts, for more time"),
    cl::sub(Extract));
static cl::opt<bool> OnlyConcerned(
    "only-concerned",
    cl::desc("Parse only units that have a name of their own that leads to a "
             "page, and what their headers need; list the others as skipped"),
    cl::sub(Extract));
static cl::opt<unsigned> Jobs("j", cl::Prefix,
                              cl::desc("Units at a time (default: all cores)"),
                              cl::value_desc("N"), cl::sub(Extract));
static cl::list<std::string>
    Paths(cl::Positional,
          cl::desc("[PATH...] (only units in these, relative to the source "
                   "root)"),
          cl::sub(Extract));

static Error readShard(ExtractRequest &Request) {
  if (Shard.empty())
    return Error::success();
  StringRef Text = Shard;
  unsigned Index = 0, Count = 0;
  if (Text.consumeInteger(10, Index) || !Text.consume_front("/") ||
      Text.getAsInteger(10, Count) || Index < 1 || Index > Count)
    return errorOf("--shard wants I/N with 1 <= I <= N, not '" + Shard + "'");
  if (OnlyConcerned && Count > 1)
    return errorOf(
        "--only-concerned has to see all units: which of them can be "
        "skipped depends on the others; leave out --shard");
  Request.From.ShardIndex = Index - 1;
  Request.From.ShardCount = Count;
  return Error::success();
}

Expected<ExtractResult> pagesplit::extractStep(ExtractRequest Request,
                                               StringRef Title) {
  Request.Program = programPath().str();
  Expected<std::string> Knowledge = knowledgeDirectory();
  if (!Knowledge)
    return Knowledge.takeError();
  Request.KnowledgeDirectory = *Knowledge;
  Progress Shown(Title, "units");
  Expected<ExtractResult> Result =
      runExtract(Request, [&](unsigned Done, unsigned Total, StringRef Unit) {
        Shown.update(Done, Total, Unit);
      });
  Shown.finish();
  if (!Result)
    return Result;
  if (Error E = summarizeExtract(*Result, Title, Request.Output))
    return std::move(E);
  return Result;
}

static Expected<ExitCode> run() {
  ExtractRequest Request;
  Request.From.Build = Build;
  Request.From.SourceRoot = SourceRoot;
  Request.From.Label = Label;
  Request.From.Paths.assign(Paths.begin(), Paths.end());
  Request.Jobs = Jobs;
  Request.Output = Output;
  Request.AllBodies = AllBodies;
  Request.OnlyConcerned = OnlyConcerned;
  if (Error E = readShard(Request))
    return std::move(E);
  Expected<ExtractResult> Result = extractStep(std::move(Request));
  if (!Result)
    return Result.takeError();
  return Fine;
}

Verb pagesplit::extractVerb() { return {&Extract, run}; }
