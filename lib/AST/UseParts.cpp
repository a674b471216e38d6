//===- UseParts.cpp - what an expression leads to -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseParts.h"

#include "BlockValue.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "pagesplit/AST/UseWalker.h"
#include "clang/AST/Attr.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

const Expr *pagesplit::partOf(const Expr *E) {
  unsigned Depth = pagePointerDepth(E->getType());
  auto IfDepth = [](const Expr *Part, unsigned Depth) {
    return pagePointerDepth(Part->getType()) == Depth ? Part : nullptr;
  };
  if (!Depth)
    return nullptr;
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return IfDepth(Element->getBase(), Depth + 1);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      return IfDepth(Unary->getSubExpr(), Depth + 1);
    if (Unary->getOpcode() == UO_AddrOf)
      return Depth > 1 ? IfDepth(Unary->getSubExpr(), Depth - 1) : nullptr;
    return Depth > 1 && Unary->isIncrementDecrementOp() ? Unary->getSubExpr()
                                                        : nullptr;
  }
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || Depth < 2)
    return nullptr;
  bool IsStep = Binary->isAdditiveOp() || Binary->getOpcode() == BO_AddAssign ||
                Binary->getOpcode() == BO_SubAssign;
  if (!IsStep)
    return nullptr;
  const Expr *Left = IfDepth(Binary->getLHS(), Depth);
  return Left ? Left : IfDepth(Binary->getRHS(), Depth);
}

const Expr *pagesplit::holderOf(const Expr *E) {
  for (E = E->IgnoreParenImpCasts(); const Expr *Part = partOf(E);)
    E = Part->IgnoreParenImpCasts();
  return E;
}

const NamedDecl *pagesplit::declared(const Expr *E) {
  E = holderOf(E);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->getOpcode() == BO_Assign ? declared(Binary->getLHS())
                                            : nullptr;
  if (const auto *Name = dyn_cast<DeclRefExpr>(E))
    return dyn_cast<VarDecl>(Name->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
}

const Expr *pagesplit::pointedFunction(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  while (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() != UO_AddrOf && Unary->getOpcode() != UO_Deref)
      break;
    E = Unary->getSubExpr()->IgnoreParenImpCasts();
  }
  return E;
}

const VarDecl *pagesplit::variableOf(const DeclStmt &Statement,
                                     const Stmt *Value) {
  for (const Decl *D : Statement.decls())
    if (const auto *V = dyn_cast<VarDecl>(D))
      if (V->getInit() == Value)
        return V;
  return nullptr;
}

const FieldDecl *pagesplit::memberAt(const InitListExpr &Braces,
                                     const Stmt *Child) {
  if (const FieldDecl *Only = Braces.getInitializedFieldInUnion())
    return Only;
  unsigned I = 0;
  for (const FieldDecl *Field : Braces.getType()->getAsRecordDecl()->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I < Braces.getNumInits() && Braces.getInit(I++) == Child)
      return Field;
  }
  return nullptr;
}

bool pagesplit::isFresh(const Expr *E) {
  for (unsigned Steps = 0; E && Steps < 8; ++Steps) {
    E = E->IgnoreParenCasts();
    if (const auto *Block = dyn_cast<StmtExpr>(E)) {
      E = blockValue(Block);
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *F = Call->getDirectCallee();
      return F && (F->hasAttr<RestrictAttr>() || F->hasAttr<AllocSizeAttr>());
    } else {
      const auto *Name = dyn_cast<DeclRefExpr>(E);
      const auto *V = Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
      E = V && V->getLocation().isMacroID() ? V->getInit() : nullptr;
    }
  }
  return false;
}

bool pagesplit::concernsPages(const FunctionDecl *F) {
  return pageDepth(F->getReturnType()).value_or(0) ||
         any_of(F->parameters(), [](const ParmVarDecl *P) {
           return pageDepth(P->getOriginalType()).value_or(0);
         });
}

bool pagesplit::concernsPages(const FieldDecl *Slot) {
  const FunctionProtoType *Called = calledType(Slot->getType());
  return Called && (pageDepth(Called->getReturnType()).value_or(0) ||
                    any_of(Called->param_types(), [](QualType Type) {
                      return pageDepth(Type).value_or(0);
                    }));
}

const NamedDecl *pagesplit::calledBy(const CallExpr *Call) {
  if (const FunctionDecl *F = Call->getDirectCallee())
    return F;
  const auto *Member = dyn_cast<MemberExpr>(pointedFunction(Call->getCallee()));
  return Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
}
