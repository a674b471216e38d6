//===- ValueOrigins.cpp - where an expression's value is from -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueOrigins.h"

#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

Origins ValueOrigins::of(const Expr *E) {
  Found.clear();
  visit(E);
  return std::move(Found);
}

std::vector<FlowPlace> ValueOrigins::targets(const Expr *E) {
  SaveAndRestore Target(IsTarget, true);
  std::vector<FlowPlace> Places;
  for (Origin &O : of(E))
    Places.push_back(std::move(O.Place));
  return Places;
}

Origins ValueOrigins::linked(const Expr *E, bool IsEntry) {
  SaveAndRestore Link(Asked, IsEntry ? Links::OfEntry : Links::OfList);
  return of(E);
}

std::vector<FlowPlace> ValueOrigins::linkTargets(const Expr *E) {
  SaveAndRestore Link(Asked, Links::OfList);
  return targets(E);
}

void ValueOrigins::through(size_t First, const std::string &What) {
  for (size_t I = First; I < Found.size(); ++I)
    Found[I].Through.push_back(What);
}

// A declaration of another type than page holds a page only by a cast, and
// nobody knows in how many meanings. Parameters, results and locals are of one
// function; members are kept apart by file; globals are given up.
void ValueOrigins::leaf(const Expr *E, FlowPlace Place) {
  if (Found.size() >= MaxOrigins)
    return;
  QualType Type = E->getType();
  if (Asked != Links::No) {
    if (!Types.isLink(Type))
      return;
    Place.IsList = true;
    Found.emplace_back().Place = std::move(Place);
    return;
  }
  if (Types.depth(Type) < 0) {
    QualType Record = PageTypes::pointedRecord(Type);
    if (!Record.isNull()) {
      Place = FlowPlace();
      Place.Kind = FlowEnd::Type;
      Place.Name = typeText(Record);
    } else if (Place.Kind == FlowEnd::Global && !IsTarget) {
      opaque(E);
      return;
    } else if (Place.Kind == FlowEnd::Member) {
      Place.UsedAt = E->getExprLoc();
    }
  }
  Origin O;
  O.Place = std::move(Place);
  O.Root = E;
  Found.push_back(std::move(O));
}

void ValueOrigins::opaque(const Expr *E) {
  if (Asked != Links::No)
    return;
  Origin O;
  O.Place.Name = E->getType()->isIntegerType() ? "integer" : "void *";
  Found.push_back(std::move(O));
}

void ValueOrigins::visit(const Expr *E) {
  if (Depth > MaxDepth || !E || E->isTypeDependent())
    return;
  SaveAndRestore Deeper(Depth, Depth + 1);
  const size_t First = Found.size();
  step(E);
  if (!isa<ImplicitCastExpr>(E))
    visitMacros(E, First);
}

void ValueOrigins::step(const Expr *E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return visitDeclaration(Ref);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return visitMember(Member);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return visitCall(Call);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return visitUnary(Unary);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return visitBinary(Binary);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return visitElement(Element);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return visitChoice(Choice->getCond(), Choice->getTrueExpr(),
                       Choice->getFalseExpr());
  if (const auto *Choice = dyn_cast<BinaryConditionalOperator>(E))
    return visitChoice(Choice->getCommon(), Choice->getCommon(),
                       Choice->getFalseExpr());
  if (const auto *Atomic = dyn_cast<AtomicExpr>(E))
    return visitTarget(Atomic->getPtr());
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    if (!List->getType()->isRecordType())
      for (const Expr *Element : List->inits())
        visit(Element);
  } else if (isa<VAArgExpr>(E)) {
    if (Asked != Links::No)
      return;
    Origin O;
    O.Place.Name = "va_arg";
    Found.push_back(std::move(O));
  } else {
    visit(sameValue(E));
  }
}

void ValueOrigins::visitDeclaration(const DeclRefExpr *E) {
  const auto *Variable = dyn_cast<VarDecl>(E->getDecl());
  if (!Variable) {
    if (const auto *Part = dyn_cast<BindingDecl>(E->getDecl()))
      visit(Part->getBinding());
    return;
  }
  const auto *Canonical = Variable->getCanonicalDecl();
  const Expr *Value = IsTarget ? nullptr : Paths.aliasOf(Canonical);
  if (Value)
    return visit(Value);
  FlowPlace Place;
  Place.Declaration = Variable;
  if (const auto *Param = dyn_cast<ParmVarDecl>(Variable)) {
    const auto *Function =
        dyn_cast_or_null<FunctionDecl>(Param->getParentFunctionOrMethod());
    if (!Function)
      return;
    Place.Kind = FlowEnd::Param;
    Place.Declaration = Function;
    Place.Position = Param->getFunctionScopeIndex();
  } else {
    Place.Kind = Variable->getParentFunctionOrMethod() ? FlowEnd::Local
                                                       : FlowEnd::Global;
  }
  leaf(E, std::move(Place));
}

const MemberExpr *pagesplit::outermostHop(const MemberExpr *E) {
  while (const auto *Hop = dyn_cast<MemberExpr>(E->getBase())) {
    if (Hop->getMemberDecl()->getIdentifier())
      break;
    E = Hop;
  }
  return E;
}

std::string pagesplit::embeddingName(const MemberExpr *E) {
  const MemberExpr *Written = outermostHop(E);
  QualType Holder = Written->getBase()->getType();
  if (Written->isArrow())
    Holder = Holder->getPointeeType();
  return typeText(Holder.getCanonicalType().getUnqualifiedType()) + "." +
         E->getMemberDecl()->getNameAsString();
}

// page->lru is the page, list->next another entry of the same list.
void ValueOrigins::visitLink(const MemberExpr *E) {
  if (!Types.isLink(E->getType()))
    return;
  if (Types.isLink(E->getBase()->getType())) {
    SaveAndRestore List(Asked, Links::OfList);
    return visit(E->getBase());
  }
  if (std::optional<PageMember> Member = findPageMember(E)) {
    SaveAndRestore Page(Asked, Links::No);
    return IsTarget ? void() : visit(Member->Base);
  }
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  FlowPlace Place;
  Place.Kind = Field ? FlowEnd::Member : FlowEnd::Global;
  Place.Declaration = E->getMemberDecl();
  if (Field && Asked == Links::OfEntry && Field->getType()->isRecordType()) {
    Place.Kind = FlowEnd::Type;
    Place.Declaration = nullptr;
    Place.Name = embeddingName(E);
  }
  leaf(E, std::move(Place));
}

void ValueOrigins::visitMember(const MemberExpr *E) {
  if (Asked != Links::No)
    return visitLink(E);
  FlowPlace Place;
  Place.Declaration = E->getMemberDecl();
  if (isa<VarDecl>(E->getMemberDecl())) {
    Place.Kind = FlowEnd::Global;
    return leaf(E, std::move(Place));
  }
  if (!isa<FieldDecl>(E->getMemberDecl()))
    return;
  if (Types.depth(E->getType()) != 0 ||
      E->getMemberDecl()->getType()->isReferenceType()) {
    Place.Kind = FlowEnd::Member;
    return leaf(E, std::move(Place));
  }
  Origin O;
  O.Place.Kind = FlowEnd::Type;
  O.Place.Name = embeddingName(E);
  O.Root = outermostHop(E)->getBase();
  Found.push_back(std::move(O));
}
