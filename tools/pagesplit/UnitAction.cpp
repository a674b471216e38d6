//===- UnitAction.cpp - one translation unit, started by ninja ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitAction.h"

#include "LintUnitAction.h"
#include "Verb.h"
#include "pagesplit/Edit/EditFile.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Extract/UseExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Units/ActionGraph.h"
#include "pagesplit/Uses/UseFile.h"
#include "pagesplit/Verify/MemberRemoval.h"
#include "pagesplit/Verify/UnitVerifier.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/TargetSelect.h"

#include <unistd.h>

using namespace llvm;
using namespace pagesplit;

// Kernel sources nest deeply enough in macros to want more than a default
// thread's stack.
static constexpr unsigned StackBytes = 64 << 20;

static std::string makeEscaped(StringRef Path) {
  std::string Out;
  for (char C : Path) {
    if (C == ' ' || C == '#' || C == '\\')
      Out += '\\';
    if (C == '$')
      Out += '$';
    Out += C;
  }
  return Out;
}

// Where ninja is: what a shell says of it may go through links.
static std::string workingDirectory() {
  SmallString<256> Here;
  sys::fs::real_path(".", Here);
  return std::string(Here);
}

static Error writeDepfile(const UnitRequest &Request,
                          const std::set<std::string> &Dependencies) {
  std::string Here = workingDirectory();
  return writeFile(Request.Depfile, [&](raw_ostream &Out) {
    Out << makeEscaped(Request.Output) << ':';
    for (const std::string &File : Dependencies)
      Out << " \\\n  " << makeEscaped(seenFrom(File, Here));
    Out << '\n';
    return Error::success();
  });
}

namespace {
/// Clang opens some files of the command line, such as the seed of randomised
/// layouts, from where the process is. When the directory is gone Clang says
/// what it misses.
class Inside {
public:
  explicit Inside(StringRef Directory) {
    sys::fs::current_path(Before);
    sys::fs::set_current_path(Directory);
  }
  ~Inside() { sys::fs::set_current_path(Before); }

private:
  SmallString<256> Before;
};
} // namespace

bool pagesplit::survives(const UnitRequest &Request,
                         function_ref<void()> Work) {
  Inside There(Request.Directory);
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Recovery;
  return Recovery.RunSafelyOnThread(Work, StackBytes);
}

static Error writeText(const UnitRequest &Request, const std::string &Text,
                       const std::set<std::string> &Dependencies) {
  if (Error E = writeFileIfChanged(Request.Output, Text))
    return E;
  return writeDepfile(Request, Dependencies);
}

static Error writeFacts(const UnitRequest &Request, const UnitResult &Result) {
  std::string Text;
  raw_string_ostream Out(Text);
  printFacts(Result.Facts, Out);
  return writeText(Request, Out.str(), Result.Dependencies);
}

// Nothing is written: what made the process fail may be gone the next time, and
// which files it had to do with is not known.
[[noreturn]] static void die(StringRef Reason) {
  errs() << DiedPrefix << Reason << '\n';
  _exit(Usage);
}

// Before LLVM aborts, which would look like a fault of the source.
static void dieOfMemory(void *, const char *, bool) { die("out of memory"); }

static constexpr StringLiteral Crashed = "the parser crashed";

static Error extractFacts(const UnitRequest &Request, const Knowledge &Known) {
  UnitResult Result;
  if (!survives(Request, [&] { Result = extractUnit(Request, Known); }))
    die(Crashed);
  return writeFacts(Request, Result);
}

static Error lintUnit(const UnitRequest &Request) {
  // The same facts as those of extract; the layer is for the checks.
  Expected<Knowledge> Base = loadKnowledge(Request.KnowledgeDirectory);
  if (!Base)
    return Base.takeError();
  CheckedUnit Result = extractAndCheck(Request, *Base);
  if (Result.IsCrashed)
    die(Crashed);
  std::string Text;
  raw_string_ostream Out(Text);
  printCheckResults(Result.Checks, Out);
  if (Error E = writeFileIfChanged(Request.SecondOutput, Out.str()))
    return E;
  return writeFacts(Request, Result.Unit);
}

