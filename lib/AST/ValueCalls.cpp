//===- ValueCalls.cpp - values that calls and macros give -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueOrigins.h"

#include "BlockValue.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

const NamedDecl *ValueOrigins::callee(const Expr *E) const {
  for (unsigned Steps = 0; E && Steps < MaxDepth; ++Steps) {
    E = E->IgnoreParenCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
      const Expr *Value =
          Variable ? Paths.aliasOf(Variable->getCanonicalDecl()) : nullptr;
      if (!Value)
        return isa<FunctionDecl, VarDecl>(Ref->getDecl()) ? Ref->getDecl()
                                                          : nullptr;
      E = Value;
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      return Member->getMemberDecl();
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      E = Unary->getSubExpr();
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Element->getBase();
    } else if (const auto *Block = dyn_cast<StmtExpr>(E)) {
      E = blockValue(Block);
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

StringRef pagesplit::typedefBehind(QualType Type) {
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  else if (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  else
    return "";
  const auto *Named = Type->getAs<TypedefType>();
  return Named ? Named->getDecl()->getName() : "";
}

std::string pagesplit::pointedTypedef(const Expr *E,
                                      function_ref<bool(StringRef)> Fits) {
  std::string Found;
  while (E) {
    E = E->IgnoreParens();
    StringRef Name = typedefBehind(E->getType());
    if (!Name.empty() && Fits(Name))
      Found = Name.str();
    const auto *Cast = dyn_cast<CastExpr>(E);
    const auto *Sum = dyn_cast<BinaryOperator>(E);
    if (Cast)
      E = Cast->getSubExpr();
    else if (Sum && (Sum->isAdditiveOp() || Sum->isBitwiseOp()))
      E = Sum->getLHS();
    else
      break;
  }
  return Found;
}

// What points to an entry of a page table says what it lies in.
void ValueOrigins::visitAddressed(const std::string &Call,
                                  const Expr *Address) {
  const EvidenceIndex &Evidence = Known.evidence();
  if (!Address || !Evidence.isAddressCall(Call, true))
    return;
  std::string Type = pointedTypedef(Address, [&](StringRef Name) {
    return Evidence.address(Call, true, Name) != nullptr;
  });
  if (Type.empty())
    return;
  Origin O;
  O.Place.Kind = FlowEnd::Type;
  O.Place.Name = std::move(Type);
  O.Through.push_back(Call + "#0");
  Found.push_back(std::move(O));
}

// The value of a whole macro is its result, whatever its body says; and an
// argument that went into it may be what comes out.
void ValueOrigins::visitMacros(const Expr *E, size_t First) {
  if (IsTarget || !Types.isPage(E->getType()))
    return;
  for (const MacroAround &Use : Macros.around(E)) {
    const size_t Size = Found.size();
    if (Size >= MaxOrigins)
      return;
    if (!Use.IsValue) {
      for (size_t I = First; I < Size; ++I)
        Found[I].Marks.push_back(
            {Use.Invocation, Use.Argument, Found[I].Through.size()});
      continue;
    }
    for (size_t I = First; I < Size; ++I)
      for (const Origin::Mark &M : Found[I].Marks)
        if (M.Invocation == Use.Invocation) {
          Origin HandedOn = Found[I];
          HandedOn.Through.resize(M.Length);
          HandedOn.Through.push_back(
              Use.Name + "#" +
              (M.Argument < 0 ? "?" : std::to_string(M.Argument)));
          Found.push_back(std::move(HandedOn));
          break;
        }
    Origin Result;
    Result.Place.Kind = FlowEnd::Return;
    Result.Place.Name = Use.Name;
    Found.push_back(std::move(Result));
    if (Known.evidence().isAddressCall(Use.Name, true))
      visitAddressed(Use.Name, Macros.argumentOf(E, Use.Invocation, 0));
  }
}

void ValueOrigins::visitCall(const CallExpr *E) {
  switch (E->getBuiltinCallee()) {
  case 0:
    break;
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
  case Builtin::BImove:
  case Builtin::BIforward:
  case Builtin::BIas_const:
    return visit(E->getArg(0));
  case Builtin::BIaddressof:
  case Builtin::BI__builtin_addressof:
    return visitAddress(E->getArg(0));
  default:
    break;
  }
  const NamedDecl *Callee = callee(E->getCallee());
  FlowPlace Place;
  Place.Kind = Callee ? FlowEnd::Return : FlowEnd::Opaque;
  Place.Declaration = Callee;
  if (!Callee)
    Place.Name = "pointer call";
  const size_t First = Found.size();
  leaf(E, std::move(Place));
  if (First < Found.size())
    Found[First].Root = nullptr;
  if (IsTarget || !Callee || Asked != Links::No)
    return;
  handOn(E, Callee);
  if (E->getNumArgs() > 0)
    visitAddressed(calleeName(Callee), E->getArg(0));
}

void ValueOrigins::handOn(const CallExpr *E, const NamedDecl *Callee) {
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    if (Types.depth(Argument->IgnoreParenImpCasts()->getType()) < 1)
      continue;
    const size_t First = Found.size();
    visit(Argument);
    if (First < Found.size())
      through(First, calleeName(Callee) + "#" + std::to_string(I));
  }
}
