//===- FlowExpressions.cpp - moves that an expression makes ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"
#include "SlotStores.h"

#include "pagesplit/AST/PageRecord.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

void FlowBody::children(const Stmt *S) {
  for (const Stmt *Child : S->children())
    if (const auto *Inner = dyn_cast_or_null<Expr>(Child))
      expression(Inner);
    else
      statement(Child);
}

void FlowBody::expression(const Expr *E) {
  if (!E)
    return;
  if (!ownForm(E))
    children(E);
  // Afterwards, when the variables of macros are known.
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    castTo(Cast);
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    addressOf(Cast);
    takeFromWord(Cast);
  }
  if (!isa<ImplicitCastExpr>(E))
    macroArgument(E);
  else if (cast<CastExpr>(E)->getCastKind() == CK_LValueToRValue &&
           Unit.Types.depth(E->getType()) == 0)
    whole(cast<CastExpr>(E)->getSubExpr(), E->getSourceRange());
}

// A use of struct page as a whole has "*" for its field.
void FlowBody::whole(const Expr *Page, SourceRange Range) {
  FlowPlace To;
  To.Kind = FlowEnd::Field;
  To.Name = "*";
  show(FlowForm::Use, Page, To, Range);
}

void FlowBody::wholeOperand(const Expr *Pointer, SourceRange Range) {
  if (Pointer->getType()->isPointerType() &&
      Unit.Types.depth(Pointer->getType()) == 1)
    whole(Pointer, Range);
}

// True when the expression needs no further walk.
bool FlowBody::ownForm(const Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binary(cast<BinaryOperator>(E)), true;
  case Stmt::UnaryOperatorClass:
    return unary(cast<UnaryOperator>(E)), true;
  case Stmt::MemberExprClass:
    return member(cast<MemberExpr>(E)), true;
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
    return call(cast<CallExpr>(E)), true;
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return construct(cast<CXXConstructExpr>(E)), true;
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return choice(cast<AbstractConditionalOperator>(E)), true;
  case Stmt::StmtExprClass:
    return block(cast<StmtExpr>(E)), true;
  case Stmt::ChooseExprClass:
    if (!cast<ChooseExpr>(E)->isConditionDependent())
      expression(cast<ChooseExpr>(E)->getChosenSubExpr());
    return true;
  case Stmt::GenericSelectionExprClass:
    if (!cast<GenericSelectionExpr>(E)->isResultDependent())
      expression(cast<GenericSelectionExpr>(E)->getResultExpr());
    return true;
  case Stmt::InitListExprClass:
    return initialiseRecord(cast<InitListExpr>(E)), true;
  case Stmt::AtomicExprClass:
    return atomic(cast<AtomicExpr>(E)), true;
  case Stmt::LambdaExprClass:
    return lambda(cast<LambdaExpr>(E)), true;
  case Stmt::OpaqueValueExprClass:
    return true; // walked where it is written
  case Stmt::UnaryExprOrTypeTraitExprClass: {
    // An assertion that is compiled out still names what it asserts.
    const auto *Sizeof = cast<UnaryExprOrTypeTraitExpr>(E);
    if (!Sizeof->isArgumentType() && isAsserted(E->getBeginLoc()))
      State.add(Tests.of(Sizeof->getArgumentExpr(), false, State));
    return true;
  }
  case Stmt::CXXTypeidExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::OffsetOfExprClass:
    return true;
  default:
    return false;
  }
}

// A macro is called with what was written as its argument.
void FlowBody::macroArgument(const Expr *E) {
  if (!Unit.Types.isPage(E->getType()) || !E->getBeginLoc().isMacroID())
    return;
  for (const MacroAround &Use : Unit.Macros.around(E)) {
    if (Use.IsValue)
      continue;
    FlowPlace To;
    To.Kind = FlowEnd::Param;
    To.Name = Use.Name;
    To.Position = Use.Argument;
    show(FlowForm::Argument, E, To, E->getSourceRange());
  }
}