static Error extractUnitUses(const UnitRequest &Request,
                             const Knowledge &Known) {
  UnitUses Result;
  if (!survives(Request, [&] { Result = extractUses(Request, Known); }))
    die(Crashed);
  std::string Text;
  raw_string_ostream Out(Text);
  printUses(Result.Uses, Out);
  return writeText(Request, Out.str(), Result.Dependencies);
}

// What cannot be read is missing from the list, and from the compilation.
static Error listFiles(const UnitRequest &Request) {
  UnitFiles Files;
  if (!survives(Request, [&] { Files = filesOfUnit(Request); }))
    Files = UnitFiles();
  return writeText(Request, printUnitFiles(Files.InTree), Files.Dependencies);
}

static Error proveUnit(const UnitRequest &Request) {
  Expected<UnitTask> Task = parseTask(Request.Task, Request.Name);
  if (!Task)
    return Task.takeError();
  EditSet Edits;
  if (Error E = readEdits(editsFile(Task->EditsHash), Edits))
    return E;
  initializeMachines();
  ResolvedEdits Resolved = Edits.resolve();
  std::optional<Expected<VerifiedUnit>> Result;
  bool Survived = survives(
      Request, [&] { Result.emplace(verifyUnit(Request, *Task, Resolved)); });
  if (!Survived)
    return writeText(Request, printProof(crashedProof(Request, *Task)), {});
  if (!*Result)
    return Result->takeError();
  return writeText(Request, printProof((*Result)->Proof),
                   (*Result)->Dependencies);
}

static Error compileUnitWithout(const UnitRequest &Request) {
  Expected<std::vector<MemberName>> Names =
      parseRemoval(Request.Task, Request.Name);
  if (!Names)
    return Names.takeError();
  std::optional<Expected<RemovalOutcome>> Result;
  bool Survived = survives(
      Request, [&] { Result.emplace(compileWithout(Request, *Names)); });
  if (!Survived) {
    RemovalOutcome Crashed;
    Crashed.Unit = Request.Name;
    Crashed.Crashed = true;
    return writeText(Request, printOutcome(Crashed), {});
  }
  if (!*Result)
    return Result->takeError();
  return writeText(Request, printOutcome(**Result), (*Result)->Files);
}

static Error carryOut(StringRef Word, StringRef ActionFile) {
  Expected<UnitRequest> Request = readRequest(ActionFile, workingDirectory());
  if (!Request)
    return Request.takeError();
  if (Word == FilesActionWord)
    return listFiles(*Request);
  if (Word == ProofActionWord)
    return proveUnit(*Request);
  if (Word == RemovalActionWord)
    return compileUnitWithout(*Request);
  if (Word == LintActionWord)
    return lintUnit(*Request);
  Expected<Knowledge> Known =
      Request->Layer.empty()
          ? loadKnowledge(Request->KnowledgeDirectory)
          : loadKnowledge(Request->KnowledgeDirectory, Request->Layer);
  if (!Known)
    return Known.takeError();
  return Word == UseActionWord ? extractUnitUses(*Request, *Known)
                               : extractFacts(*Request, *Known);
}

bool pagesplit::isUnitAction(StringRef Word) {
  return Word == FactActionWord || Word == UseActionWord ||
         Word == FilesActionWord || Word == ProofActionWord ||
         Word == RemovalActionWord || Word == LintActionWord;
}

int pagesplit::runUnitAction(StringRef Word, StringRef ActionFile) {
  install_bad_alloc_error_handler(dieOfMemory);
  InitializeAllTargetInfos();
  Error E = carryOut(Word, ActionFile);
  if (!E)
    return Fine;
  printError(std::move(E));
  return Usage;
}
