//===- CoverageVerb.cpp - pagesplit coverage ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verb.h"

#include "pagesplit/Outlook/Coverage.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand
    Command("coverage",
            "Lines that mention struct page and were never compiled");
static cl::opt<std::string> Database(cl::Positional, cl::Required,
                                     cl::desc("FILE.db"), cl::sub(Command));
static cl::opt<TableForm>
    Format("format", cl::desc("How to show it (default: text)"),
           cl::sub(Command), cl::init(TableForm::Text),
           cl::values(clEnumValN(TableForm::Text, "text", "for a terminal"),
                      clEnumValN(TableForm::Json, "json", "every table"),
                      clEnumValN(TableForm::Csv, "csv", "one table"),
                      clEnumValN(TableForm::Markdown, "markdown",
                                 "for mails and wikis")));
static cl::opt<std::string>
    Table("table", cl::value_desc("NAME"),
          cl::desc("Only this table, all of it: gaps (csv: default), symbols, "
                   "subsystems, configs or lines"),
          cl::sub(Command));

static Expected<ExitCode> run() {
  if (Error E = writeFile("-", [&](raw_ostream &Out) {
        return printCoverage(Database, Format, Table, Out);
      }))
    return std::move(E);
  return Fine;
}

Verb pagesplit::coverageVerb() { return {&Command, run}; }
