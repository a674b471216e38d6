//===- GuardState.cpp - the tests that hold at one point ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GuardState.h"

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// Deep enough for what programmers write; a variable that is its own
// initialiser ends here.
static constexpr unsigned MaxDepth = 32;

static const void *indexOf(const Expr *Index) {
  Index = Index->IgnoreParenImpCasts();
  if (const auto *Variable = dyn_cast<DeclRefExpr>(Index))
    return Variable->getDecl()->getCanonicalDecl();
  const auto *Number = dyn_cast<IntegerLiteral>(Index);
  if (!Number || Number->getValue().getActiveBits() > 16)
    return nullptr;
  // Odd, so that it is no declaration's address.
  return reinterpret_cast<const void *>(
      (Number->getValue().getZExtValue() << 1) | 1);
}

bool GuardPaths::buildVariable(const VarDecl *Variable, Path &Into,
                               unsigned Depth) const {
  if (!Variable)
    return false;
  if (const Expr *Value = aliasOf(Variable->getCanonicalDecl()))
    return build(Value, Into, Depth);
  Into.push_back(Variable->getCanonicalDecl());
  return true;
}

bool GuardPaths::buildUnary(const UnaryOperator *E, Path &Into,
                            unsigned Depth) const {
  const UnaryOperatorKind Kind = E->getOpcode();
  if ((Kind != UO_Deref && Kind != UO_AddrOf && Kind != UO_Extension) ||
      !build(E->getSubExpr(), Into, Depth))
    return false;
  if (Kind == UO_Deref)
    Into.push_back(nullptr);
  else if (Kind == UO_AddrOf && Into.back() == nullptr)
    Into.pop_back(); // &*p
  else if (Kind == UO_AddrOf)
    // &folio->page is a page; &page says nothing of the page.
    return E->getSubExpr()->getType()->isRecordType();
  return true;
}

bool GuardPaths::build(const Expr *E, Path &Into, unsigned Depth) const {
  if (Depth > MaxDepth)
    return false;
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return buildVariable(dyn_cast<VarDecl>(Ref->getDecl()), Into, Depth + 1);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return buildUnary(Unary, Into, Depth + 1);
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (!isa<FieldDecl>(Member->getMemberDecl()) ||
        !build(Member->getBase(), Into, Depth + 1))
      return false;
    Into.push_back(Member->getMemberDecl());
    return true;
  }
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
    const void *Index = indexOf(Element->getIdx());
    if (!Index || !build(Element->getBase(), Into, Depth + 1))
      return false;
    Into.insert(Into.end(), {nullptr, Index});
    return true;
  }
  if (!isa<CXXThisExpr>(E))
    return false;
  Into.push_back(this);
  return true;
}

unsigned GuardPaths::number(Path P) {
  auto [Found, IsNew] = Numbers.try_emplace(std::move(P), 0);
  if (IsNew) {
    Paths.push_back(&Found->first);
    Found->second = Paths.size();
  }
  return Found->second;
}

unsigned GuardPaths::of(const Expr *E) {
  Path P;
  return E && build(E, P, 0) ? number(std::move(P)) : 0;
}

unsigned GuardPaths::of(const VarDecl *Variable) {
  return number({Variable->getCanonicalDecl()});
}

bool GuardPaths::isTouched(unsigned PathNumber, unsigned Changed) const {
  if (!PathNumber || !Changed)
    return false;
  const Path &P = *Paths[PathNumber - 1];
  const Path &C = *Paths[Changed - 1];
  if (C.size() == 1)
    return is_contained(P, C.front());
  // pages[j] may be pages[i], and *pagep any of them.
  auto End = std::find(C.begin(), C.end(), nullptr);
  size_t Length = std::min<size_t>(End - C.begin() + 1, C.size());
  return P.size() >= Length &&
         std::equal(C.begin(), C.begin() + Length, P.begin());
}

void GuardState::add(const GuardFacts &More) {
  for (const GuardFact &Fact : More)
    if (!is_contained(Facts, Fact))
      Facts.push_back(Fact);
}

void GuardState::join(const GuardState &Other) {
  if (!Other.Reachable)
    return;
  if (!Reachable) {
    *this = Other;
    return;
  }
  erase_if(Facts,
           [&](const GuardFact &F) { return !is_contained(Other.Facts, F); });
  erase_if(Kept,
           [&](const KeptTest &K) { return !is_contained(Other.Kept, K); });
}

void GuardState::forget(unsigned Changed, const GuardPaths &Paths) {
  auto IsTouched = [&](const GuardFact &Fact) {
    return Paths.isTouched(Fact.Path, Changed);
  };
  erase_if(Facts, IsTouched);
  for (KeptTest &K : Kept) {
    erase_if(K.WhenTrue, IsTouched);
    erase_if(K.WhenFalse, IsTouched);
  }
}

void GuardState::forgetKept(const VarDecl *Variable) {
  erase_if(Kept, [&](const KeptTest &K) { return K.Variable == Variable; });
}
