//===- BlockWalker.cpp - in which order statements run --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/BlockWalker.h"

#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class Walker {
public:
  Walker(const FunctionDecl *F, const Knowledge &Known,
         function_ref<void(const BlockStep &)> Show)
      : F(F), Known(Known), Show(Show) {}

  void run() {
    findJumps(F->getBody());
    walk(F->getBody());
  }

private:
  void findJumps(const Stmt *S);
  void findLabels(const Stmt *S, std::vector<const Stmt *> &Into) const;
  std::vector<SourceLocation> jumpsTo(const Stmt *Label) const;
  void walk(const Stmt *S);
  void showStep(const CompoundStmt *Block, const Stmt *Child);

  void findRequired(const Expr *Test,
                    std::vector<const DeclRefExpr *> &Into) const;

  const FunctionDecl *F;
  const Knowledge &Known;
  function_ref<void(const BlockStep &)> Show;
  DenseMap<const LabelDecl *, std::vector<SourceLocation>> Gotos;
  DenseMap<const SwitchCase *, SourceLocation> Switches;
};

} // namespace

void Walker::findJumps(const Stmt *S) {
  if (!S)
    return;
  if (const auto *Goto = dyn_cast<GotoStmt>(S))
    Gotos[Goto->getLabel()].push_back(Goto->getBeginLoc());
  if (const auto *Address = dyn_cast<AddrLabelExpr>(S))
    Gotos[Address->getLabel()].push_back(F->getBody()->getBeginLoc());
  if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    for (const SwitchCase *Case = Switch->getSwitchCaseList(); Case;
         Case = Case->getNextSwitchCase())
      Switches[Case] = Switch->getBeginLoc();
  for (const Stmt *Child : S->children())
    findJumps(Child);
}

std::vector<SourceLocation> Walker::jumpsTo(const Stmt *Label) const {
  if (const auto *Case = dyn_cast<SwitchCase>(Label))
    return {Switches.lookup(Case)};
  return Gotos.lookup(cast<LabelStmt>(Label)->getDecl());
}

static const Stmt *behindLabel(const Stmt *S) {
  if (const auto *Label = dyn_cast<LabelStmt>(S))
    return Label->getSubStmt();
  if (const auto *Case = dyn_cast<SwitchCase>(S))
    return Case->getSubStmt();
  return nullptr;
}

void Walker::findLabels(const Stmt *S, std::vector<const Stmt *> &Into) const {
  if (!S)
    return;
  if (isa<LabelStmt>(S) || isa<SwitchCase>(S))
    Into.push_back(S);
  for (const Stmt *Child : S->children())
    findLabels(Child, Into);
}

static bool isUnevaluated(const Stmt *S) {
  if (isa<UnaryExprOrTypeTraitExpr>(S))
    return true;
  const auto *Call = dyn_cast<CallExpr>(S);
  return Call && Call->getBuiltinCallee() == Builtin::BI__builtin_constant_p;
}

static void findAlways(const Stmt *S, std::vector<const DeclRefExpr *> &Into);

// A statement that may go elsewhere ends what is certain.
static void findAlwaysIn(const CompoundStmt *Block,
                         std::vector<const DeclRefExpr *> &Into) {
  for (const Stmt *Child : Block->body()) {
    findAlways(Child, Into);
    if (!isa<Expr>(Child) && !isa<DeclStmt>(Child))
      return;
  }
}

static const Expr *chosenOf(const Stmt *S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(S))
    return Binary->isLogicalOp() ? Binary->getLHS() : nullptr;
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(S))
    return Conditional->getCond();
  if (const auto *Conditional = dyn_cast<BinaryConditionalOperator>(S))
    return Conditional->getCommon();
  if (const auto *Choice = dyn_cast<ChooseExpr>(S))
    return Choice->getChosenSubExpr();
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(S))
    return Generic->getResultExpr();
  return nullptr;
}