void FlowBody::assign(const BinaryOperator *E) {
  const Expr *Target = E->getLHS(), *Value = E->getRHS();
  expression(Target);
  expression(Value);
  if (Unit.Types.isPage(Target->getType()) || Values.carriesPage(Value))
    for (FlowPlace &Place : Values.targets(Target))
      show(Place.Kind == FlowEnd::Type ? FlowForm::Cast : FlowForm::Assign,
           Value, Place, Value->getSourceRange());
  if (Unit.Types.isLink(Target->getType()))
    for (FlowPlace &Place : Values.linkTargets(Target))
      showLinks(FlowForm::Assign, Value, Place, false, true);
  if (mayBeStored(Target->getType(), Value, Unit.Types))
    if (const NamedDecl *Slot = Values.callee(Target))
      store(Value, slotPlace(Slot));
  if (Unit.Types.depth(Target->getType()) == 0)
    whole(Target, E->getSourceRange());
  assignWord(Target, Value, E->getSourceRange());
  changed(Target);
  keepTest(Target, Value);
}

// page += i, page++: the variable is another page of the same row.
void FlowBody::step(const Expr *E, const Expr *Pointer) {
  if (Unit.Types.depth(E->getType()) == 1)
    for (FlowPlace &Place : Values.targets(Pointer))
      show(FlowForm::Assign, Pointer, Place, E->getSourceRange(), "+");
  wholeOperand(Pointer, E->getSourceRange());
  changed(Pointer);
}

void FlowBody::binary(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Assign)
    return assign(E);
  if (E->isLogicalOp()) {
    GuardState True, False;
    condition(E, True, False);
    State = std::move(True);
    State.join(False);
    return;
  }
  expression(E->getLHS());
  expression(E->getRHS());
  if (E->isCompoundAssignmentOp())
    return step(E, E->getLHS());
  if (E->isAdditiveOp()) {
    bool IsLeft = E->getLHS()->getType()->isPointerType();
    wholeOperand(IsLeft ? E->getLHS() : E->getRHS(), E->getSourceRange());
  }
  if (E->getOpcode() == BO_Sub)
    containerOf(E);
}

// container_of(page, struct folio, page): the page says what it lies in.
void FlowBody::containerOf(const BinaryOperator *E) {
  const auto *Offset = dyn_cast<OffsetOfExpr>(E->getRHS()->IgnoreParenCasts());
  if (!Offset || Offset->getNumComponents() == 0)
    return;
  const OffsetOfNode &Last =
      Offset->getComponent(Offset->getNumComponents() - 1);
  if (Last.getKind() != OffsetOfNode::Field)
    return;
  takenOut(Offset, E->getLHS(), E->getSourceRange());
  if (!isPageType(Last.getField()->getType()) ||
      !Values.carriesPage(E->getLHS()))
    return;
  FlowPlace To;
  To.Kind = FlowEnd::Type;
  To.Name = typeText(Offset->getTypeSourceInfo()
                         ->getType()
                         .getCanonicalType()
                         .getUnqualifiedType()) +
            "." + Last.getField()->getNameAsString();
  show(FlowForm::Cast, E->getLHS(), To, E->getSourceRange());
}

void FlowBody::unary(const UnaryOperator *E) {
  const Expr *Inner = E->getSubExpr();
  if (E->getOpcode() == UO_Deref) {
    // *&x, as in READ_ONCE(x), takes no address.
    const auto *Address = dyn_cast<UnaryOperator>(Inner->IgnoreParenCasts());
    if (Address && Address->getOpcode() == UO_AddrOf)
      return expression(Address->getSubExpr());
  }
  expression(Inner);
  if (E->isIncrementDecrementOp())
    step(E, Inner);
  if (E->getOpcode() != UO_AddrOf)
    return;
  changed(Inner);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Inner->IgnoreParens()))
    wholeOperand(Element->getBase(), Element->getSourceRange());
}

