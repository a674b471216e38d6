//===- ReportVerb.cpp - pagesplit report ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSeries.h"
#include "Verb.h"

#include "pagesplit/Report/Blockers.h"
#include "pagesplit/Report/Comparison.h"
#include "pagesplit/Report/Report.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/Support/Process.h"

#include <sys/ioctl.h>
#include <unistd.h>

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Report("report", "Show who touches what of struct page");
static cl::list<std::string> Databases(cl::Positional, cl::OneOrMore,
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
                   "what is left by descriptor"),
        clEnumValN(ReportTable::Configurations, "configurations",
                   "what each configuration shows, and what only it does"),
        clEnumValN(ReportTable::Trees, "trees", "what is compared"),
        clEnumValN(ReportTable::Fields, "fields",
                   "accesses by field (--compare; csv: default)"),
        clEnumValN(ReportTable::Subsystems, "subsystems",
                   "accesses by subsystem (--compare)"),
        clEnumValN(ReportTable::Changes, "changes",
                   "what went and what came (--compare)")));
static cl::opt<bool>
    Compare("compare",
            cl::desc("Compare several databases, oldest first: what is left in "
                     "each, what went and what came"),
            cl::sub(Report));
static cl::opt<bool> NoSource("no-source",
                              cl::desc("Quote no line of the source tree "
                                       "(html)"),
                              cl::sub(Report));
static cl::opt<bool> NoFunctions(
    "no-functions",
    cl::desc("Leave out functions and their accesses, the largest part (html)"),
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

static cl::opt<std::string>
    Series("series", cl::value_desc("SERIES"),
           cl::desc("Show what `pagesplit rewrite` made of each access, and "
                    "how far it is proved (html)"),
           cl::sub(Report));

static Error printOne(const ReportOptions &Options, StringRef Database) {
  if (Format == ReportFormat::Html && !Blockers && Output != "-")
    return writeHtmlReport(Database, Options, Output);
  return writeFile(Output, [&](raw_ostream &Out) {
    if (Blockers)
      return listBlockers(Database, Format, Out);
    return renderReport(Database, Options, Out);
  });
}

static Error printComparison() {
  std::vector<std::string> Paths(Databases.begin(), Databases.end());
  return writeFile(Output, [&](raw_ostream &Out) {
    return compareReports(Paths, Format, Table, Out);
  });
}

// LLVM 19 only knows $COLUMNS.
static unsigned terminalColumns() {
  winsize Size = {};
  if (unsigned Columns = sys::Process::StandardOutColumns())
    return Columns;
  if (!sys::Process::StandardOutIsDisplayed() ||
      ioctl(STDOUT_FILENO, TIOCGWINSZ, &Size) != 0)
    return 0;
  return Size.ws_col;
}

static Expected<ExitCode> run() {
  if (!Compare && Databases.size() > 1)
    return errorOf("several databases are for --compare");
  ReportOptions Options;
  Options.Format = Format;
  Options.Table = Table;
  Options.WithSource = !NoSource;
  Options.WithFunctions = !NoFunctions;
  if (unsigned Columns = terminalColumns())
    Options.Width = std::clamp(Columns, 80u, 120u);
  if (!Series.empty()) {
    Expected<std::map<std::string, Proposal>> Found = proposalsOf(Series);
    if (!Found)
      return Found.takeError();
    Options.Proposals = std::move(*Found);
  }
  if (Error E = Compare ? printComparison() : printOne(Options, Databases[0]))
    return std::move(E);
  return Fine;
}

Verb pagesplit::reportVerb() { return {&Report, run}; }
