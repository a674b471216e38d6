//===- main.cpp - the pagesplit command -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintKbuild.h"
#include "UnitAction.h"
#include "Verb.h"

#include "pagesplit/Support/Version.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/raw_ostream.h"

#include <csignal>
#include <string>
#include <vector>

using namespace llvm;
using namespace pagesplit;

static std::string &program() {
  static std::string Path;
  return Path;
}

StringRef pagesplit::programPath() { return program(); }

void pagesplit::printError(Error E) {
  handleAllErrors(std::move(E), [](const ErrorInfoBase &Info) {
    errs() << "pagesplit: " << Info.message() << '\n';
  });
}

static void printVersion(raw_ostream &Out) {
  Out << "pagesplit " << versionText() << '\n';
}

static int runVerb(const Verb &V) {
  Expected<ExitCode> Code = V.Run();
  if (Code)
    return *Code;
  printError(Code.takeError());
  return Usage;
}

// The libraries register options of their own with the top level; a user of
// pagesplit has no use for them.
static void hideForeignOptions() {
  for (auto &Entry : cl::getRegisteredOptions()) {
    cl::Option *Option = Entry.second;
    if (Option->ArgStr != "help" && Option->ArgStr != "version")
      Option->setHiddenFlag(cl::ReallyHidden);
  }
}

int main(int Argc, const char **Argv) {
  InitLLVM Init(Argc, Argv);
  setBugReportMsg("pagesplit crashed, which is a bug in pagesplit; please "
                  "report it with what follows.\n");
  // A limit on the size of files is an error of the write that meets it, not
  // a reason to die in the middle of it.
  std::signal(SIGXFSZ, SIG_IGN);
  program() = sys::fs::getMainExecutable(
      Argv[0], reinterpret_cast<void *>(&pagesplit::programPath));
  // Started by ninja once per translation unit: no options to parse.
  if (Argc == 3 && isUnitAction(Argv[1]))
    return runUnitAction(Argv[1], Argv[2]);

  Argc = takeKbuildArguments(Argc, Argv);
  const std::vector<Verb> Verbs = {
#define PAGESPLIT_VERB(NAME) NAME##Verb(),
#include "Verbs.def"
#undef PAGESPLIT_VERB
  };
  hideForeignOptions();
  cl::SetVersionPrinter(printVersion);
  std::string Problem;
  raw_string_ostream ProblemStream(Problem);
  if (!cl::ParseCommandLineOptions(Argc, Argv,
                                   "find, explain and convert the users of "
                                   "struct page\n",
                                   &ProblemStream)) {
    errs() << ProblemStream.str();
    return Usage;
  }
  for (const Verb &V : Verbs)
    if (*V.Command)
      return runVerb(V);
  errs() << "pagesplit: error: no verb given; see 'pagesplit -h'\n";
  return Usage;
}
