//===- UseWalker.cpp - every expression that is a page --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/UseWalker.h"

#include "EnclosedVisitor.h"
#include "UseParts.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

/// The nearest statement around an expression that is not just a wrapper.
struct Around {
  const Stmt *Parent = nullptr;
  const Expr *Child = nullptr; ///< of Parent; the expression or its wrapper
  bool IsRead = false;         ///< the value of an object is taken
  unsigned Up = 0;             ///< where Parent is
};

class Walker : public EnclosedVisitor<Walker> {
  using Base = EnclosedVisitor<Walker>;

public:
  Walker(ASTContext &Context, const UseCallbacks &Callbacks)
      : Context(Context), Callbacks(Callbacks) {}

  bool TraverseFunctionDecl(FunctionDecl *F);
  bool TraverseVarDecl(VarDecl *V);
  bool TraverseInitListExpr(InitListExpr *List);
  bool VisitExpr(Expr *E);
  bool VisitDeclRefExpr(DeclRefExpr *Name);
  bool VisitMemberExpr(MemberExpr *Member);
  bool VisitNamedDecl(NamedDecl *D);

private:
  Around around(const Expr *E, unsigned Up = 1) const;
  void classify(const Expr *E, UseSite &Site) const;
  void classifyOperand(const Around &At, UseSite &Site) const;
  void classifyBinary(const BinaryOperator *Parent, const Around &At,
                      UseSite &Site) const;
  void classifyUnary(const UnaryOperator *Parent, const Around &At,
                     UseSite &Site) const;
  void classifyField(const MemberExpr *Parent, unsigned Up,
                     UseSite &Site) const;
  void classifyPlace(const Expr *E, const Around &At, UseSite &Site) const;
  const NamedDecl *initialised(const Around &At) const;
  unsigned foreignDepth() const;
  void showDesignators(const InitListExpr *Written);
  void showSlots(const InitListExpr &Meant);
  bool canFollow(const Expr *Stored) const;
  const FieldDecl *slotFor(const Around &At) const;
  MentionSite mention(const Expr *Name) const;
  bool isDropped(const Expr *E) const;

  ASTContext &Context;
  const UseCallbacks &Callbacks;
  const FunctionDecl *Function = nullptr;
};

} // namespace

bool Walker::TraverseFunctionDecl(FunctionDecl *F) {
  if (!concernsPages(F))
    Callbacks.ShowName(F, F->getLocation());
  for (const ParmVarDecl *P : F->parameters())
    Callbacks.ShowName(P, P->getLocation());
  if (!F->doesThisDeclarationHaveABody() || !Callbacks.IsWanted(F))
    return true;
  SaveAndRestore<const FunctionDecl *> Inside(Function, F);
  return TraverseStmt(F->getBody());
}

bool Walker::TraverseVarDecl(VarDecl *V) {
  return (!Function && !Callbacks.IsWantedVariable(V)) ||
         Base::TraverseVarDecl(V);
}

static bool isWrapper(const Stmt *S) {
  return isa<ParenExpr>(S) || isa<ImplicitCastExpr>(S);
}

Around Walker::around(const Expr *E, unsigned Up) const {
  Around At;
  At.Child = E;
  At.IsRead = !E->isGLValue();
  for (;; ++Up) {
    const Stmt *S = Enclosing.up(Up);
    if (!S || !isWrapper(S)) {
      At.Parent = S;
      At.Up = Up;
      return At;
    }
    At.Child = cast<Expr>(S);
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S))
      At.IsRead |= Cast->getCastKind() == CK_LValueToRValue ||
                   Cast->getCastKind() == CK_ArrayToPointerDecay;
  }
}

void Walker::classifyUnary(const UnaryOperator *Parent, const Around &At,
                           UseSite &Site) const {
  if (Parent->getOpcode() == UO_LNot)
    Site.Form = UseForm::Test;
  else if (!At.IsRead)
    Site.Form = UseForm::Object;
}

void Walker::classifyBinary(const BinaryOperator *Parent, const Around &At,
                            UseSite &Site) const {
  bool IsLeft = Parent->getLHS() == At.Child;
  const Expr *Other = IsLeft ? Parent->getRHS() : Parent->getLHS();
  if (Parent->getOpcode() == BO_Assign) {
    Site.Form = IsLeft ? UseForm::Target : UseForm::Assign;
    if (IsLeft)
      Site.Written = Other;
    else
      Site.Other = declared(Other);
  } else if (Parent->isAssignmentOp()) {
    Site.Form = IsLeft ? UseForm::Object : UseForm::Value;
  } else if (Parent->isLogicalOp()) {
    Site.Form = UseForm::Test;
  } else if (Parent->isEqualityOp() ||
             (Site.Depth > 1 &&
              (Parent->isRelationalOp() || Parent->getOpcode() == BO_Sub))) {
    bool IsNull = Other->IgnoreParenImpCasts()->isNullPointerConstant(
        Context, Expr::NPC_ValueDependentIsNull);
    Site.Form = IsNull ? UseForm::Test : UseForm::Compare;
    Site.Other = IsNull ? nullptr : declared(Other);
  }
}

