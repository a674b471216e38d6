//===- UnitExtractor.cpp - facts of one translation unit ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Extract/UnitExtractor.h"

#include "FactCollector.h"
#include "UnitDiagnostics.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/Utils.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

/// What the stages of one parse hand on.
struct Parse {
  UnitName Unit;
  const SourceRoots &Roots;
  const Knowledge &Known;
  std::optional<Collected> Result;
  std::set<std::string> Dependencies;
};

class Consumer : public ASTConsumer {
public:
  Consumer(Parse &P, const Preprocessor &Macros) : P(P), Macros(Macros) {}
  void HandleTranslationUnit(ASTContext &Context) override {
    P.Result = collectFacts(Context, Macros, P.Unit, P.Roots, P.Known);
  }

private:
  Parse &P;
  const Preprocessor &Macros;
};

class AllDependencies : public DependencyCollector {
public:
  bool needSystemDependencies() override { return true; }
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Parse &P) : P(P) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef) override {
    return std::make_unique<Consumer>(P, Compiler.getPreprocessor());
  }
  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Included->attachToPreprocessor(Compiler.getPreprocessor());
    return true;
  }
  void EndSourceFileAction() override {
    for (StringRef File : Included->getDependencies())
      P.Dependencies.insert(File.str());
  }

private:
  Parse &P;
  std::shared_ptr<AllDependencies> Included =
      std::make_shared<AllDependencies>();
};

/// Takes out of an invocation all that writes files or loads code.
class Factory : public tooling::FrontendActionFactory {
public:
  Factory(Parse &P, const UnitDiagnostics &Diagnostics)
      : P(P), Diagnostics(Diagnostics) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(P);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> PchOperations,
                     DiagnosticConsumer *Consumer) override {
    if (!Diagnostics.refusedFlags().empty())
      return false; // parse again without them
    Invocation->getDependencyOutputOpts() = DependencyOutputOptions();
    FrontendOptions &Frontend = Invocation->getFrontendOpts();
    Frontend.Plugins.clear();
    Frontend.AddPluginActions.clear();
    Frontend.PluginArgs.clear();
    Frontend.LLVMArgs.clear();
    Frontend.OutputFile.clear();
    Frontend.StatsFile.clear();
    Frontend.ProgramAction = frontend::ParseSyntaxOnly;
    DiagnosticOptions &Options = Invocation->getDiagnosticOpts();
    Options.DiagnosticSerializationFile.clear();
    Options.DiagnosticLogFile.clear();
    Options.IgnoreWarnings = true;
    Options.ErrorLimit = 0;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(PchOperations), Consumer);
  }

private:
  Parse &P;
  const UnitDiagnostics &Diagnostics;
};

} // namespace

static bool loadsCode(StringRef Argument) {
  return Argument.starts_with("-fplugin=") ||
         Argument.starts_with("-fplugin-arg-") ||
         Argument.starts_with("-fpass-plugin=");
}

// The driver only looks at the command line, so that asking again without the
// refused flags costs next to nothing; each round removes at least one.
static void parse(const UnitRequest &Request, Parse &P, Unit &Record) {
  std::vector<std::string> Arguments = Request.Arguments;
  std::set<std::string> Dropped;
  auto Drop = [&](auto IsBad) {
    for (const std::string &Argument : Arguments)
      if (IsBad(Argument))
        Dropped.insert(Argument);
    llvm::erase_if(Arguments, IsBad);
  };
  Drop(loadsCode);
  Arguments.insert(Arguments.begin() + 1,
                   {"-fsyntax-only", "-resource-dir", PAGESPLIT_RESOURCE_DIR,
                    // A flag that parsing has no use for ("-c") is known all
                    // the same, also under -Werror.
                    "-Qunused-arguments"});
  // A file system of our own, so that the process stays where it is.
  IntrusiveRefCntPtr<vfs::FileSystem> FileSystem(
      vfs::createPhysicalFileSystem().release());
  FileSystem->setCurrentWorkingDirectory(Request.Directory);
  while (true) {
    UnitDiagnostics Diagnostics(Arguments, Request.File, P.Roots,
                                Request.Directory);
    Factory Make(P, Diagnostics);
    IntrusiveRefCntPtr<FileManager> Files(
        new FileManager(FileSystemOptions(), FileSystem));
    tooling::ToolInvocation Invocation(
        Arguments, &Make, Files.get(),
        std::make_shared<PCHContainerOperations>());
    Invocation.setDiagnosticConsumer(&Diagnostics);
    Invocation.run();
    const std::set<std::string> &Refused = Diagnostics.refusedFlags();
    if (!Refused.empty()) {
      Drop([&](const std::string &A) { return Refused.count(A) != 0; });
      continue;
    }
    Dropped.insert(Diagnostics.ignoredFlags().begin(),
                   Diagnostics.ignoredFlags().end());
    Record.Error = Diagnostics.firstError().str();
    Record.DroppedFlags.assign(Dropped.begin(), Dropped.end());
    return;
  }
}

static std::vector<std::string> absolute(const std::set<std::string> &Files,
                                         StringRef Directory) {
  std::set<std::string> Result;
  for (StringRef File : Files)
    Result.insert(absoluteFrom(File, Directory));
  return {Result.begin(), Result.end()};
}

static Unit unitRecord(const UnitRequest &Request) {
  Unit Record;
  Record.File = Request.Name;
  Record.Config = Request.Config;
  return Record;
}

UnitResult pagesplit::failedUnit(const UnitRequest &Request, StringRef Error) {
  UnitResult Result;
  Unit Record = unitRecord(Request);
  Record.Status = UnitStatus::Failed;
  Record.Error = Error.str();
  Result.Facts.add(std::move(Record));
  Result.Dependencies = {Request.File};
  return Result;
}

UnitResult pagesplit::extractUnit(const UnitRequest &Request,
                                  const Knowledge &Known) {
  if (!sys::fs::exists(Request.File))
    return failedUnit(Request, Request.Name + ": the file is gone");
  SourceRoots Roots(Request.SourceRoot, Request.BuildRoot);
  Parse P{{Request.Name, Request.Config, Request.Directory},
          Roots,
          Known,
          std::nullopt,
          {}};
  Unit Record = unitRecord(Request);
  parse(Request, P, Record);
  if (!P.Result)
    return failedUnit(Request, Record.Error.empty() ? "the parser did not run"
                                                    : Record.Error);
  if (Record.Error.empty())
    Record.Error = P.Result->NonUtf8;
  Record.Status =
      Record.Error.empty() ? UnitStatus::Complete : UnitStatus::Partial;
  Record.SeesPage = P.Result->SeesPage;
  UnitResult Result;
  Result.Facts = std::move(P.Result->Facts);
  Result.Facts.add(std::move(Record));
  Result.Dependencies = absolute(P.Dependencies, Request.Directory);
  return Result;
}
