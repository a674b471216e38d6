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
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
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
  bool Survived;
  {
    Inside There(Request->Directory);
    Survived = Recovery.RunSafelyOnThread(
        [&] { Result = extractUnit(*Request, *Known); }, StackBytes);
  }
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
