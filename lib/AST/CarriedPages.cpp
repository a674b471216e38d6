//===- CarriedPages.cpp - pages in values of any type ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueOrigins.h"

#include "BlockValue.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// The part of \p E whose value it has, whatever the type; null: not just one.
const Expr *ValueOrigins::sameValue(const Expr *E) const {
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return Paren->getSubExpr();
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getSubExpr();
  if (const auto *Block = dyn_cast<StmtExpr>(E))
    return blockValue(Block);
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  if (const auto *Value = dyn_cast<OpaqueValueExpr>(E))
    return Value->getSourceExpr();
  if (const auto *Choose = dyn_cast<ChooseExpr>(E))
    return Choose->isConditionDependent() ? nullptr
                                          : Choose->getChosenSubExpr();
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(E))
    return Generic->isResultDependent() ? nullptr : Generic->getResultExpr();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return Default->getExpr();
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
    return Default->getExpr();
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    return Literal->getInitializer();
  return nullptr;
}

const Expr *ValueOrigins::carrier(const Expr *E) const {
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->isCommaOp() || Binary->getOpcode() == BO_Assign
               ? Binary->getRHS()
               : nullptr;
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return sameValue(E);
  const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
  return Variable ? Paths.aliasOf(Variable->getCanonicalDecl()) : nullptr;
}

bool ValueOrigins::carriesPage(const Expr *E) {
  for (unsigned Steps = 0; E && Steps < MaxDepth; ++Steps) {
    QualType Type = E->getType();
    if (Types.depth(Type) > 0)
      return true;
    if (Type->isDependentType() || !Types.canHide(Type))
      return false;
    if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
      return carriesPage(Choice->getTrueExpr()) ||
             carriesPage(Choice->getFalseExpr());
    // Flag bits in the word of a pointer; a difference of pointers is none.
    const auto *Sum = dyn_cast<BinaryOperator>(E);
    if (Sum && (Sum->isAdditiveOp() || Sum->isBitwiseOp()))
      return Sum->getLHS()->getType()->isIntegerType() &&
             Sum->getRHS()->getType()->isIntegerType() &&
             (carriesPage(Sum->getLHS()) || carriesPage(Sum->getRHS()));
    E = carrier(E);
  }
  return false;
}
