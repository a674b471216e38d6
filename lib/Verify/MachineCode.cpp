//===- MachineCode.cpp - the code that a unit becomes ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MachineCode.h"

#include "CanonicalCode.h"
#include "CanonicalForm.h"
#include "QuotedSource.h"
#include "pagesplit/Units/UnitParser.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class ObjectInMemory : public EmitObjAction {
public:
  explicit ObjectInMemory(SmallVectorImpl<char> &Object) : Object(Object) {}

  bool BeginInvocation(CompilerInstance &Compiler) override {
    Object.clear();
    Compiler.setOutputStream(std::make_unique<raw_svector_ostream>(Object));
    return EmitObjAction::BeginInvocation(Compiler);
  }

private:
  SmallVectorImpl<char> &Object;
};

class IRInMemory : public EmitLLVMOnlyAction {
public:
  explicit IRInMemory(std::optional<std::string> &Text) : Text(Text) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    return withoutQuotedSource(
        EmitLLVMOnlyAction::CreateASTConsumer(Compiler, File));
  }

  void EndSourceFileAction() override {
    EmitLLVMOnlyAction::EndSourceFileAction();
    if (std::unique_ptr<llvm::Module> Made = takeModule())
      Text = canonicalIR(*Made);
  }

private:
  std::optional<std::string> &Text;
};

} // namespace

static void writeNothing(CodeGenOptions &Options) {
  Options.CoverageNotesFile.clear();
  Options.CoverageDataFile.clear();
  Options.SplitDwarfFile.clear();
  Options.SplitDwarfOutput.clear();
  Options.OptRecordFile.clear();
  Options.StackUsageOutput.clear();
  Options.SaveTempsFilePrefix.clear();
}

// It notes each comparison of two numbers, and none of two pointers. These are
// all that hasSanitizeCoverage() asks for.
static void withoutCoverage(CodeGenOptions &Options) {
  Options.SanitizeCoverageType = 0;
  Options.SanitizeCoverageIndirectCalls = 0;
  Options.SanitizeCoverageTraceCmp = 0;
  Options.SanitizeCoverageTraceLoads = 0;
  Options.SanitizeCoverageTraceStores = 0;
  Options.SanitizeCoverageControlFlow = 0;
}

static void adjust(CompilerInvocation &Invocation, LineNumbers Lines) {
  Invocation.getFrontendOpts().ProgramAction = frontend::EmitObj;
  Invocation.getFrontendOpts().DisableFree = false;
  CodeGenOptions &Options = Invocation.getCodeGenOpts();
  writeNothing(Options);
  Options.DisableFree = false;
  Options.DiscardValueNames = true;
  Options.setDebugInfo(codegenoptions::NoDebugInfo);
  Invocation.getLangOpts().Sanitize.clear();
  withoutCoverage(Options);
  if (Lines == LineNumbers::Neutral)
    Invocation.getPreprocessorOpts().addMacroDef("__LINE__=1");
}

using PassCallbacks = decltype(CodeGenOptions::PassBuilderCallbacks);

static bool compile(const UnitRequest &Request, const SourceRoots &Roots,
                    FileSystemPtr Files, LineNumbers Lines,
                    const PassCallbacks &Passes,
                    std::function<std::unique_ptr<FrontendAction>()> Action) {
  UnitJob Job;
  Job.Action = std::move(Action);
  Job.Files = std::move(Files);
  Job.ExtraArguments = {"-c"};
  Job.Adjust = [&](CompilerInvocation &I) {
    adjust(I, Lines);
    I.getCodeGenOpts().PassBuilderCallbacks = Passes;
  };
  return runOnUnit(Request, Roots, Job).Error.empty();
}

std::optional<std::string> pagesplit::objectCode(const UnitRequest &Request,
                                                 const SourceRoots &Roots,
                                                 FileSystemPtr Files,
                                                 LineNumbers Lines) {
  SmallVector<char, 0> Object;
  if (!compile(Request, Roots, std::move(Files), Lines, {},
               [&] { return std::make_unique<ObjectInMemory>(Object); }) ||
      Object.empty())
    return std::nullopt;
  return canonicalObject(StringRef(Object.data(), Object.size()));
}

std::optional<std::string> pagesplit::optimisedIR(const UnitRequest &Request,
                                                  const SourceRoots &Roots,
                                                  FileSystemPtr Files,
                                                  LineNumbers Lines) {
  std::optional<std::string> Text;
  if (!compile(Request, Roots, std::move(Files), Lines, {canonicaliseFirst},
               [&] { return std::make_unique<IRInMemory>(Text); }))
    return std::nullopt;
  return Text;
}
