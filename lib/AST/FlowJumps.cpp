//===- FlowJumps.cpp - what is known at labels ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

void FlowBody::choose(const SwitchStmt *S) {
  statement(S->getInit());
  if (S->getConditionVariableDeclStmt())
    statement(S->getConditionVariableDeclStmt());
  expression(S->getCond());
  Exit Inner;
  Inner.IsSwitch = true;
  Inner.Entry = State;
  Inner.Switch = S;
  Exits.push_back(std::move(Inner));
  State = GuardState::unreachable();
  statement(S->getBody());
  State.join(Exits.back().Break);
  if (!Exits.back().HasDefault)
    State.join(Exits.back().Entry);
  Exits.pop_back();
}

GuardState FlowBody::atCase(const SwitchCase *S) {
  auto Around = llvm::find_if(llvm::reverse(Exits),
                              [](const Exit &E) { return E.IsSwitch; });
  if (Around == Exits.rend())
    return GuardState();
  GuardState At = Around->Entry;
  const Expr *On = Around->Switch->getCond();
  if (const auto *Case = dyn_cast<CaseStmt>(S)) {
    if (!Case->getRHS())
      At.add(Tests.ofCase(On, Case->getLHS(), true));
    return At;
  }
  Around->HasDefault = true;
  for (const SwitchCase *Other = Around->Switch->getSwitchCaseList(); Other;
       Other = Other->getNextSwitchCase())
    if (const auto *Case = dyn_cast<CaseStmt>(Other))
      if (!Case->getRHS())
        At.add(Tests.ofCase(On, Case->getLHS(), false));
  return At;
}

void FlowBody::caseLabel(const SwitchCase *S) {
  State.join(atCase(S));
  statement(S->getSubStmt());
}

// How many jumps each label of the function has.
void FlowBody::countJumps() {
  if (JumpsCounted)
    return;
  JumpsCounted = true;
  static constexpr unsigned Unknown = 1u << 20;
  SmallVector<const Stmt *, 32> Open = {Body};
  while (!Open.empty()) {
    const Stmt *S = Open.pop_back_val();
    if (const auto *Jump = dyn_cast<GotoStmt>(S))
      ++Labels[Jump->getLabel()].Unseen;
    else if (const auto *Address = dyn_cast<AddrLabelExpr>(S))
      Labels[Address->getLabel()].Unseen += Unknown;
    else if (const auto *Assembly = dyn_cast<GCCAsmStmt>(S))
      for (unsigned I = 0; I < Assembly->getNumLabels(); ++I)
        Labels[Assembly->getLabelExpr(I)->getLabel()].Unseen += Unknown;
    for (const Stmt *Child : S->children())
      if (Child)
        Open.push_back(Child);
  }
}

// A label that is jumped to from further down knows nothing.
void FlowBody::label(const LabelStmt *S) {
  countJumps();
  LabelState &At = Labels[S->getDecl()];
  if (At.Unseen)
    State = GuardState();
  else
    State.join(At.Joined);
  statement(S->getSubStmt());
}

void FlowBody::jump(const LabelDecl *Label) {
  countJumps();
  LabelState &At = Labels[Label];
  if (At.Unseen)
    --At.Unseen;
  At.Joined.join(State);
  State = GuardState::unreachable();
}

void FlowBody::leaveLoop(bool IsBreak) {
  auto Around = llvm::find_if(llvm::reverse(Exits), [&](const Exit &E) {
    return IsBreak || !E.IsSwitch;
  });
  if (Around != Exits.rend())
    (IsBreak ? Around->Break : Around->Continue).join(State);
  State = GuardState::unreachable();
}
