//===- FlowStatements.cpp - what is known along a function ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

#include "clang/AST/Attr.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

void FlowBody::statement(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S))
    return discarded(E);
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    return compound(cast<CompoundStmt>(S));
  case Stmt::IfStmtClass:
    return branch(cast<IfStmt>(S));
  case Stmt::WhileStmtClass: {
    const auto *While = cast<WhileStmt>(S);
    return loop(S, While->getConditionVariableDeclStmt(), While->getCond(),
                While->getBody(), nullptr);
  }
  case Stmt::ForStmtClass: {
    const auto *For = cast<ForStmt>(S);
    statement(For->getInit());
    return loop(S, For->getConditionVariableDeclStmt(), For->getCond(),
                For->getBody(), For->getInc());
  }
  case Stmt::DoStmtClass:
    return doLoop(cast<DoStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return rangeLoop(cast<CXXForRangeStmt>(S));
  case Stmt::SwitchStmtClass:
    return choose(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return caseLabel(cast<SwitchCase>(S));
  case Stmt::LabelStmtClass:
    return label(cast<LabelStmt>(S));
  case Stmt::GotoStmtClass:
    return jump(cast<GotoStmt>(S)->getLabel());
  case Stmt::IndirectGotoStmtClass:
    children(S);
    State = GuardState::unreachable();
    return;
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
    return leaveLoop(isa<BreakStmt>(S));
  case Stmt::ReturnStmtClass:
    return giveBack(cast<ReturnStmt>(S));
  case Stmt::DeclStmtClass:
    return declare(cast<DeclStmt>(S));
  case Stmt::AttributedStmtClass:
    return statement(cast<AttributedStmt>(S)->getSubStmt());
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    return assembly(cast<AsmStmt>(S));
  case Stmt::CXXTryStmtClass:
    return attempt(cast<CXXTryStmt>(S));
  default:
    for (const Stmt *Child : S->children())
      statement(Child);
  }
}

bool FlowBody::isAsserted(SourceLocation Loc) {
  return Asserting && Loc.isMacroID() &&
         Unit.Macros.isWrittenBy(
             Loc, [&](StringRef Macro) { return Unit.Known.asserts(Macro); });
}

// The value of a statement is not asked for: WARN_ON(x) as a statement goes on
// only where x does not matter, so it asserts as BUG_ON() does.
void FlowBody::discarded(const Expr *E) {
  const auto *Block = dyn_cast<StmtExpr>(E->IgnoreParenCasts());
  if (!Block)
    return expression(E);
  ++Blocks;
  statement(Block->getSubStmt());
  --Blocks;
  if (isAsserted(Block->getBeginLoc()))
    State.add(Tests.of(Block, false, State));
}

void FlowBody::compound(const CompoundStmt *S) {
  for (const Stmt *Child : S->body())
    statement(Child);
}

void FlowBody::branch(const IfStmt *S) {
  statement(S->getInit());
  if (S->getConditionVariableDeclStmt())
    statement(S->getConditionVariableDeclStmt());
  if (S->isConsteval()) {
    statement(S->getThen());
    return statement(S->getElse());
  }
  GuardState True, False;
  condition(S->getCond(), True, False);
  State = std::move(True);
  statement(S->getThen());
  std::swap(State, False);
  statement(S->getElse());
  if (!isAsserted(S->getIfLoc()))
    State.join(False);
}

void FlowBody::giveBack(const ReturnStmt *S) {
  if (const Expr *Value = S->getRetValue()) {
    expression(Value);
    FlowPlace To;
    To.Kind = FlowEnd::Return;
    To.Declaration = Function;
    if (Function && (Unit.Types.isPage(Function->getReturnType()) ||
                     Values.carriesPage(Value))) {
      show(FlowForm::Return, Value, To, Value->getSourceRange());
    } else if (Function && Unit.Types.isLink(Function->getReturnType())) {
      To.IsList = true;
      showLinks(FlowForm::Return, Value, To, false, true);
    }
  }
  State = GuardState::unreachable();
}

void FlowBody::declare(const DeclStmt *S) {
  for (const Decl *D : S->decls())
    if (const auto *Variable = dyn_cast<VarDecl>(D))
      declare(Variable);
}

void FlowBody::declare(const VarDecl *Variable) {
  if (!State.knowsNothing()) {
    State.forget(Paths.of(Variable), Paths);
    State.forgetKept(Variable->getCanonicalDecl());
  }
  cleanUp(Variable);
  const Expr *Value = Variable->getInit();
  if (!Value || Value->isTypeDependent())
    return;
  expression(Value);
  initialise(variablePlace(Variable), Variable->getType(), Value);
  keepTest(Variable, Value);
  if (Blocks && !Variable->isStaticLocal() &&
      !Variable->getType()->isRecordType())
    Paths.setAlias(Variable->getCanonicalDecl(), Value);
}

// At the end of its block the variable's address goes to a function.
void FlowBody::cleanUp(const VarDecl *Variable) {
  const auto *Attribute = Variable->getAttr<CleanupAttr>();
  if (!Attribute || !Unit.Types.isPage(Variable->getType()))
    return;
  FlowSite Site;
  Site.Form = FlowForm::Argument;
  Site.From = variablePlace(Variable);
  Site.To.Kind = FlowEnd::Param;
  Site.To.Declaration = Attribute->getFunctionDecl();
  Site.To.Position = 0;
  Site.Through.push_back("&");
  Site.Range = Variable->getLocation();
  Site.Owner = Owner;
  Unit.show(Site);
}

void FlowBody::assembly(const AsmStmt *S) {
  children(S);
  const auto *Gcc = dyn_cast<GCCAsmStmt>(S);
  if (!Gcc)
    return;
  FlowPlace Inside;
  Inside.Name = "asm";
  for (const Expr *Input : Gcc->inputs())
    if (Values.carriesPage(Input))
      show(FlowForm::Assign, Input, Inside, Input->getSourceRange());
  for (const Expr *Output : Gcc->outputs()) {
    if (Unit.Types.isPage(Output->getType()))
      for (FlowPlace &Place : Values.targets(Output)) {
        FlowSite Site;
        Site.From = Inside;
        Site.To = std::move(Place);
        Site.Range = Output->getSourceRange();
        Site.Owner = Owner;
        Unit.show(Site);
      }
    changed(Output);
  }
  for (unsigned I = 0; I < Gcc->getNumLabels(); ++I)
    countJumps();
}

// An exception may come from anywhere in the block.
void FlowBody::attempt(const CXXTryStmt *S) {
  GuardState Before = State;
  statement(S->getTryBlock());
  GuardState After = State;
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    State = Before;
    enterLoop(S->getTryBlock());
    statement(S->getHandler(I)->getHandlerBlock());
    After.join(State);
  }
  State = std::move(After);
}