void Walker::classifyField(const MemberExpr *Parent, unsigned Up,
                           UseSite &Site) const {
  const Expr *Access = Parent;
  while (const auto *Outer =
             dyn_cast_or_null<MemberExpr>(Enclosing.up(Up + 1))) {
    Access = Outer;
    ++Up;
  }
  std::optional<PageMember> Member = findPageMember(cast<MemberExpr>(Access));
  if (!Member)
    return;
  Site.Form = UseForm::Field;
  Site.Member = Member->Named;
  Site.Access = Access;
  Around At = around(Access, Up + 1);
  Site.AccessWhole = At.Child;
  Site.Mode = At.IsRead ? "read" : "address";
  const auto *Binary = dyn_cast_or_null<BinaryOperator>(At.Parent);
  if (Binary && Binary->isAssignmentOp() && Binary->getLHS() == At.Child) {
    bool IsPlain = Binary->getOpcode() == BO_Assign;
    Site.Mode = IsPlain ? "write" : "change";
    Site.Written = IsPlain ? Binary->getRHS() : nullptr;
  }
  const auto *Unary = dyn_cast_or_null<UnaryOperator>(At.Parent);
  if (Unary && Unary->isIncrementDecrementOp())
    Site.Mode = "change";
}

void Walker::classifyOperand(const Around &At, UseSite &Site) const {
  const Stmt *P = At.Parent;
  if (const auto *Unary = dyn_cast<UnaryOperator>(P))
    return classifyUnary(Unary, At, Site);
  if (const auto *Binary = dyn_cast<BinaryOperator>(P))
    return classifyBinary(Binary, At, Site);
  if (const auto *Member = dyn_cast<MemberExpr>(P))
    return classifyField(Member, At.Up, Site);
  if (const auto *Call = dyn_cast<CallExpr>(P)) {
    for (unsigned I = 0; I < Call->getNumArgs(); ++I)
      if (Call->getArg(I) == At.Child) {
        Site.Form = UseForm::Argument;
        Site.Call = Call;
        Site.Position = I;
      }
    return;
  }
  if (isa<UnaryExprOrTypeTraitExpr>(P)) {
    Site.Form = UseForm::Object;
    Site.Mode = "size";
    return;
  }
  if (isa<InitListExpr>(P)) {
    Site.Form = UseForm::Assign;
    Site.Other = initialised(At);
    return;
  }
  const Expr *Condition = nullptr;
  if (const auto *If = dyn_cast<IfStmt>(P))
    Condition = If->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(P))
    Condition = While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(P))
    Condition = Do->getCond();
  else if (const auto *For = dyn_cast<ForStmt>(P))
    Condition = For->getCond();
  else if (const auto *Choice = dyn_cast<ConditionalOperator>(P))
    Condition = Choice->getCond();
  if (Condition && Condition == At.Child)
    Site.Form = UseForm::Test;
  else if (isa<ReturnStmt>(P))
    Site.Form = UseForm::Return;
  else if (const auto *Statement = dyn_cast<DeclStmt>(P))
    if (const VarDecl *V = variableOf(*Statement, At.Child)) {
      Site.Form = UseForm::Assign;
      Site.Other = V;
    }
}

void Walker::classify(const Expr *E, UseSite &Site) const {
  Around At = around(E);
  Site.Whole = At.Child;
  if (At.Parent)
    classifyOperand(At, Site);
  if (Site.Depth > 1)
    classifyPlace(E, At, Site);
  if (Site.Form == UseForm::Value && !At.IsRead)
    Site.Form = UseForm::Object;
}

// Where pages are is no page: no conversion is possible, so it matters whether
// the type makes a difference there.
void Walker::classifyPlace(const Expr *E, const Around &At,
                           UseSite &Site) const {
  const auto *Parent = dyn_cast_or_null<Expr>(At.Parent);
  bool IsCast = isa_and_nonnull<ExplicitCastExpr>(Parent);
  const Expr *Outermost = IsCast ? Parent : At.Child;
  bool IsOpaque = !pagePointerDepth(Outermost->getType()) &&
                  (IsCast || Outermost->getType()->isPointerType());
  if (IsOpaque && Site.Form != UseForm::Test)
    Site.Mode = "opaque";
  const auto *Comma = dyn_cast_or_null<BinaryOperator>(Parent);
  bool IsDropped = !Parent || (Comma && Comma->getOpcode() == BO_Comma &&
                               Comma->getLHS() == At.Child);
  if (Site.Form == UseForm::Value && IsDropped && partOf(E))
    Site.Form = UseForm::Target;
}

