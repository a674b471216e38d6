//===- UnitParser.cpp - Clang over one compile command --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Units/UnitParser.h"

#include "UnitDiagnostics.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/Utils.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class AllDependencies : public DependencyCollector {
public:
  bool needSystemDependencies() override { return true; }
};

/// An action whose preprocessor tells \p Included what it reads.
class Watched : public WrapperFrontendAction {
public:
  Watched(std::unique_ptr<FrontendAction> Action, AllDependencies &Included)
      : WrapperFrontendAction(std::move(Action)), Included(Included) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Included.attachToPreprocessor(Compiler.getPreprocessor());
    return WrapperFrontendAction::BeginSourceFileAction(Compiler);
  }

private:
  AllDependencies &Included;
};

/// Takes out of an invocation all that writes files or loads code.
class Factory : public tooling::FrontendActionFactory {
public:
  Factory(const UnitJob &Job, const UnitDiagnostics &Diagnostics)
      : Job(Job), Diagnostics(Diagnostics) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Watched>(Job.Action(), Included);
  }

  std::set<std::string> filesRead(StringRef Directory) {
    std::set<std::string> Files;
    for (StringRef File : Included.getDependencies())
      Files.insert(absoluteFrom(File, Directory));
    for (StringRef File : OfFlags)
      Files.insert(absoluteFrom(File, Directory));
    return Files;
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> PchOperations,
                     DiagnosticConsumer *Consumer) override {
    if (!Diagnostics.refusedFlags().empty())
      return false; // parse again without them
    for (const auto &[File, Kind] :
         Invocation->getDependencyOutputOpts().ExtraDeps)
      OfFlags.insert(File);
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
    if (Job.Adjust)
      Job.Adjust(*Invocation);
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(PchOperations), Consumer);
  }

private:
  const UnitJob &Job;
  const UnitDiagnostics &Diagnostics;
  AllDependencies Included;
  std::set<std::string> OfFlags; ///< read for a flag, as lists for sanitizers
};

/// Shows each diagnostic to the parser's own consumer and to the job's.
class Both : public DiagnosticConsumer {
public:
  Both(UnitDiagnostics &Own, DiagnosticConsumer *Other)
      : Own(Own), Other(Other) {}
  void BeginSourceFile(const LangOptions &Options,
                       const Preprocessor *Macros) override {
    if (Other)
      Other->BeginSourceFile(Options, Macros);
  }
  void EndSourceFile() override {
    if (Other)
      Other->EndSourceFile();
  }
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &D) override {
    DiagnosticConsumer::HandleDiagnostic(Level, D);
    Own.HandleDiagnostic(Level, D);
    if (Other)
      Other->HandleDiagnostic(Level, D);
  }

private:
  UnitDiagnostics &Own;
  DiagnosticConsumer *Other;
};
} // namespace

static bool loadsCode(StringRef Argument) {
  return Argument.starts_with("-fplugin=") ||
         Argument.starts_with("-fplugin-arg-") ||
         Argument.starts_with("-fpass-plugin=");
}

// Files that flags name and that Clang does not count among what it reads.
static std::set<std::string> seedFiles(ArrayRef<std::string> Arguments,
                                       StringRef Directory) {
  std::set<std::string> Files;
  for (StringRef Argument : Arguments)
    if (Argument.consume_front("-frandomize-layout-seed-file="))
      Files.insert(absoluteFrom(Argument, Directory));
  return Files;
}

static std::vector<std::string> addedArguments(const UnitJob &Job) {
  std::vector<std::string> Added = Job.ExtraArguments;
  Added.insert(Added.end(), {"-resource-dir", PAGESPLIT_RESOURCE_DIR,
                             // A flag that parsing has no use for ("-c") is
                             // known all the same, also under -Werror.
                             "-Qunused-arguments"});
  return Added;
}

