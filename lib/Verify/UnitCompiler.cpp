//===- UnitCompiler.cpp - compile a unit in memory ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCompiler.h"

#include "pagesplit/Units/UnitParser.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

/// Gathers warnings by what they say.
class WarningList : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &D) override {
    DiagnosticConsumer::HandleDiagnostic(Level, D);
    if (Level != DiagnosticsEngine::Warning)
      return;
    SmallString<128> Message;
    D.FormatDiagnostic(Message);
    StringRef Flag =
        D.getDiags()->getDiagnosticIDs()->getWarningOptionForDiag(D.getID());
    Warnings.insert((Message + " [-W" + Flag + "]").str());
  }

  std::multiset<std::string> Warnings;
};

} // namespace

// "-Werror=x" turns x on as well, which has to stay.
static void forgiveWarnings(DiagnosticOptions &Options) {
  std::vector<std::string> Kept;
  for (StringRef Word : Options.Warnings) {
    if (Word == "error")
      continue;
    Word.consume_front("error=");
    Kept.push_back(Word.str());
  }
  Options.Warnings = std::move(Kept);
  Options.PedanticErrors = false;
  Options.IgnoreWarnings = false;
}

Compilation pagesplit::checkUnit(const UnitRequest &Request,
                                 const SourceRoots &Roots,
                                 FileSystemPtr Files) {
  WarningList Seen;
  UnitJob Job;
  Job.Action = [] { return std::make_unique<SyntaxOnlyAction>(); };
  Job.Files = std::move(Files);
  Job.Diagnostics = &Seen;
  // What came before is about the command line, and of a try that was refused.
  Job.Adjust = [&](CompilerInvocation &Invocation) {
    Seen.Warnings.clear();
    forgiveWarnings(Invocation.getDiagnosticOpts());
  };
  UnitOutcome Outcome = runOnUnit(Request, Roots, Job);
  return {std::move(Outcome.Error), std::move(Seen.Warnings),
          std::move(Outcome.Files)};
}

std::set<std::string> pagesplit::readsOfUnit(const UnitRequest &Request,
                                             const SourceRoots &Roots) {
  UnitJob Job;
  Job.Action = [] { return std::make_unique<PreprocessOnlyAction>(); };
  return runOnUnit(Request, Roots, Job).Files;
}

std::string pagesplit::newProblem(const Compilation &Before,
                                  const Compilation &After) {
  if (!After.Error.empty())
    return After.Error;
  for (const std::string &Warning : After.Warnings)
    if (After.Warnings.count(Warning) > Before.Warnings.count(Warning))
      return "new warning: " + Warning;
  return "";
}