// The member or variable that an expression in braces is a value of.
const NamedDecl *Walker::initialised(const Around &At) const {
  const Stmt *Child = At.Child;
  unsigned Up = At.Up;
  while (const auto *Braces =
             dyn_cast_or_null<InitListExpr>(Enclosing.up(Up))) {
    if (Braces->getType()->isRecordType())
      return memberAt(*Braces, Child);
    Child = Braces;
    ++Up;
  }
  const auto *Statement = dyn_cast_or_null<DeclStmt>(Enclosing.up(Up));
  return Statement ? variableOf(*Statement, Child) : nullptr;
}

// C converts "void *" to a page without a word. The depth that it gets.
unsigned Walker::foreignDepth() const {
  for (unsigned Up = 1;; ++Up) {
    const Stmt *S = Enclosing.up(Up);
    if (!S || !isWrapper(S))
      return 0;
    const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
    if (Cast && Cast->getCastKind() == CK_BitCast)
      return pagePointerDepth(Cast->getType());
  }
}

// A designator has no expression, only the member's name.
void Walker::showDesignators(const InitListExpr *Written) {
  for (const Expr *Init : Written->inits())
    if (const auto *Designated = dyn_cast<DesignatedInitExpr>(Init))
      for (const auto &D : Designated->designators()) {
        if (!D.isFieldDesignator() || !D.getFieldDecl())
          continue;
        if (concernsPages(D.getFieldDecl()))
          Callbacks.ShowMention({D.getFieldDecl(), D.getFieldLoc()});
        else
          Callbacks.ShowName(D.getFieldDecl(), D.getFieldLoc());
        if (!Function || !pagePointerDepth(D.getFieldDecl()->getType()))
          continue;
        UseSite Site;
        Site.Form = UseForm::Target;
        Site.Depth = pagePointerDepth(D.getFieldDecl()->getType());
        Site.Function = Function;
        Site.Declared = D.getFieldDecl();
        Site.Name = D.getFieldLoc();
        Callbacks.Show(Site);
      }
}

// A function whose value can be followed where it is put.
bool Walker::canFollow(const Expr *Stored) const {
  if (Stored->IgnoreParenImpCasts()->isNullPointerConstant(
          Context, Expr::NPC_ValueDependentIsNull))
    return true;
  Stored = pointedFunction(Stored);
  if (const auto *Name = dyn_cast<DeclRefExpr>(Stored))
    return isa<FunctionDecl>(Name->getDecl());
  const auto *Member = dyn_cast<MemberExpr>(Stored);
  const auto *Slot =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  return Slot && concernsPages(Slot);
}

void Walker::showSlots(const InitListExpr &Meant) {
  if (!Meant.getType()->isRecordType())
    return;
  for (const Expr *Value : Meant.inits()) {
    const FieldDecl *Slot = memberAt(Meant, Value);
    if (Slot && concernsPages(Slot) && !isa<ImplicitValueInitExpr>(Value) &&
        !canFollow(Value))
      Callbacks.ShowMention({Slot, Value->getBeginLoc(), /*IsStored=*/true});
  }
}

// What is written and what it means are two lists of the same expressions.
bool Walker::TraverseInitListExpr(InitListExpr *List) {
  InitListExpr *Meant = List->isSemanticForm() ? List : List->getSemanticForm();
  const InitListExpr *Written =
      Meant->getSyntacticForm() ? Meant->getSyntacticForm() : Meant;
  showDesignators(Written);
  showSlots(*Meant);
  WalkUpFromInitListExpr(Meant);
  for (Stmt *Child : Meant->children())
    if (Child && !TraverseStmt(Child))
      return false;
  return true;
}

// Nobody takes the value of an assignment that is a statement, or one of
// several with commas between them: "at = next, next = at->next".
bool Walker::isDropped(const Expr *E) const {
  for (Around At = around(E);; At = around(cast<Expr>(At.Parent), At.Up + 1)) {
    const auto *Comma = dyn_cast_or_null<BinaryOperator>(At.Parent);
    if (!Comma || !Comma->isCommaOp())
      return !isa_and_nonnull<Expr>(At.Parent);
    if (Comma->getLHS() == At.Child)
      return true;
  }
}

