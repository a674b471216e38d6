//===- ReadinessVerb.cpp - pagesplit readiness ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitAction.h"
#include "Verb.h"

#include "pagesplit/Outlook/Readiness.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/Error.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/Progress.h"
#include "pagesplit/Units/UnitSelection.h"
#include "pagesplit/Verify/MemberRemoval.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/TargetSelect.h"

using namespace llvm;
using namespace pagesplit;

static cl::SubCommand Command("readiness",
                              "What compiles when struct page is one word");
static cl::opt<std::string> Database(cl::Positional, cl::Required,
                                     cl::desc("FILE.db"), cl::sub(Command));
static cl::list<std::string>
    Paths(cl::Positional,
          cl::desc("[PATH...] (only units in these, relative to the source "
                   "root)"),
          cl::sub(Command));
static cl::list<std::string>
    Fields("field", cl::value_desc("F"),
           cl::desc("Ask what breaks when this member alone is gone; may be "
                    "repeated (default: all that the page of one word lacks)"),
           cl::sub(Command));
static cl::opt<double>
    Require("require", cl::value_desc("PERCENT"),
            cl::desc("Exit code 1 when fewer users of struct page need no "
                     "change of their own"),
            cl::sub(Command));
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
          cl::desc("Only this table, all of it: units (csv: default), "
                   "subsystems, blockers, fields or accesses"),
          cl::sub(Command));
static cl::opt<std::string> Config("config", cl::value_desc("LABEL"),
                                   cl::desc("Only this configuration"),
                                   cl::sub(Command));
static cl::opt<bool>
    Prove("prove",
          cl::desc("Compile the units without the members and compare; exit "
                   "code 1 when prediction and compiler differ"),
          cl::sub(Command));
static cl::opt<std::string>
    Build("p", cl::value_desc("BUILD"),
          cl::desc("With --prove: directory that holds compile_commands.json"),
          cl::sub(Command));
static cl::opt<std::string>
    Kernel("kernel", cl::value_desc("DIR"),
           cl::desc("With --prove: the source tree (default: as pagesplit "
                    "kbuild noted it, else BUILD)"),
           cl::sub(Command));
static cl::opt<std::string>
    Cache("cache", cl::value_desc("DIR"),
          cl::desc("With --prove: keep what was compiled in DIR (default "
                   "FILE.db.without)"),
          cl::sub(Command));
static cl::opt<unsigned>
    Jobs("j", cl::Prefix, cl::value_desc("N"),
         cl::desc("With --prove: units at a time (default: all cores)"),
         cl::sub(Command));

static Error checkOptions() {
  if (Prove && Build.empty())
    return errorOf("--prove needs the build that was analysed; see -p");
  if (!Prove && Build.getNumOccurrences())
    return errorOf("-p is for --prove");
  if (Require.getNumOccurrences() && !(Require >= 0 && Require <= 100))
    return errorOf("--require wants a percentage, from 0 to 100");
  return Error::success();
}

// Any unit that sees struct page shows where its members are declared. One
// that does not have them all after all is found when it is compiled.
static std::vector<MemberName>
findMembers(const std::vector<UnitRequest> &Units, const Readiness &Asked) {
  for (const UnitRequest &Unit : Units) {
    std::vector<MemberName> Names;
    if (!survives(Unit, [&] { Names = membersOfPage(Unit); }) || Names.empty())
      continue;
    llvm::erase_if(Names, [&](const MemberName &Name) {
      return !is_contained(Asked.fields(), Name.Member);
    });
    return Names;
  }
  return {};
}

static Error checkHeader(const ComparedUnits &Known, StringRef Root) {
  if (!isInSourceTree(Known.Header))
    return Error::success();
  Expected<std::string> Text = readFile((Root + "/" + Known.Header).str());
  if (!Text)
    return Text.takeError();
  if (Known.HeaderHashes.count(contentHash(*Text)))
    return Error::success();
  return errorIn(Known.Header, "is another version than the one that was "
                               "analysed; extract and solve again");
}

static CompiledUnit compiledUnit(const RemovalOutcome &Outcome) {
  CompiledUnit Unit;
  Unit.Name = Outcome.Unit;
  for (const RemovalError &E : Outcome.Errors) {
    Unit.Breaks = true;
    Unit.BreaksItself |= E.File == mainFileOf(Outcome.Unit);
    if (!E.Member.empty())
      Unit.Named.insert({E.File, E.Line});
    if (Unit.FirstError.empty())
      Unit.FirstError =
          E.File + ":" + std::to_string(E.Line) + ": " + E.Message;
  }
  return Unit;
}

