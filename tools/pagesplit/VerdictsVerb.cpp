//===- VerdictsVerb.cpp - pagesplit verdicts ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verb.h"

#include "pagesplit/Report/VerdictList.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Verdicts("verdicts",
                               "List every entity and access with its verdict");
static cl::opt<std::string> Database(cl::Positional, cl::Required,
                                     cl::desc("FILE.db"), cl::sub(Verdicts));

namespace {
enum class Format { Tsv, Json };
}
static cl::opt<Format> Chosen(
    "format", cl::desc("How to show it (default: tsv)"), cl::sub(Verdicts),
    cl::init(Format::Tsv),
    cl::values(clEnumValN(Format::Tsv, "tsv", "tab-separated, header line"),
               clEnumValN(Format::Json, "json", "an array of objects")));
static cl::opt<std::string> FileGlob("file", cl::value_desc("GLOB"),
                                     cl::desc("Only files that match"),
                                     cl::sub(Verdicts));
static cl::opt<std::string> Descriptor("descriptor", cl::value_desc("D"),
                                       cl::desc("Only this verdict"),
                                       cl::sub(Verdicts));

static Expected<ExitCode> run() {
  VerdictListOptions Options;
  Options.Json = Chosen == Format::Json;
  Options.FileGlob = FileGlob;
  Options.Descriptor = Descriptor;
  if (Error E = writeFile("-", [&](raw_ostream &Out) {
        return listVerdicts(Database, Options, Out);
      }))
    return std::move(E);
  return Fine;
}

Verb pagesplit::verdictsVerb() { return {&Verdicts, run}; }
