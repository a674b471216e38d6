//===- FlowWalker.cpp - every move of a page ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/FlowWalker.h"

#include "FlowBody.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

std::string pagesplit::calleeName(const NamedDecl *Callee) {
  if (const auto *Field = dyn_cast<FieldDecl>(Callee))
    return "struct " + structName(Field) + "." + Field->getNameAsString();
  if (const auto *Param = dyn_cast<ParmVarDecl>(Callee))
    if (const auto *Around =
            dyn_cast_or_null<NamedDecl>(Param->getParentFunctionOrMethod()))
      return ownerName(Around) + "#" +
             std::to_string(Param->getFunctionScopeIndex());
  if (const auto *Variable = dyn_cast<VarDecl>(Callee))
    return Variable->getNameAsString();
  return ownerName(Callee);
}

namespace {

/// Finds the bodies and initialisers of a unit.
class Walker {
public:
  explicit Walker(FlowUnit &Unit) : Unit(Unit) {}

  // As RecursiveASTVisitor has it: clangd leaves out what it has read of
  // headers before, and asking for that would read it again.
  void scope(const ASTContext &Context) {
    for (const Decl *D : Context.getTraversalScope()) {
      if (const auto *Whole = dyn_cast<TranslationUnitDecl>(D))
        context(Whole);
      else
        declaration(D);
    }
  }

private:
  void context(const DeclContext *Context) {
    for (const Decl *D : Context->decls())
      declaration(D);
  }
  void declaration(const Decl *D);
  void function(const FunctionDecl *Function);

  FlowUnit &Unit;
};

} // namespace

void Walker::function(const FunctionDecl *Function) {
  if (!Function->doesThisDeclarationHaveABody() ||
      Function->isDependentContext())
    return;
  FlowBody(Unit, Function).walkFunction(Function);
  if (!Unit.Context.getLangOpts().CPlusPlus)
    return;
  for (const Decl *Local : Function->decls())
    if (isa<CXXRecordDecl>(Local))
      declaration(Local);
}

void Walker::declaration(const Decl *D) {
  if (const auto *Function = dyn_cast<FunctionDecl>(D))
    return function(Function);
  if (const auto *Variable = dyn_cast<VarDecl>(D)) {
    if (Variable->hasInit() &&
        !Variable->getDeclContext()->isDependentContext())
      FlowBody(Unit, Variable).walkVariable(Variable);
  } else if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
    if (Template->isCanonicalDecl())
      for (const FunctionDecl *Instance : Template->specializations())
        if (const FunctionDecl *Definition = Instance->getDefinition())
          function(Definition);
  } else if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
    if (Template->isCanonicalDecl())
      for (const CXXRecordDecl *Instance : Template->specializations())
        if (const CXXRecordDecl *Definition = Instance->getDefinition())
          context(Definition);
  } else if (const auto *Field = dyn_cast<FieldDecl>(D)) {
    if (Field->hasInClassInitializer() && Field->getInClassInitializer() &&
        !Field->getDeclContext()->isDependentContext())
      FlowBody(Unit, Field).walkMemberInitialiser(Field);
  } else if (const auto *Class = dyn_cast<CXXRecordDecl>(D)) {
    if (!Class->isDependentContext() && !Class->isLambda())
      context(Class);
  } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D)) {
    context(cast<DeclContext>(D));
  }
}

void pagesplit::walkFlows(ASTContext &Context, const Preprocessor &Macros,
                          const Knowledge &Known,
                          function_ref<void(const FlowSite &)> Show) {
  FlowUnit Unit(Context, Macros, Known, Show);
  Walker(Unit).scope(Context);
  Unit.Lists.finish(Show);
}