void FlowBody::member(const MemberExpr *E) {
  std::optional<PageMember> Member = findPageMember(E);
  if (!Member) {
    expression(E->getBase());
    if (isPageType(E->getType()))
      whole(E, E->getSourceRange());
    return;
  }
  // In folio->page.index no page as a whole is used.
  const auto *Holder = dyn_cast<MemberExpr>(Member->Base->IgnoreParens());
  expression(Holder && isPageType(Holder->getType()) ? Holder->getBase()
                                                     : Member->Base);
  FlowPlace To;
  To.Kind = FlowEnd::Field;
  To.Name = Member->Named->getMemberDecl()->getNameAsString();
  show(FlowForm::Use, Member->Base, To, E->getSourceRange());
}

void FlowBody::atomic(const AtomicExpr *E) {
  children(E);
  if (E->getNumSubExprs() <= 2) // the pointer and the order: a load
    return;
  const Expr *Stored = E->isCmpXChg() ? E->getVal2() : E->getVal1();
  if (Values.carriesPage(Stored))
    for (FlowPlace &Place : Values.targets(E->getPtr()))
      show(FlowForm::Assign, Stored, Place, Stored->getSourceRange());
}

// container_of() is shown by what it finds.
bool pagesplit::isContainerOf(const Expr *E) {
  const auto *Minus = dyn_cast<BinaryOperator>(E->IgnoreParenCasts());
  return Minus && Minus->getOpcode() == BO_Sub &&
         isa<OffsetOfExpr>(Minus->getRHS()->IgnoreParenCasts());
}

// Only what names a struct; a page in a void * or an integer is still a page,
// and is followed to where that is kept.
void FlowBody::castTo(const ExplicitCastExpr *E) {
  const Expr *Inner = E->getSubExprAsWritten();
  const int To = Unit.Types.depth(E->getType());
  const int From = Unit.Types.depth(Inner->getType());
  if (E->getType()->isVoidType() || isContainerOf(Inner))
    return;
  if (To != From)
    whole(From < 0 ? E : Inner, E->getSourceRange());
  QualType Record = PageTypes::pointedRecord(E->getType());
  if (To >= 0 || Record.isNull() || !Values.carriesPage(Inner))
    return;
  FlowPlace Type;
  Type.Kind = FlowEnd::Type;
  Type.Name = typeText(Record);
  show(FlowForm::Cast, Inner, Type, E->getSourceRange());
}

void FlowBody::choice(const AbstractConditionalOperator *E) {
  const auto *Short = dyn_cast<BinaryConditionalOperator>(E);
  GuardState True, False;
  condition(Short ? Short->getCommon() : E->getCond(), True, False);
  State = std::move(True);
  if (!Short)
    expression(E->getTrueExpr());
  std::swap(State, False);
  expression(E->getFalseExpr());
  State.join(False);
}

void FlowBody::block(const StmtExpr *E) {
  SaveAndRestore Asked(Asserting, false);
  ++Blocks;
  statement(E->getSubStmt());
  --Blocks;
}

void FlowBody::changed(const Expr *E) {
  const Expr *Target = E->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Target))
    if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl())) {
      Paths.dropAlias(Variable->getCanonicalDecl());
      State.forgetKept(Variable->getCanonicalDecl());
    }
  if (!State.knowsNothing())
    State.forget(Paths.of(Target), Paths);
}

void FlowBody::keepTest(const Expr *Target, const Expr *Value) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Target->IgnoreParens());
  if (const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr)
    keepTest(Variable, Value);
}

void FlowBody::keepTest(const VarDecl *Variable, const Expr *Value) {
  if (!Variable->isLocalVarDeclOrParm() || Variable->isStaticLocal() ||
      !Variable->getType()->isScalarType())
    return;
  KeptTest Kept = Tests.keptBy(Variable->getCanonicalDecl(), Value, State);
  // A test of what the variable was before: page = next(page).
  const unsigned Own = Paths.of(Variable);
  auto IsOwn = [&](const GuardFact &Fact) {
    return Paths.isTouched(Fact.Path, Own);
  };
  llvm::erase_if(Kept.WhenTrue, IsOwn);
  llvm::erase_if(Kept.WhenFalse, IsOwn);
  if (!Kept.WhenTrue.empty() || !Kept.WhenFalse.empty())
    State.Kept.push_back(std::move(Kept));
}