static void printMatrix(StringRef Title, const Agreement &A,
                        const unsigned (&Counts)[2][2]) {
  outs() << "  " << left_justify(Title, 26)
         << format("%5u of %u agree, %.2f %%", A.agreed(Counts), A.Units,
                   A.Units ? 100.0 * A.agreed(Counts) / A.Units : 100.0)
         << ": both break " << Counts[1][1] << ", both compile " << Counts[0][0]
         << ", only predicted " << Counts[1][0] << ", only compiler "
         << Counts[0][1] << '\n';
}

// What cannot be compared is said, not counted.
static void printAgreement(const Agreement &A,
                           const std::vector<std::string> &Apart) {
  outs() << "Prediction and compiler, over " << A.Units << " units\n";
  printMatrix("breaks", A, A.Breaks);
  printMatrix("breaks by its own text", A, A.Itself);
  outs() << "  places where a member is missed: " << A.PlacesBoth
         << " in both, " << A.PlacesPredicted << " only predicted, "
         << A.PlacesCompiler << " only compiler\n";
  for (const std::string &Line : A.Differences)
    outs() << "  differs: " << Line << '\n';
  for (const std::string &Line : Apart)
    outs() << "  not compared: " << Line << '\n';
}

static Expected<ExitCode> prove(Readiness &Asked, UnitSelection Selected,
                                const ComparedUnits &Known) {
  std::vector<std::string> Apart;
  for (const UnitRequest &Unit : Selected.Units)
    if (!Known.Names.count(Unit.Name))
      Apart.push_back(Unit.Name + ": not analysed, not without an error, or "
                                  "does not see struct page");
  llvm::erase_if(Selected.Units, [&](const UnitRequest &Unit) {
    return !Known.Names.count(Unit.Name);
  });
  RemovalRun Run;
  Run.Names = findMembers(Selected.Units, Asked);
  if (Run.Names.empty())
    return errorIn(Build, "no unit in common with " + Database +
                              " that declares the members in the source tree");
  std::string Directory = Cache.empty() ? Database + ".without" : Cache;
  Run.Directory = Directory + "/" + contentHash(printRemoval(Run.Names));
  Run.Units = std::move(Selected.Units);
  Run.Program = programPath().str();
  Run.Jobs = Jobs;
  Progress Shown("compile", "units");
  auto Outcomes = compileAllWithout(
      Run, [&](unsigned Done, unsigned Total, StringRef Unit) {
        Shown.update(Done, Total, Unit);
      });
  Shown.finish();
  if (!Outcomes)
    return Outcomes.takeError();
  std::vector<CompiledUnit> Compiled;
  for (const RemovalOutcome &Outcome : *Outcomes)
    if (Outcome.Crashed)
      Apart.push_back(Outcome.Unit + ": the compiler crashed");
    else if (!Outcome.Kept.empty())
      Apart.push_back(Outcome.Unit +
                      ": its struct page is another one, which "
                      "still has " +
                      join(Outcome.Kept, ", "));
    else
      Compiled.push_back(compiledUnit(Outcome));
  Expected<Agreement> Result = Asked.compare(Compiled);
  if (!Result)
    return Result.takeError();
  printAgreement(*Result, Apart);
  return Result->Differences.empty() ? Fine : Findings;
}

static Expected<ExitCode> proveStep(ReadinessQuestion Question) {
  UnitQuery Query;
  Query.Build = Build;
  Query.SourceRoot = Kernel;
  Query.Label = Config;
  Query.Paths.assign(Paths.begin(), Paths.end());
  Expected<UnitSelection> Selected = selectUnits(Query);
  if (!Selected)
    return Selected.takeError();
  Question.Config = Selected->Label;
  Expected<Readiness> Asked = Readiness::ask(Database, Question);
  if (!Asked)
    return Asked.takeError();
  Expected<ComparedUnits> Known = Asked->comparable();
  if (!Known)
    return Known.takeError();
  if (Error E = checkHeader(*Known, Selected->SourceRoot))
    return std::move(E);
  InitializeAllTargetInfos();
  return prove(*Asked, std::move(*Selected), *Known);
}

static Expected<ExitCode> run() {
  if (Error E = checkOptions())
    return std::move(E);
  ReadinessQuestion Question;
  Question.Fields.assign(Fields.begin(), Fields.end());
  Question.Paths.assign(Paths.begin(), Paths.end());
  Question.Config = Config;
  if (Prove)
    return proveStep(std::move(Question));
  Expected<Readiness> Asked = Readiness::ask(Database, Question);
  if (!Asked)
    return Asked.takeError();
  if (Error E = writeFile("-", [&](raw_ostream &Out) {
        return Asked->print(Format, Table, Out);
      }))
    return std::move(E);
  if (!Require.getNumOccurrences() || Asked->users().percent() >= Require)
    return Fine;
  errs() << "pagesplit: " << Database
         << format(": %.1f %% of the users of struct page need no change of "
                   "their own, %.1f %% are required\n",
                   Asked->users().percent(), double(Require));
  return Findings;
}

Verb pagesplit::readinessVerb() { return {&Command, run}; }
