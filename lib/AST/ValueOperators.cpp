//===- ValueOperators.cpp - what operators do to a value ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueOrigins.h"

#include "pagesplit/AST/PageRecord.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// What \p Pointer points to: `*` takes back a `&`.
void ValueOrigins::visitTarget(const Expr *Pointer) {
  const size_t First = Found.size();
  visit(Pointer);
  for (size_t I = First; I < Found.size(); ++I)
    if (!Found[I].Through.empty() && Found[I].Through.back() == "&")
      Found[I].Through.pop_back();
}

void ValueOrigins::visitUnary(const UnaryOperator *E) {
  const size_t First = Found.size();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return visitAddress(E->getSubExpr());
  case UO_Deref:
    return visitTarget(E->getSubExpr());
  case UO_Extension:
  case UO_PostInc:
  case UO_PostDec:
    return visit(E->getSubExpr());
  case UO_PreInc:
  case UO_PreDec:
    visit(E->getSubExpr());
    if (Types.depth(E->getType()) == 1)
      through(First, "+");
    return;
  default:
    return;
  }
}

void ValueOrigins::visitAddress(const Expr *Object) {
  const size_t First = Found.size();
  const Expr *Inner = Object->IgnoreParens();
  if (Types.depth(Inner->getType()) == 0)
    return visit(Inner);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Inner))
    return visit(Element->getBase());
  const auto *Unary = dyn_cast<UnaryOperator>(Inner);
  if (Unary && Unary->getOpcode() == UO_Deref)
    return visit(Unary->getSubExpr());
  if (!isa<DeclRefExpr, MemberExpr, CastExpr>(Inner))
    return;
  visit(Inner);
  if (Asked == Links::No)
    through(First, "&");
}

static bool isLiteralZero(const Expr *E) {
  const auto *Number = dyn_cast<IntegerLiteral>(E->IgnoreParenImpCasts());
  return Number && Number->getValue().isZero();
}

void ValueOrigins::visitElement(const ArraySubscriptExpr *E) {
  const size_t First = Found.size();
  visitTarget(E->getBase());
  if (Types.depth(E->getType()) == 0) {
    if (!isLiteralZero(E->getIdx()))
      through(First, "+");
    return;
  }
  // Tests are of one element, not of the array.
  if (Asked == Links::No && Found.size() == First + 1 &&
      Found[First].Through.empty())
    Found[First].Root = E;
}

void ValueOrigins::visitBinary(const BinaryOperator *E) {
  if (E->isCommaOp() || E->getOpcode() == BO_Assign)
    return visit(E->getRHS());
  if (E->isCompoundAssignmentOp()) {
    const size_t First = Found.size();
    visit(E->getLHS());
    if (Types.depth(E->getType()) == 1)
      through(First, "+");
    return;
  }
  if (E->getType()->isIntegerType())
    return visitInteger(E);
  if (!E->isAdditiveOp() || visitContainer(E))
    return;
  const size_t First = Found.size();
  visit(E->getLHS()->getType()->isAnyPointerType() ? E->getLHS() : E->getRHS());
  if (Types.depth(E->getType()) == 1)
    through(First, "+");
}

// Flag bits in a pointer's word; any other sum is no longer one value.
void ValueOrigins::visitInteger(const BinaryOperator *E) {
  if (!E->isAdditiveOp() && !E->isBitwiseOp())
    return opaque(E);
  auto IsConstant = [&](const Expr *Side) {
    return !carriesPage(Side) && !Side->isValueDependent() &&
           Side->isEvaluatable(Context);
  };
  if (IsConstant(E->getRHS()))
    return visit(E->getLHS());
  if (IsConstant(E->getLHS()))
    return visit(E->getRHS());
  if (carriesPage(E->getLHS()))
    return visit(E->getLHS());
  if (carriesPage(E->getRHS()))
    return visit(E->getRHS());
  opaque(E);
}

static const FieldDecl *lastField(const OffsetOfExpr *Offset) {
  const unsigned Count = Offset->getNumComponents();
  if (Count == 0)
    return nullptr;
  const OffsetOfNode &Last = Offset->getComponent(Count - 1);
  return Last.getKind() == OffsetOfNode::Field ? Last.getField() : nullptr;
}

// The arithmetic of container_of(): what it finds is not what it was given,
// unless that was a link of a list that pages are in. Tests of one page say
// nothing of the next in its list.
bool ValueOrigins::visitContainer(const BinaryOperator *E) {
  const auto *Offset = dyn_cast<OffsetOfExpr>(E->getRHS()->IgnoreParenCasts());
  if (E->getOpcode() != BO_Sub || !Offset)
    return false;
  const FieldDecl *Member = lastField(Offset);
  const size_t First = Found.size();
  if (Member && Types.isLink(Member->getType()) &&
      isPageType(Offset->getTypeSourceInfo()->getType())) {
    SaveAndRestore List(Asked, Links::OfList);
    visit(E->getLHS());
  }
  for (size_t I = First; I < Found.size(); ++I) {
    Origin &O = Found[I];
    O.Through.push_back("list");
    O.Root = nullptr;
    O.Known.clear();
    O.Marks.clear();
    O.Container = Offset;
  }
  if (First < Found.size() || Asked != Links::No)
    return true;
  Origin O;
  O.Place.Name =
      Macros.isWrittenBy(Offset->getBeginLoc(),
                         [](StringRef Name) { return Name.contains("list_"); })
          ? "list_entry"
          : "container_of";
  O.Container = Offset;
  Found.push_back(std::move(O));
  return true;
}

void ValueOrigins::visitChoice(const Expr *Condition, const Expr *True,
                               const Expr *False) {
  for (bool Outcome : {true, false}) {
    const size_t First = Found.size();
    visit(Outcome ? True : False);
    if (First == Found.size())
      continue;
    GuardFacts Facts = Tests.of(Condition, Outcome, GuardState());
    for (size_t I = First; I < Found.size(); ++I)
      Found[I].Known.insert(Found[I].Known.end(), Facts.begin(), Facts.end());
  }
}
