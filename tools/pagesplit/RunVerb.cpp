//===- RunVerb.cpp - pagesplit run ----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Steps.h"
#include "Verb.h"

#include "pagesplit/Report/Report.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Run("run", "The whole job: from a kernel tree to the "
                                 "table of who touches struct page");
static cl::opt<std::string> Kernel("kernel",
                                   cl::desc("Root of the kernel tree"),
                                   cl::value_desc("DIR"), cl::Required,
                                   cl::sub(Run));
static cl::opt<std::string> Arch("arch",
                                 cl::desc("Architecture, as make's ARCH "
                                          "(default: this machine's)"),
                                 cl::value_desc("A"), cl::sub(Run));
static cl::opt<std::string> Config("config",
                                   cl::desc("A make target such as defconfig "
                                            "or allmodconfig, or a .config "
                                            "file (default: defconfig)"),
                                   cl::value_desc("NAME|FILE"),
                                   cl::init("defconfig"), cl::sub(Run));
static cl::opt<std::string> Output("o",
                                   cl::desc("Directory for all that is made"),
                                   cl::value_desc("OUT"), cl::Required,
                                   cl::sub(Run));
static cl::opt<unsigned> Jobs("j", cl::Prefix,
                              cl::desc("Jobs at once (default: all cores)"),
                              cl::value_desc("N"), cl::init(0), cl::Prefix,
                              cl::sub(Run));
static cl::opt<bool>
    OnlyConcerned("only-concerned",
                  cl::desc("Parse only units in which a name leads to a page"),
                  cl::sub(Run));
static cl::list<std::string> Paths(cl::Positional,
                                   cl::desc("[PATH...]  Only these directories "
                                            "or files of the tree"),
                                   cl::sub(Run));

static std::string inOutput(StringRef Name) {
  SmallString<256> Path(Output);
  sys::path::append(Path, Name);
  return std::string(Path);
}

static Error makeReport(StringRef Database, ReportFormat Format,
                        StringRef Path) {
  ReportOptions Options;
  Options.Format = Format;
  return writeFile(Path, [&](raw_ostream &Out) {
    return renderReport(Database, Options, Out);
  });
}

static Error printSummary(StringRef Database) {
  ReportOptions Options;
  Options.Table = ReportTable::Summary;
  return writeFile("-", [&](raw_ostream &Out) {
    return renderReport(Database, Options, Out);
  });
}

static Expected<std::vector<std::string>> buildAndExtract() {
  KbuildRequest Build;
  Build.Kernel = Kernel;
  Build.Arch = Arch;
  Build.Config = Config;
  Build.Build = inOutput("build");
  Build.Jobs = Jobs;
  Build.Paths = Paths;
  Expected<KbuildResult> Built = kbuildStep(Build);
  if (!Built)
    return Built.takeError();
  ExtractRequest Request;
  Request.From.Build = Build.Build;
  Request.From.Paths = Paths;
  Request.Jobs = Jobs;
  Request.OnlyConcerned = OnlyConcerned;
  Request.Output = inOutput("facts");
  Expected<ExtractResult> Extracted = extractStep(Request);
  if (!Extracted)
    return Extracted.takeError();
  return std::vector<std::string>{Request.Output};
}

static Expected<ExitCode> runWholeJob() {
  if (Error E = makeDirectory(Output))
    return std::move(E);
  Expected<std::vector<std::string>> Facts = buildAndExtract();
  if (!Facts)
    return Facts.takeError();
  std::string Database = inOutput("pagesplit.db");
  std::string Html = inOutput("report.html");
  std::string Json = inOutput("report.json");
  if (Error E = solveStep(*Facts, Kernel, Database,
                          std::vector<std::string>(Paths.begin(), Paths.end())))
    return std::move(E);
  if (Error E = writeHtmlReport(Database, ReportOptions(), Html))
    return std::move(E);
  if (Error E = makeReport(Database, ReportFormat::Json, Json))
    return std::move(E);
  if (Error E = printSummary(Database))
    return std::move(E);
  outs() << '\n';
  for (const std::string &Path : {Database, Html, Json})
    outs() << Path << '\n';
  return Fine;
}

Verb pagesplit::runVerb() { return {&Run, runWholeJob}; }
