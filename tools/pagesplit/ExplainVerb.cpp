//===- ExplainVerb.cpp - pagesplit explain --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verb.h"

#include "pagesplit/Report/Explain.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Explain("explain",
                              "Show the facts that lead to a verdict");
static cl::opt<std::string> Database(cl::Positional, cl::Required,
                                     cl::desc("FILE.db"), cl::sub(Explain));
static cl::opt<std::string> Where(cl::Positional, cl::Required,
                                  cl::desc("FILE:LINE[:COL]|FUNCTION[:NAME]"),
                                  cl::sub(Explain));

namespace {
enum class Format { Text, Json };
}
static cl::opt<Format>
    Chosen("format", cl::desc("How to show it (default: text)"),
           cl::sub(Explain), cl::init(Format::Text),
           cl::values(clEnumValN(Format::Text, "text", "for reading"),
                      clEnumValN(Format::Json, "json", "an array of objects")));

static Expected<ExitCode> run() {
  if (Error E = writeFile("-", [&](raw_ostream &Out) {
        return explain(Database, Where, Chosen == Format::Json, Out);
      }))
    return std::move(E);
  return Fine;
}

Verb pagesplit::explainVerb() { return {&Explain, run}; }
