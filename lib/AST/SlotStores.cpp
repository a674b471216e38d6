//===- SlotStores.cpp - functions put where they are called from ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SlotStores.h"

#include "BlockValue.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

FlowPlace pagesplit::slotPlace(const NamedDecl *Declaration) {
  FlowPlace Place;
  Place.Kind = FlowEnd::Slot;
  Place.Declaration = Declaration;
  if (const auto *Param = dyn_cast<ParmVarDecl>(Declaration))
    if (const auto *Function = dyn_cast_or_null<FunctionDecl>(
            Param->getParentFunctionOrMethod())) {
      Place.Declaration = Function;
      Place.Position = Param->getFunctionScopeIndex();
    }
  return Place;
}

static bool pointsToFunction(QualType Type) {
  Type = Type.getNonReferenceType();
  while (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  return Type->isFunctionPointerType() || Type->isFunctionType();
}

bool pagesplit::mayBeStored(QualType To, const Expr *Value, PageTypes &Types) {
  return pointsToFunction(To) &&
         (Types.isSlot(To) ||
          Types.isSlot(Value->IgnoreParenCasts()->getType()));
}

static const FunctionDecl *convertedLambda(const Expr *E) {
  const auto *Conversion = dyn_cast<CXXMemberCallExpr>(E);
  if (!Conversion)
    return nullptr;
  const Expr *Object = Conversion->getImplicitObjectArgument();
  const auto *Lambda =
      Object ? dyn_cast<LambdaExpr>(Object->IgnoreUnlessSpelledInSource())
             : nullptr;
  return Lambda ? Lambda->getCallOperator() : nullptr;
}

static void collect(const Expr *E, std::vector<FlowPlace> &Into,
                    unsigned Depth) {
  static constexpr unsigned MaxDepth = 16;
  if (!E || Depth > MaxDepth)
    return;
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (isa<FunctionDecl>(Ref->getDecl())) {
      FlowPlace Place;
      Place.Kind = FlowEnd::Function;
      Place.Declaration = Ref->getDecl();
      Into.push_back(std::move(Place));
    } else if (isa<VarDecl>(Ref->getDecl())) {
      Into.push_back(slotPlace(Ref->getDecl()));
    }
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    Into.push_back(slotPlace(Member->getMemberDecl()));
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    collect(Unary->getSubExpr(), Into, Depth + 1);
  } else if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    collect(Choice->getTrueExpr(), Into, Depth + 1);
    collect(Choice->getFalseExpr(), Into, Depth + 1);
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
    collect(Element->getBase(), Into, Depth + 1);
  } else if (const auto *Value = dyn_cast<OpaqueValueExpr>(E)) {
    collect(Value->getSourceExpr(), Into, Depth + 1);
  } else if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    collect(blockValue(Block), Into, Depth + 1);
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    collect(Binary->getRHS(), Into, Depth + 1);
  } else if (const FunctionDecl *Lambda = convertedLambda(E)) {
    FlowPlace Place;
    Place.Kind = FlowEnd::Function;
    Place.Declaration = Lambda;
    Into.push_back(std::move(Place));
  }
}

std::vector<FlowPlace> pagesplit::storedFunctions(const Expr *Value) {
  std::vector<FlowPlace> Places;
  collect(Value, Places, 0);
  return Places;
}
