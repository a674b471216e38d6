//===- LintVerb.cpp - pagesplit lint --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintKbuild.h"
#include "LintRules.h"
#include "LintRun.h"
#include "Verb.h"

#include "pagesplit/Lint/Findings.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Lint("lint", "Find uses of the old struct page, all or "
                                   "only new ones");
static cl::opt<std::string>
    Build("p", cl::value_desc("BUILD"),
          cl::desc("Directory that holds compile_commands.json, or that file"),
          cl::sub(Lint));
static cl::opt<std::string> SourceRoot(
    "source-root",
    cl::desc("Directory that paths are relative to (default: as pagesplit "
             "kbuild noted it, else BUILD)"),
    cl::value_desc("DIR"), cl::sub(Lint));
static cl::opt<std::string>
    Database("db", cl::value_desc("FILE.db"),
             cl::desc("Say which descriptor a page is and why, as solve found"),
             cl::sub(Lint));
static cl::opt<std::string>
    Diff("diff", cl::value_desc("REV"),
         cl::desc("Only what stands on lines that `git diff REV` adds; with - "
                  "a diff on standard input"),
         cl::sub(Lint));
static cl::opt<bool> Files("files",
                           cl::desc("The names that follow are what to look "
                                    "at (they are without it as well)"),
                           cl::sub(Lint));
static cl::list<std::string>
    Paths(cl::Positional,
          cl::desc("[FILE...] (only these files, and those below these "
                   "directories, relative to the source root)"),
          cl::sub(Lint));
static cl::opt<std::string>
    BaselineFile("baseline", cl::value_desc("FILE"),
                 cl::desc("Only what FILE does not have"), cl::sub(Lint));
static cl::opt<bool>
    Update("update-baseline",
           cl::desc("Take out of the baseline what is not there any more"),
           cl::sub(Lint));
static cl::opt<bool> Force("force",
                           cl::desc("Put in the baseline what it does not "
                                    "have; make it when it is missing"),
                           cl::sub(Lint));
static cl::opt<LintFormat>
    Format("format", cl::desc("How to show it (default: text)"), cl::sub(Lint),
           cl::init(LintFormat::Text),
           cl::values(clEnumValN(LintFormat::Text, "text", "as compilers do"),
                      clEnumValN(LintFormat::Sarif, "sarif", "SARIF 2.1.0"),
                      clEnumValN(LintFormat::Gitlab, "gitlab",
                                 "GitLab's code quality report"),
                      clEnumValN(LintFormat::Github, "github",
                                 "annotations of GitHub's workflows")));
static cl::opt<std::string> Output("o", cl::value_desc("FILE"), cl::init("-"),
                                   cl::desc("Write to FILE"), cl::sub(Lint));
static cl::list<std::string>
    Checks("checks", cl::CommaSeparated, cl::value_desc("NAME,..."),
           cl::desc("Only these checks (default: all)"), cl::sub(Lint));
static cl::opt<std::string>
    LayerName("layer", cl::value_desc("L"),
              cl::desc("Knowledge layer (default: by the kernel's version)"),
              cl::sub(Lint));
static cl::opt<std::string>
    Cache("cache", cl::value_desc("DIR"),
          cl::desc("Keep facts in DIR (default: BUILD/pagesplit-lint)"),
          cl::sub(Lint));
static cl::opt<unsigned> Jobs("j", cl::Prefix, cl::value_desc("N"),
                              cl::desc("Units at a time (default: all cores)"),
                              cl::sub(Lint));
static cl::opt<bool>
    Kbuild("kbuild",
           cl::desc("For make C=1 CHECK=\"pagesplit lint --kbuild\": all that "
                    "follows is the compiler's flags and one file; exit 0 "
                    "whatever is found"),
           cl::sub(Lint));
static cl::opt<bool> Werror("werror",
                            cl::desc("With --kbuild: exit 1 when something is "
                                     "found, so that the build stops"),
                            cl::sub(Lint));

static Error checkOptions() {
  if (Kbuild) {
    if (!Build.empty() || !Diff.empty() || !Database.empty() || Update ||
        Output != "-")
      return errorOf("-p, --diff, --db, --update-baseline and -o do not go "
                     "with --kbuild");
    return Error::success();
  }
  if (Werror)
    return errorOf("--werror is for --kbuild; findings are exit code 1 anyway");
  if (Build.empty())
    return errorOf("lint wants -p BUILD, or --kbuild");
  if (Files && Paths.empty())
    return errorOf("--files wants the names of files");
  if (!Diff.empty() && !Paths.empty())
    return errorOf("either --diff or names of files, not both");
  if (Update && BaselineFile.empty())
    return errorOf("--update-baseline wants --baseline FILE");
  if (Update && !Diff.empty())
    return errorOf("--update-baseline is about whole files; leave out --diff");
  if (Force && !Update)
    return errorOf("--force is for --update-baseline");
  return Error::success();
}

static Expected<std::set<std::string>> chosenChecks() {
  std::set<std::string> Known;
  for (const auto &[Name, Summary] : lintRules())
    Known.insert(Name);
  if (Checks.empty())
    return Known;
  std::set<std::string> Chosen;
  for (const std::string &Name : Checks) {
    if (!Known.count(Name))
      return errorOf("no check is called '" + Name + "'; there are " +
                     join(Known, ", "));
    Chosen.insert(Name);
  }
  return Chosen;
}

static void summarize(const LintReport &Report) {
  unsigned New = 0, Old = 0, Suppressed = 0, Blind = 0;
  for (const LintFinding &F : Report.Findings) {
    New += isFailure(F, Report);
    Old += F.State == FindingState::Unchanged;
    Suppressed += F.IsSuppressed && F.State != FindingState::Elsewhere;
  }
  for (const CoverageProblem &P : Report.Problems)
    Blind += !P.IsKnown;
  errs() << "lint: " << New << (New == 1 ? " finding" : " findings");
  if (Report.HasBaseline)
    errs() << ", " << Old << " in the baseline";
  if (Suppressed)
    errs() << ", " << Suppressed << " suppressed";
  if (Blind)
    errs() << ", " << Blind << " files not looked at in full";
  errs() << '\n';
}

static Expected<ExitCode> run() {
  if (Error E = checkOptions())
    return std::move(E);
  auto Chosen = chosenChecks();
  if (!Chosen)
    return Chosen.takeError();
  LintRequest Request;
  Request.Build = Build;
  Request.SourceRoot = SourceRoot;
  Request.Database = Database;
  Request.Diff = Diff;
  Request.Paths.assign(Paths.begin(), Paths.end());
  Request.BaselineFile = BaselineFile;
  Request.UpdatesBaseline = Update;
  Request.MayGrow = Force;
  Request.Checks = std::move(*Chosen);
  Request.Layer = LayerName;
  Request.Cache = Cache;
  Request.Jobs = Jobs;
  std::unique_ptr<SourceTexts> Texts;
  Expected<LintReport> Report =
      Kbuild ? lintForKbuild(Request, Texts) : runLint(Request, Texts);
  if (!Report)
    return Report.takeError();
  if (Kbuild) {
    printLint(*Report, Format, *Texts, errs());
    return Werror && isFailure(*Report) ? Findings : Fine;
  }
  if (Error E = writeFile(Output, [&](raw_ostream &Out) {
        printLint(*Report, Format, *Texts, Out);
        return Error::success();
      }))
    return std::move(E);
  summarize(*Report);
  return isFailure(*Report) ? Findings : Fine;
}

Verb pagesplit::lintVerb() { return {&Lint, run}; }
