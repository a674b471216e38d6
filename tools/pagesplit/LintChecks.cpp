//===- LintChecks.cpp - the clang-tidy checks, in this process ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LintChecks.h"

#include "CheckListener.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "pagesplit/AST/ClangCompat.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Lex/Preprocessor.h"
#include PAGESPLIT_CLANG_TIDY_REGISTRY

using namespace clang;
using namespace clang::tidy;
using namespace llvm;
using namespace pagesplit;

/// One try to parse the unit.
struct LintChecks::Session {
  Session(const UnitRequest &Request, StringRef Database, SourceManager &Files);

  SourceRoots Roots;
  ClangTidyContext Tidy;
  CheckListener Listener;
  DiagnosticOptions Options;
  std::unique_ptr<DiagnosticsEngine> Engine;
  std::vector<std::unique_ptr<ClangTidyCheck>> Checks;
};

// What .clang-tidy could say is what a gate must not be talked into.
static std::unique_ptr<ClangTidyOptionsProvider>
optionsFor(const UnitRequest &Request, StringRef Database) {
  ClangTidyOptions Options = ClangTidyOptions::getDefaults();
  Options.Checks = "-*,memdesc-*";
  const std::pair<StringRef, StringRef> Given[] = {
      {"Database", Database},
      {"Knowledge", Request.KnowledgeDirectory},
      {"Layer", Request.Layer},
      {"SourceRoot", Request.SourceRoot},
  };
  for (auto [Key, Value] : Given)
    Options.CheckOptions[("memdesc." + Key).str()] =
        ClangTidyOptions::ClangTidyValue(Value);
  return std::make_unique<DefaultOptionsProvider>(ClangTidyGlobalOptions(),
                                                  std::move(Options));
}

LintChecks::Session::Session(const UnitRequest &Request, StringRef Database,
                             SourceManager &Files)
    : Roots(Request.SourceRoot, Request.BuildRoot),
      Tidy(optionsFor(Request, Database)),
      Listener(Roots, Request.Directory,
               [this](unsigned Id) { return Tidy.getCheckName(Id); }),
      Engine(diagnosticsFor(Options, Listener)) {
  setDiagnostics(Tidy, *Engine);
  Tidy.setCurrentFile(Request.File);
  Tidy.setCurrentBuildDirectory(Request.Directory);
  Tidy.setSourceManager(&Files);
  ClangTidyCheckFactories Factories;
  for (const ClangTidyModuleRegistry::entry &Module :
       ClangTidyModuleRegistry::entries())
    Module.instantiate()->addCheckFactories(Factories);
  Checks = Factories.createChecks(&Tidy);
}

bool LintChecks::areBuilt() { return true; }

LintChecks::LintChecks(const UnitRequest &Request, StringRef Database)
    : Request(Request), Database(Database) {}
LintChecks::~LintChecks() = default;

void LintChecks::begin(Preprocessor &Reader) {
  SourceManager &Files = Reader.getSourceManager();
  Now = std::make_unique<Session>(Request, Database, Files);
  for (const std::unique_ptr<ClangTidyCheck> &Check : Now->Checks)
    Check->registerPPCallbacks(Files, &Reader, &Reader);
}

void LintChecks::look(ASTContext &Tree) {
  Now->Tidy.setASTContext(&Tree);
  Now->Listener.begin(Tree);
  ast_matchers::MatchFinder Finder;
  for (const std::unique_ptr<ClangTidyCheck> &Check : Now->Checks)
    Check->registerMatchers(&Finder);
  // They wait for the unit as a whole; a visit to all that is in it would only
  // find that nobody asks for the rest.
  Finder.match(*Tree.getTranslationUnitDecl(), Tree);
  for (const std::unique_ptr<ClangTidyCheck> &Check : Now->Checks)
    Check->onEndOfTranslationUnit();
  Results = Now->Listener.take();
  Now.reset();
}

CheckResults LintChecks::take() { return std::move(Results); }
