//===- DeclarationWalker.cpp - declarations that can hold a page ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/DeclarationWalker.h"

#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// getQualifiedNameAsString() would name the arguments of a class template.
std::string pagesplit::ownerName(const NamedDecl *Owner) {
  if (!Owner)
    return "";
  std::string Name = Owner->getNameAsString();
  for (const DeclContext *Around = Owner->getDeclContext(); Around;
       Around = Around->getParent()) {
    const auto *Named = dyn_cast<NamedDecl>(Around);
    const auto *Space = dyn_cast<NamespaceDecl>(Around);
    if (!Named || (Space && Space->isInline()))
      continue;
    if (Space && Space->isAnonymousNamespace())
      Name = "(anonymous namespace)::" + Name;
    else if (Named->getIdentifier())
      Name = Named->getName().str() + "::" + Name;
  }
  return Name;
}

std::string pagesplit::structName(const FieldDecl *Field) {
  for (const DeclContext *Context = Field->getDeclContext();
       const auto *Record = dyn_cast_or_null<RecordDecl>(Context);
       Context = Context->getParent()) {
    if (Record->getIdentifier())
      return Record->getQualifiedNameAsString();
    if (const TypedefNameDecl *Typedef = Record->getTypedefNameForAnonDecl())
      return Typedef->getNameAsString();
  }
  return "(anonymous)";
}

namespace {

class Walker : public RecursiveASTVisitor<Walker> {
  using Base = RecursiveASTVisitor<Walker>;

public:
  explicit Walker(function_ref<void(const DeclarationSite &)> Show)
      : Show(Show) {}

  bool TraverseDecl(Decl *D);
  bool VisitFunctionDecl(FunctionDecl *Function);
  bool VisitVarDecl(VarDecl *Variable);
  bool VisitFieldDecl(FieldDecl *Field);

private:
  void show(SiteKind Kind, StringRef Owner, StringRef Name, QualType Type,
            SourceLocation Token, int Position = -1);
  void showSignature(StringRef Owner, QualType Return, SourceLocation Token,
                     ArrayRef<ParmVarDecl *> Params,
                     const FunctionProtoType *Types);
  void showSlot(const FieldDecl *Field);

  function_ref<void(const DeclarationSite &)> Show;
  const FunctionDecl *Function = nullptr;
  bool IsDefinition = false;
  bool IsExternal = false;
};

} // namespace

bool Walker::TraverseDecl(Decl *D) {
  auto *Inner = dyn_cast_or_null<FunctionDecl>(D);
  SaveAndRestore Around(Function, Inner ? Inner : Function);
  return Base::TraverseDecl(D);
}

void Walker::show(SiteKind Kind, StringRef Owner, StringRef Name, QualType Type,
                  SourceLocation Token, int Position) {
  std::optional<unsigned> Depth = pageDepth(Type);
  if (!Depth)
    return;
  DeclarationSite Site;
  Site.Kind = Kind;
  Site.Owner = Owner.str();
  Site.Name = Name.str();
  Site.Type = typeText(Type);
  Site.Position = Position;
  Site.Depth = *Depth;
  Site.Token = Token;
  Site.IsDefinition = IsDefinition;
  Site.IsExternal = IsExternal;
  Show(Site);
}

void Walker::showSignature(StringRef Owner, QualType Return,
                           SourceLocation Token, ArrayRef<ParmVarDecl *> Params,
                           const FunctionProtoType *Types) {
  show(SiteKind::Return, Owner, "", Return, Token);
  for (unsigned I = 0; I < Params.size(); ++I)
    if (const ParmVarDecl *Param = Params[I])
      // The type before arrays decay, as it was written.
      show(SiteKind::Param, Owner, Param->getName(), Param->getOriginalType(),
           Param->getLocation(), I);
  if (Params.empty() && Types)
    for (unsigned I = 0; I < Types->getNumParams(); ++I)
      show(SiteKind::Param, Owner, "", Types->getParamType(I), Token, I);
}

bool Walker::VisitFunctionDecl(FunctionDecl *F) {
  IsDefinition = F->isThisDeclarationADefinition();
  IsExternal = F->isExternallyVisible();
  showSignature(ownerName(F), F->getReturnType(), F->getLocation(),
                F->parameters(), nullptr);
  return true;
}

bool Walker::VisitVarDecl(VarDecl *Variable) {
  if (isa<ParmVarDecl>(Variable))
    return true;
  bool IsLocal =
      Variable->isLocalVarDecl() || Variable->getParentFunctionOrMethod();
  IsDefinition =
      Variable->isThisDeclarationADefinition() != VarDecl::DeclarationOnly;
  IsExternal = IsLocal ? Function && Function->isExternallyVisible()
                       : Variable->isExternallyVisible();
  show(IsLocal ? SiteKind::Local : SiteKind::Global,
       IsLocal ? ownerName(Function) : "", Variable->getName(),
       Variable->getType(), Variable->getLocation());
  return true;
}

// The parameters of "int (*op)(struct page *)" stand in the type's location.
FunctionTypeLoc pagesplit::functionTypeLoc(const FieldDecl *Field) {
  const TypeSourceInfo *Written = Field->getTypeSourceInfo();
  if (!Written)
    return {};
  TypeLoc Loc = Written->getTypeLoc();
  while (true) {
    Loc = Loc.IgnoreParens();
    if (auto Pointer = Loc.getAs<PointerTypeLoc>())
      Loc = Pointer.getPointeeLoc();
    else if (auto Qualified = Loc.getAs<QualifiedTypeLoc>())
      Loc = Qualified.getUnqualifiedLoc();
    else if (auto Array = Loc.getAs<ArrayTypeLoc>())
      Loc = Array.getElementLoc();
    else
      return Loc.getAs<FunctionTypeLoc>();
  }
}

const FunctionProtoType *pagesplit::calledType(QualType Type) {
  while (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type->getAs<FunctionProtoType>();
}

void Walker::showSlot(const FieldDecl *Field) {
  const FunctionProtoType *Called = calledType(Field->getType());
  if (!Called)
    return;
  std::string Owner =
      "struct " + structName(Field) + "." + Field->getNameAsString();
  FunctionTypeLoc Written = functionTypeLoc(Field);
  showSignature(Owner, Called->getReturnType(), Field->getLocation(),
                Written ? Written.getParams() : ArrayRef<ParmVarDecl *>(),
                Called);
}

bool Walker::VisitFieldDecl(FieldDecl *Field) {
  IsDefinition = true;
  IsExternal = false;
  if (!Field->getParent()->isLambda()) {
    show(SiteKind::Member, structName(Field), Field->getName(),
         Field->getType(), Field->getLocation());
    showSlot(Field);
  }
  return true;
}

void pagesplit::walkDeclarations(
    ASTContext &Context, function_ref<void(const DeclarationSite &)> Show) {
  Walker(Show).TraverseDecl(Context.getTranslationUnitDecl());
}
