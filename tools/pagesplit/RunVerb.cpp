//===- RunVerb.cpp - pagesplit run ----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Steps.h"
#include "Verb.h"

#include "pagesplit/Report/Report.h"
#include "pagesplit/Support/Error.h"
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
static cl::list<std::string> Archs("arch",
                                   cl::desc("Architecture, as make's ARCH "
                                            "(default: this machine's); may "
                                            "be repeated"),
                                   cl::value_desc("A"), cl::sub(Run));
static cl::list<std::string>
    Configs("config",
            cl::desc("A make target such as defconfig or allmodconfig, or a "
                     ".config file (default: defconfig); may be repeated, and "
                     "goes with every --arch"),
            cl::value_desc("NAME|FILE"), cl::sub(Run));
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

static Error printTable(StringRef Database, ReportTable Table) {
  ReportOptions Options;
  Options.Table = Table;
  return writeFile("-", [&](raw_ostream &Out) {
    return renderReport(Database, Options, Out);
  });
}

namespace {
/// One configuration of one architecture, and where it goes.
struct Pair {
  KbuildRequest Build;
  std::string Label; ///< "arm64/defconfig"
  std::string Facts; ///< directory
  /// Where this configuration compiles anything; arch/s390 only s390 does.
  std::vector<std::string> Paths = {};
};
} // namespace

static Error addPair(StringRef Arch, StringRef Config,
                     std::vector<Pair> &Pairs) {
  Pair New;
  New.Build.Kernel = Kernel;
  New.Build.Arch = Arch.str();
  New.Build.Config = Config.str();
  New.Build.Jobs = Jobs;
  New.Build.Paths = Paths;
  Expected<std::string> Label = configurationLabel(New.Build);
  if (!Label)
    return Label.takeError();
  New.Label = std::move(*Label);
  auto Same =
      find_if(Pairs, [&](const Pair &P) { return P.Label == New.Label; });
  if (Same != Pairs.end())
    return errorIn(New.Label,
                   "two configurations would have this name: --config " +
                       Same->Build.Config + " and --config " + Config +
                       "; leave one out, or rename one of two files");
  Pairs.push_back(std::move(New));
  return Error::success();
}

static std::vector<std::string> given(const cl::list<std::string> &Option,
                                      StringRef Default) {
  if (Option.empty())
    return {Default.str()};
  return {Option.begin(), Option.end()};
}

// A single pair is right in OUT; of several, each in the directory of its name.
static Expected<std::vector<Pair>> choosePairs() {
  std::vector<Pair> Pairs;
  for (const std::string &Arch : given(Archs, ""))
    for (const std::string &Config : given(Configs, "defconfig"))
      if (Error E = addPair(Arch, Config, Pairs))
        return std::move(E);
  for (Pair &P : Pairs) {
    const std::string In = Pairs.size() > 1 ? P.Label + "/" : "";
    P.Build.Build = inOutput(In + "build");
    P.Facts = inOutput(In + "facts");
  }
  return Pairs;
}

static Error buildPair(Pair &P, StringRef Title) {
  Expected<KbuildResult> Built = kbuildStep(P.Build, Title);
  if (!Built)
    return Built.takeError();
  P.Paths = std::move(Built->Paths);
  return Error::success();
}

static Error extractPair(Pair &P, StringRef Title) {
  ExtractRequest Request;
  Request.From.Build = P.Build.Build;
  Request.From.Paths = P.Paths;
  Request.Jobs = Jobs;
  Request.OnlyConcerned = OnlyConcerned;
  Request.Output = P.Facts;
  return extractStep(std::move(Request), Title).takeError();
}

static Error runStep(const Twine &Name, Error (*Step)(Pair &, StringRef),
                     MutableArrayRef<Pair> Pairs) {
  if (Pairs.size() == 1)
    return Step(Pairs.front(), Name.str());
  for (Pair &P : Pairs)
    if (Error E = Step(P, (Name + " " + P.Label).str()))
      return joinErrors(errorIn(P.Label, Name +
                                             " of this configuration failed,"
                                             " so nothing was solved; what "
                                             "the others left in " +
                                             Output + " stays"),
                        std::move(E));
  return Error::success();
}

// Several configurations are worth a word on what each is good for.
static Error printTables(StringRef Database, bool Several) {
  if (Error E = printTable(Database, ReportTable::Summary))
    return E;
  if (!Several)
    return Error::success();
  outs() << "\nWhat each configuration shows, and what only it does\n\n";
  return printTable(Database, ReportTable::Configurations);
}

static Error solveAndReport(ArrayRef<Pair> Pairs) {
  std::vector<std::string> Facts;
  for (const Pair &P : Pairs)
    Facts.push_back(P.Facts);
  std::string Database = inOutput("pagesplit.db");
  std::string Html = inOutput("report.html");
  std::string Json = inOutput("report.json");
  if (Error E = solveStep(Facts, Kernel, Database,
                          std::vector<std::string>(Paths.begin(), Paths.end())))
    return E;
  if (Error E = writeHtmlReport(Database, ReportOptions(), Html))
    return E;
  if (Error E = makeReport(Database, ReportFormat::Json, Json))
    return E;
  if (Error E = printTables(Database, Pairs.size() > 1))
    return E;
  outs() << '\n';
  for (const std::string &Path : {Database, Html, Json})
    outs() << Path << '\n';
  return Error::success();
}

static Expected<ExitCode> runWholeJob() {
  Expected<std::vector<Pair>> Pairs = choosePairs();
  if (!Pairs)
    return Pairs.takeError();
  if (Error E = makeDirectory(Output))
    return std::move(E);
  // What is wrong with a configuration shows when it is built, so all are
  // built before the first is parsed.
  if (Error E = runStep("kbuild", buildPair, *Pairs))
    return std::move(E);
  if (Error E = runStep("extract", extractPair, *Pairs))
    return std::move(E);
  if (Error E = solveAndReport(*Pairs))
    return std::move(E);
  return Fine;
}

Verb pagesplit::runVerb() { return {&Run, runWholeJob}; }