// The driver only looks at the command line, so that asking again without the
// refused flags costs next to nothing; each round removes at least one.
UnitOutcome pagesplit::runOnUnit(const UnitRequest &Request,
                                 const SourceRoots &Roots, const UnitJob &Job) {
  std::vector<std::string> Arguments = Request.Arguments;
  std::set<std::string> Dropped;
  auto Drop = [&](auto IsBad) {
    for (const std::string &Argument : Arguments)
      if (IsBad(Argument))
        Dropped.insert(Argument);
    llvm::erase_if(Arguments, IsBad);
  };
  Drop(loadsCode);
  std::vector<std::string> Added = addedArguments(Job);
  Arguments.insert(Arguments.begin() + 1, Added.begin(), Added.end());
  // A file system of our own, so that the process stays where it is.
  IntrusiveRefCntPtr<vfs::FileSystem> Files = Job.Files;
  if (!Files)
    Files = IntrusiveRefCntPtr<vfs::FileSystem>(
        vfs::createPhysicalFileSystem().release());
  Files->setCurrentWorkingDirectory(Request.Directory);
  while (true) {
    UnitDiagnostics Diagnostics(Arguments, Request.File, Roots,
                                Request.Directory);
    Both Shown(Diagnostics, Job.Diagnostics);
    Factory Make(Job, Diagnostics);
    IntrusiveRefCntPtr<FileManager> Opened(
        new FileManager(FileSystemOptions(), Files));
    tooling::ToolInvocation Invocation(
        Arguments, &Make, Opened.get(),
        std::make_shared<PCHContainerOperations>());
    Invocation.setDiagnosticConsumer(&Shown);
    Invocation.run();
    const std::set<std::string> &Refused = Diagnostics.refusedFlags();
    if (!Refused.empty()) {
      Drop([&](const std::string &A) { return Refused.count(A) != 0; });
      continue;
    }
    Dropped.insert(Diagnostics.ignoredFlags().begin(),
                   Diagnostics.ignoredFlags().end());
    UnitOutcome Outcome;
    Outcome.Error = Diagnostics.firstError().str();
    Outcome.DroppedFlags.assign(Dropped.begin(), Dropped.end());
    Outcome.Files = Make.filesRead(Request.Directory);
    Outcome.Files.merge(seedFiles(Arguments, Request.Directory));
    return Outcome;
  }
}

namespace {

class Consumer : public ASTConsumer {
public:
  Consumer(const OnTree &Look, Preprocessor &Macros, BodyChoice *Bodies)
      : Look(Look), Macros(Macros), Bodies(Bodies) {}
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    if (Bodies)
      for (const Decl *D : Group)
        Bodies->declared(D);
    return true;
  }
  void HandleTagDeclDefinition(TagDecl *D) override {
    if (Bodies)
      Bodies->declared(D);
  }
  bool shouldSkipFunctionBody(Decl *D) override {
    const FunctionDecl *F = Bodies ? D->getAsFunction() : nullptr;
    const SourceManager &Sources = Macros.getSourceManager();
    return F && !Bodies->isNeeded(F, Macros,
                                  !Sources.isInMainFile(Sources.getExpansionLoc(
                                      F->getLocation())));
  }
  void HandleTranslationUnit(ASTContext &Context) override {
    Look(Context, Macros);
  }

private:
  const OnTree &Look;
  Preprocessor &Macros;
  BodyChoice *Bodies;
};

class ParseAction : public ASTFrontendAction {
public:
  ParseAction(const OnTree &Look, BodyChoice *Bodies,
              const OnPreprocessor &Before)
      : Look(Look), Bodies(Bodies), Before(Before) {}

  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    if (Before)
      Before(Compiler.getPreprocessor());
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef) override {
    return std::make_unique<Consumer>(Look, Compiler.getPreprocessor(), Bodies);
  }

private:
  const OnTree &Look;
  BodyChoice *Bodies;
  const OnPreprocessor &Before;
};

} // namespace

UnitOutcome pagesplit::parseUnit(const UnitRequest &Request,
                                 const SourceRoots &Roots, OnTree Look,
                                 BodyChoice *Bodies, OnPreprocessor Before) {
  UnitJob Job;
  Job.Action = [&] {
    return std::make_unique<ParseAction>(Look, Bodies, Before);
  };
  if (Bodies)
    Job.Adjust = [](CompilerInvocation &Invocation) {
      Invocation.getFrontendOpts().SkipFunctionBodies = true;
    };
  return runOnUnit(Request, Roots, Job);
}
