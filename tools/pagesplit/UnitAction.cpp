//===- UnitAction.cpp - one translation unit, started by ninja ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitAction.h"

#include "Verb.h"
#include "pagesplit/Extract/UnitExtractor.h"
#include "pagesplit/Facts/FactFile.h"
#include "pagesplit/Support/OutputFile.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/TargetSelect.h"

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

static Error writeDepfile(const UnitRequest &Request,
                          const UnitResult &Result) {
  return writeFile(Request.Depfile, [&](raw_ostream &Out) {
    Out << makeEscaped(Request.Output) << ':';
    for (const std::string &File : Result.Dependencies)
      Out << " \\\n  " << makeEscaped(File);
    Out << '\n';
    return Error::success();
  });
}

static Error writeResult(const UnitRequest &Request, const UnitResult &Result) {
  std::string Text;
  raw_string_ostream Out(Text);
  printFacts(Result.Facts, Out);
  if (Error E = writeFileIfChanged(Request.Output, Out.str()))
    return E;
  return writeDepfile(Request, Result);
}

static Error carryOut(StringRef ActionFile) {
  Expected<UnitRequest> Request = readRequest(ActionFile);
  if (!Request)
    return Request.takeError();
  Expected<Knowledge> Known = loadKnowledge(Request->KnowledgeDirectory);
  if (!Known)
    return Known.takeError();
  UnitResult Result;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Recovery;
  bool Survived = Recovery.RunSafelyOnThread(
      [&] { Result = extractUnit(*Request, *Known); }, StackBytes);
  if (!Survived)
    Result = failedUnit(*Request, "the parser crashed");
  return writeResult(*Request, Result);
}

int pagesplit::runUnitAction(StringRef ActionFile) {
  InitializeAllTargetInfos();
  Error E = carryOut(ActionFile);
  if (!E)
    return Fine;
  printError(std::move(E));
  return Usage;
}
