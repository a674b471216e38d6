//===- FlowLoops.cpp - what is known in and after a loop ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static const Stmt *targetOfStore(const Stmt *S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(S))
    return Binary->isAssignmentOp() ? Binary->getLHS() : nullptr;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S))
    return Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf
               ? Unary->getSubExpr()
               : nullptr;
  return nullptr;
}

// What the loop changes is not known from before it on any but its first turn.
void FlowBody::enterLoop(const Stmt *Whole) {
  if (State.knowsNothing() && !Paths.hasAliases())
    return;
  SmallVector<const Stmt *, 32> Open = {Whole};
  while (!Open.empty()) {
    const Stmt *S = Open.pop_back_val();
    if (const Stmt *Target = targetOfStore(S))
      changed(cast<Expr>(Target));
    if (const auto *Assembly = dyn_cast<GCCAsmStmt>(S))
      for (const Expr *Output : Assembly->outputs())
        changed(Output);
    for (const Stmt *Child : S->children())
      if (Child)
        Open.push_back(Child);
  }
}

void FlowBody::loop(const Stmt *Whole, const Stmt *Before,
                    const Expr *Condition, const Stmt *Body, const Expr *Step) {
  enterLoop(Whole);
  statement(Before);
  GuardState True, False = GuardState::unreachable();
  if (Condition)
    condition(Condition, True, False);
  else
    True = State;
  Exits.emplace_back();
  State = std::move(True);
  statement(Body);
  State.join(Exits.back().Continue);
  if (Step)
    expression(Step);
  State = std::move(Exits.back().Break);
  State.join(False);
  Exits.pop_back();
}

void FlowBody::doLoop(const DoStmt *S) {
  if (literalTruth(S->getCond()) != false)
    enterLoop(S);
  Exits.emplace_back();
  statement(S->getBody());
  State.join(Exits.back().Continue);
  GuardState True, False;
  condition(S->getCond(), True, False);
  State = std::move(Exits.back().Break);
  State.join(False);
  Exits.pop_back();
}

void FlowBody::rangeLoop(const CXXForRangeStmt *S) {
  statement(S->getInit());
  expression(S->getRangeInit());
  enterLoop(S);
  GuardState Skipped = State;
  const VarDecl *Variable = S->getLoopVariable();
  if (Unit.Types.isPage(Variable->getType()))
    show(FlowForm::Assign, S->getRangeInit(), variablePlace(Variable),
         S->getRangeInit()->getSourceRange());
  Exits.emplace_back();
  statement(S->getBody());
  State.join(Exits.back().Continue);
  State.join(Exits.back().Break);
  State.join(Skipped);
  Exits.pop_back();
}