static void findAlways(const Stmt *S, std::vector<const DeclRefExpr *> &Into) {
  if (!S || isUnevaluated(S) || isa<DoStmt>(S) || isa<CompoundStmt>(S))
    return;
  if (const auto *Name = dyn_cast<DeclRefExpr>(S)) {
    if (isa<VarDecl>(Name->getDecl()) && pagePointerDepth(Name->getType()) == 1)
      Into.push_back(Name);
    return;
  }
  if (const Expr *Chosen = chosenOf(S))
    return findAlways(Chosen, Into);
  if (const auto *Inner = dyn_cast<StmtExpr>(S))
    return findAlwaysIn(Inner->getSubStmt(), Into);
  if (const auto *If = dyn_cast<IfStmt>(S))
    return findAlways(If->getCond(), Into);
  if (const auto *While = dyn_cast<WhileStmt>(S))
    return findAlways(While->getCond(), Into);
  if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    return findAlways(Switch->getCond(), Into);
  if (const auto *For = dyn_cast<ForStmt>(S)) {
    findAlways(For->getInit(), Into);
    return findAlways(For->getCond(), Into);
  }
  if (isa<Expr>(S) || isa<DeclStmt>(S) || isa<ReturnStmt>(S))
    for (const Stmt *Child : S->children())
      findAlways(Child, Into);
}

static bool goesElsewhere(const Stmt *S) {
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    return !Block->body_empty() && goesElsewhere(Block->body_back());
  return isa<ReturnStmt>(S) || isa<GotoStmt>(S) || isa<BreakStmt>(S) ||
         isa<ContinueStmt>(S);
}

// "x" of "x", "unlikely(x)" and "!!x".
static const Expr *plainTest(const Expr *Test) {
  for (;;) {
    Test = Test->IgnoreParenImpCasts();
    const auto *Call = dyn_cast<CallExpr>(Test);
    if (Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect) {
      Test = Call->getArg(0);
      continue;
    }
    const auto *Outer = dyn_cast<UnaryOperator>(Test);
    if (!Outer || Outer->getOpcode() != UO_LNot)
      return Test;
    const auto *Inner =
        dyn_cast<UnaryOperator>(Outer->getSubExpr()->IgnoreParenImpCasts());
    if (!Inner || Inner->getOpcode() != UO_LNot)
      return Test;
    Test = Inner->getSubExpr();
  }
}

static const DeclRefExpr *pageNamed(const Expr *E) {
  const auto *Name = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  bool IsPage = Name && isa<VarDecl>(Name->getDecl()) &&
                pagePointerDepth(Name->getType()) == 1;
  return IsPage ? Name : nullptr;
}

// Each that makes the test true when it is no page.
void Walker::findRequired(const Expr *Test,
                          std::vector<const DeclRefExpr *> &Into) const {
  Test = plainTest(Test);
  const Expr *Asked = nullptr;
  if (const auto *Not = dyn_cast<UnaryOperator>(Test)) {
    if (Not->getOpcode() == UO_LNot)
      Asked = Not->getSubExpr();
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(Test)) {
    if (Binary->getOpcode() == BO_LOr) {
      findRequired(Binary->getLHS(), Into);
      return findRequired(Binary->getRHS(), Into);
    }
    if (Binary->getOpcode() == BO_EQ &&
        Binary->getRHS()->isNullPointerConstant(F->getASTContext(),
                                                Expr::NPC_ValueDependentIsNull))
      Asked = Binary->getLHS();
  } else if (const auto *Call = dyn_cast<CallExpr>(Test)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getIdentifier() && Call->getNumArgs() == 1 &&
        Known.isErrorTest(Callee->getName()))
      Asked = Call->getArg(0);
  }
  if (const DeclRefExpr *Name = Asked ? pageNamed(Asked) : nullptr)
    Into.push_back(Name);
}

void Walker::showStep(const CompoundStmt *Block, const Stmt *Child) {
  BlockStep Step;
  Step.Block = Block;
  while (const Stmt *Behind = behindLabel(Child)) {
    append_range(Step.JumpsTo, jumpsTo(Child));
    Child = Behind;
  }
  Step.Statement = Child;
  std::vector<const Stmt *> Labels;
  findLabels(Child, Labels);
  for (const Stmt *Label : Labels)
    append_range(Step.JumpsInto, jumpsTo(Label));
  findAlways(Child, Step.Always);
  const auto *If = dyn_cast<IfStmt>(Child);
  if (If && goesElsewhere(If->getThen()))
    findRequired(If->getCond(), Step.Required);
  Show(Step);
}

void Walker::walk(const Stmt *S) {
  if (!S)
    return;
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    for (const Stmt *Child : Block->body())
      showStep(Block, Child);
  for (const Stmt *Child : S->children())
    walk(Child);
}

void pagesplit::walkBlocks(const FunctionDecl *F, const Knowledge &Known,
                           function_ref<void(const BlockStep &)> Show) {
  Walker(F, Known, Show).run();
}