// At file level there are only constants: no use could be rewritten.
bool Walker::VisitExpr(Expr *E) {
  // The text of an asm statement has no type.
  if (!Function || isWrapper(E) || E->getType().isNull() ||
      isa<InitListExpr>(E) || isa<ImplicitValueInitExpr>(E))
    return true;
  unsigned Depth = pagePointerDepth(E->getType());
  bool IsForeign = !Depth && foreignDepth();
  if (!Depth && !IsForeign)
    return true;
  Around At = around(E);
  if (const auto *Whole = dyn_cast_or_null<Expr>(At.Parent))
    if (partOf(Whole) == At.Child)
      return true;
  UseSite Site;
  Site.Value = E;
  Site.Depth = IsForeign ? foreignDepth() : Depth;
  Site.Function = Function;
  Site.Declared = declared(E);
  const Expr *Holder = holderOf(E);
  if (const auto *Name = dyn_cast<DeclRefExpr>(Holder))
    Site.Name = Name->getLocation();
  else if (const auto *Member = dyn_cast<MemberExpr>(Holder))
    Site.Name = Member->getMemberLoc();
  else if (const auto *Call = dyn_cast<CallExpr>(Holder))
    Site.Called = calledBy(Call);
  classify(E, Site);
  if (isa<BinaryOperator>(E) && Site.Form == UseForm::Value && isDropped(E))
    return true;
  if (IsForeign) {
    Site.Form = UseForm::Foreign;
    Site.Mode = isFresh(E) ? "fresh" : "";
  }
  Callbacks.Show(Site);
  return true;
}

// The member that takes what stands there as it is.
const FieldDecl *Walker::slotFor(const Around &At) const {
  const NamedDecl *Into = nullptr;
  if (isa_and_nonnull<InitListExpr>(At.Parent))
    Into = initialised(At);
  else if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(At.Parent))
    if (Binary->getOpcode() == BO_Assign && Binary->getRHS() == At.Child)
      if (const auto *Left =
              dyn_cast<MemberExpr>(Binary->getLHS()->IgnoreParens()))
        Into = Left->getMemberDecl();
  const auto *Slot = dyn_cast_or_null<FieldDecl>(Into);
  return Slot && Slot->getType()->isFunctionPointerType() ? Slot : nullptr;
}

// Name is a function, or a member that holds one.
MentionSite Walker::mention(const Expr *Name) const {
  MentionSite Site;
  Around At = around(Name);
  // "&function" and "*ops->function" are what they are without.
  while (const auto *Unary = dyn_cast_or_null<UnaryOperator>(At.Parent)) {
    if (Unary->getOpcode() != UO_AddrOf && Unary->getOpcode() != UO_Deref)
      break;
    if (Unary->getOpcode() == UO_AddrOf && isa<MemberExpr>(Name))
      break;
    At = around(Unary, At.Up + 1);
  }
  if (const auto *Call = dyn_cast_or_null<CallExpr>(At.Parent)) {
    Site.IsStored = Call->getCallee() != At.Child;
    return Site;
  }
  Site.Into = slotFor(At);
  Site.IsStored = true;
  if (!isa<MemberExpr>(Name))
    return Site;
  UseSite Operand;
  if (At.Parent)
    classifyOperand(At, Operand);
  if (Operand.Form == UseForm::Test)
    Site.IsStored = false;
  else if (Operand.Form == UseForm::Target)
    Site.IsStored = !canFollow(Operand.Written);
  return Site;
}

bool Walker::VisitNamedDecl(NamedDecl *D) {
  if (isa<VarDecl>(D) || isa<FieldDecl>(D))
    Callbacks.ShowName(D, D->getLocation());
  return true;
}

bool Walker::VisitMemberExpr(MemberExpr *Member) {
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || !concernsPages(Field)) {
    Callbacks.ShowName(Member->getMemberDecl(), Member->getMemberLoc());
    return true;
  }
  MentionSite Site = mention(Member);
  Site.Named = Field;
  Site.Name = Member->getMemberLoc();
  Callbacks.ShowMention(Site);
  return true;
}

bool Walker::VisitDeclRefExpr(DeclRefExpr *Name) {
  const auto *F = dyn_cast<FunctionDecl>(Name->getDecl());
  if (!F || !concernsPages(F)) {
    Callbacks.ShowName(Name->getDecl(), Name->getLocation());
    return true;
  }
  MentionSite Site = mention(Name);
  Site.Named = F;
  Site.Name = Name->getLocation();
  Callbacks.ShowMention(Site);
  return true;
}

void pagesplit::walkUses(ASTContext &Context, const UseCallbacks &Callbacks) {
  Walker(Context, Callbacks).TraverseDecl(Context.getTranslationUnitDecl());
}
