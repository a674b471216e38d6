//===- FlowConditions.cpp - what is known on both sides of a condition ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

#include "clang/Basic/Builtins.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// Walks the expression once and leaves what is known after it came out true
// and after it came out false; State itself is void afterwards.
void FlowBody::condition(const Expr *E, GuardState &True, GuardState &False) {
  if (const auto *Paren = dyn_cast<ParenExpr>(E)) {
    macroArgument(E);
    condition(Paren->getSubExpr(), True, False);
  } else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
             Cast && Cast->getCastKind() != CK_LValueToRValue) {
    condition(Cast->getSubExpr(), True, False);
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
             Unary && Unary->getOpcode() == UO_LNot) {
    condition(Unary->getSubExpr(), False, True);
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E);
             Binary && (Binary->isLogicalOp() || Binary->isCommaOp())) {
    return conditionBinary(Binary, True, False);
  } else if (const auto *Call = dyn_cast<CallExpr>(E);
             Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect) {
    condition(Call->getArg(0), True, False);
  } else {
    return conditionLeaf(E, True, False);
  }
  // What the parts say was added on the way; a macro around all of them may
  // be a test itself.
  if (!E->getBeginLoc().isMacroID() || isa<ImplicitCastExpr>(E))
    return;
  True.add(Tests.ofMacros(E, true));
  False.add(Tests.ofMacros(E, false));
}

void FlowBody::conditionBinary(const BinaryOperator *E, GuardState &True,
                               GuardState &False) {
  if (E->isCommaOp()) {
    expression(E->getLHS());
    return condition(E->getRHS(), True, False);
  }
  GuardState FirstTrue, FirstFalse;
  condition(E->getLHS(), FirstTrue, FirstFalse);
  bool IsAnd = E->getOpcode() == BO_LAnd;
  State = IsAnd ? FirstTrue : FirstFalse;
  condition(E->getRHS(), True, False);
  if (IsAnd)
    False.join(FirstFalse);
  else
    True.join(FirstTrue);
}

std::optional<bool> pagesplit::literalTruth(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Number = dyn_cast<IntegerLiteral>(E))
    return !Number->getValue().isZero();
  if (const auto *Truth = dyn_cast<CXXBoolLiteralExpr>(E))
    return Truth->getValue();
  return std::nullopt;
}

void FlowBody::conditionLeaf(const Expr *E, GuardState &True,
                             GuardState &False) {
  expression(E);
  if (std::optional<bool> Always = literalTruth(E)) {
    True = *Always ? State : GuardState::unreachable();
    False = *Always ? GuardState::unreachable() : State;
    return;
  }
  True = False = State;
  True.add(Tests.of(E, true, State));
  False.add(Tests.of(E, false, State));
}
