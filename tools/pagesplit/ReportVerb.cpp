//===- ReportVerb.cpp - pagesplit report ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verb.h"

#include "pagesplit/Report/Blockers.h"
#include "pagesplit/Report/Report.h"
#include "pagesplit/Support/OutputFile.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Report("report", "Show who touches what of struct page");
static cl::opt<std::string> Database(cl::Positional, cl::Required,
                                     cl::desc("FILE.db"), cl::sub(Report));
static cl::opt<ReportFormat>
    Format("format", cl::desc("How to show it (default: text)"),
           cl::sub(Report), cl::init(ReportFormat::Text),
           cl::values(clEnumValN(ReportFormat::Text, "text", "for a terminal"),
                      clEnumValN(ReportFormat::Html, "html",
                                 "one page, needs nothing else"),
                      clEnumValN(ReportFormat::Svg, "svg",
                                 "a picture of --table words or matrix"),
                      clEnumValN(ReportFormat::Json, "json", "every table"),
                      clEnumValN(ReportFormat::Csv, "csv", "one table"),
                      clEnumValN(ReportFormat::Markdown, "markdown",
                                 "for mails and wikis")));
static cl::opt<ReportTable> Table(
    "table", cl::desc("Show this table only"), cl::sub(Report),
    cl::init(ReportTable::All),
    cl::values(
        clEnumValN(ReportTable::All, "all", "what the format has (default)"),
        clEnumValN(ReportTable::Summary, "summary",
                   "subsystem by word (text, markdown)"),
        clEnumValN(ReportTable::Matrix, "matrix",
                   "subsystem by field (csv: default)"),
        clEnumValN(ReportTable::Words, "words", "word by field by subsystem"),
        clEnumValN(ReportTable::Coverage, "coverage",
                   "units, errors, flags left out"),
        clEnumValN(ReportTable::Accesses, "accesses", "every access"),
        clEnumValN(ReportTable::Descriptors, "descriptors",
                   "subsystem by field by descriptor"),
        clEnumValN(ReportTable::Collisions, "collisions",
                   "words that a subsystem has as two things"),
        clEnumValN(ReportTable::DescriptorUses, "descriptor-uses",
                   "what is left by descriptor")));
static cl::opt<bool> NoSource("no-source",
                              cl::desc("Quote no line of the source tree "
                                       "(html)"),
                              cl::sub(Report));
static cl::opt<bool>
    Blockers("blockers",
             cl::desc("Show instead what keeps verdicts unknown, the worst "
                      "first (text, csv, json)"),
             cl::sub(Report));
static cl::opt<std::string> Output("o", cl::value_desc("FILE"), cl::init("-"),
                                   cl::desc("Write to FILE; as html also to "
                                            "report.html in a directory"),
                                   cl::sub(Report));

static Expected<ExitCode> run() {
  ReportOptions Options;
  Options.Format = Format;
  Options.Table = Table;
  Options.WithSource = !NoSource;
  if (Format == ReportFormat::Html && !Blockers && Output != "-") {
    if (Error E = writeHtmlReport(Database, Options, Output))
      return std::move(E);
    return Fine;
  }
  if (Error E = writeFile(Output, [&](raw_ostream &Out) {
        if (Blockers)
          return listBlockers(Database, Format, Out);
        return renderReport(Database, Options, Out);
      }))
    return std::move(E);
  return Fine;
}

Verb pagesplit::reportVerb() { return {&Report, run}; }
