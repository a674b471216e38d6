//===- UnitCompiler.cpp - compile a unit in memory ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCompiler.h"

#include "pagesplit/Units/UnitParser.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/Utils.h"
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

class AllDependencies : public DependencyCollector {
public:
  bool needSystemDependencies() override { return true; }
};

/// \p Action, and what it read.
template <typename Action> class Reading : public Action {
public:
  explicit Reading(std::set<std::string> &Files) : Files(Files) {}

  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Included->attachToPreprocessor(Compiler.getPreprocessor());
    return Action::BeginSourceFileAction(Compiler);
  }
  void EndSourceFileAction() override {
    for (StringRef File : Included->getDependencies())
      Files.insert(File.str());
    Action::EndSourceFileAction();
  }

private:
  std::set<std::string> &Files;
  std::shared_ptr<AllDependencies> Included =
      std::make_shared<AllDependencies>();
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

static std::set<std::string> absolute(const std::set<std::string> &Files,
                                      StringRef Directory) {
  std::set<std::string> Result;
  for (const std::string &File : Files)
    Result.insert(absoluteFrom(File, Directory));
  return Result;
}

Compilation pagesplit::checkUnit(const UnitRequest &Request,
                                 const SourceRoots &Roots,
                                 FileSystemPtr Files) {
  std::set<std::string> Read;
  WarningList Seen;
  UnitJob Job;
  Job.Action = [&] {
    return std::make_unique<Reading<SyntaxOnlyAction>>(Read);
  };
  Job.Files = std::move(Files);
  Job.Diagnostics = &Seen;
  // What came before is about the command line, and of a try that was refused.
  Job.Adjust = [&](CompilerInvocation &Invocation) {
    Seen.Warnings.clear();
    forgiveWarnings(Invocation.getDiagnosticOpts());
  };
  Compilation Result;
  Result.Error = runOnUnit(Request, Roots, Job).Error;
  Result.Warnings = std::move(Seen.Warnings);
  Result.Files = absolute(Read, Request.Directory);
  return Result;
}

std::set<std::string> pagesplit::readsOfUnit(const UnitRequest &Request,
                                             const SourceRoots &Roots) {
  std::set<std::string> Read;
  UnitJob Job;
  Job.Action = [&] {
    return std::make_unique<Reading<PreprocessOnlyAction>>(Read);
  };
  runOnUnit(Request, Roots, Job);
  return absolute(Read, Request.Directory);
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
