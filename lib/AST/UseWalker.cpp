//===- UseWalker.cpp - every expression that is a page --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/UseWalker.h"

#include "BlockValue.h"
#include "EnclosedVisitor.h"
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
  bool VisitVarDecl(VarDecl *V);

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

  ASTContext &Context;
  const UseCallbacks &Callbacks;
  const FunctionDecl *Function = nullptr;
};

} // namespace

bool Walker::TraverseFunctionDecl(FunctionDecl *F) {
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

// The part of E that leads to the same declaration as E does: pages of
// "pages[i]", "*pages", "&pages[i]" and "pages + i".
static const Expr *partOf(const Expr *E) {
  unsigned Depth = pagePointerDepth(E->getType());
  auto IfDepth = [](const Expr *Part, unsigned Depth) {
    return pagePointerDepth(Part->getType()) == Depth ? Part : nullptr;
  };
  if (!Depth)
    return nullptr;
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return IfDepth(Element->getBase(), Depth + 1);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      return IfDepth(Unary->getSubExpr(), Depth + 1);
    if (Unary->getOpcode() == UO_AddrOf)
      return Depth > 1 ? IfDepth(Unary->getSubExpr(), Depth - 1) : nullptr;
    return Depth > 1 && Unary->isIncrementDecrementOp() ? Unary->getSubExpr()
                                                        : nullptr;
  }
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || Depth < 2)
    return nullptr;
  bool IsStep = Binary->isAdditiveOp() || Binary->getOpcode() == BO_AddAssign ||
                Binary->getOpcode() == BO_SubAssign;
  if (!IsStep)
    return nullptr;
  const Expr *Left = IfDepth(Binary->getLHS(), Depth);
  return Left ? Left : IfDepth(Binary->getRHS(), Depth);
}

// What all of E leads to.
static const Expr *holderOf(const Expr *E) {
  for (E = E->IgnoreParenImpCasts(); const Expr *Part = partOf(E);)
    E = Part->IgnoreParenImpCasts();
  return E;
}

// The declaration that an expression leads to, without casts. An assignment is
// what it assigns to.
static const NamedDecl *declared(const Expr *E) {
  E = holderOf(E);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->getOpcode() == BO_Assign ? declared(Binary->getLHS())
                                            : nullptr;
  if (const auto *Name = dyn_cast<DeclRefExpr>(E))
    return dyn_cast<VarDecl>(Name->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
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

// The variable that Value is the initialiser of.
static const VarDecl *variableOf(const DeclStmt &Statement, const Stmt *Value) {
  for (const Decl *D : Statement.decls())
    if (const auto *V = dyn_cast<VarDecl>(D))
      if (V->getInit() == Value)
        return V;
  return nullptr;
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

// The member of a struct that Child in its braces is the value of.
static const FieldDecl *memberAt(const InitListExpr &Braces,
                                 const Stmt *Child) {
  if (const FieldDecl *Only = Braces.getInitializedFieldInUnion())
    return Only;
  unsigned I = 0;
  for (const FieldDecl *Field : Braces.getType()->getAsRecordDecl()->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I < Braces.getNumInits() && Braces.getInit(I++) == Child)
      return Field;
  }
  return nullptr;
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

// Whether nobody else knows the memory that E is the address of. A macro may
// keep it in a variable of its own on the way.
static bool isFresh(const Expr *E) {
  for (unsigned Steps = 0; E && Steps < 8; ++Steps) {
    E = E->IgnoreParenCasts();
    if (const auto *Block = dyn_cast<StmtExpr>(E)) {
      E = blockValue(Block);
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *F = Call->getDirectCallee();
      return F && (F->hasAttr<RestrictAttr>() || F->hasAttr<AllocSizeAttr>());
    } else {
      const auto *Name = dyn_cast<DeclRefExpr>(E);
      const auto *V = Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
      E = V && V->getLocation().isMacroID() ? V->getInit() : nullptr;
    }
  }
  return false;
}

// A designator has no expression, only the member's name.
void Walker::showDesignators(const InitListExpr *Written) {
  for (const Expr *Init : Written->inits())
    if (const auto *Designated = dyn_cast<DesignatedInitExpr>(Init))
      for (const auto &D : Designated->designators()) {
        if (!D.isFieldDesignator() || !D.getFieldDecl() ||
            !pagePointerDepth(D.getFieldDecl()->getType()))
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

// What is written and what it means are two lists of the same expressions.
bool Walker::TraverseInitListExpr(InitListExpr *List) {
  InitListExpr *Meant = List->isSemanticForm() ? List : List->getSemanticForm();
  const InitListExpr *Written =
      Meant->getSyntacticForm() ? Meant->getSyntacticForm() : Meant;
  if (Function)
    showDesignators(Written);
  WalkUpFromInitListExpr(Meant);
  for (Stmt *Child : Meant->children())
    if (Child && !TraverseStmt(Child))
      return false;
  return true;
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
    Site.Called = Call->getDirectCallee();
  classify(E, Site);
  // Nobody takes the value of an assignment that is a statement.
  if (isa<BinaryOperator>(E) && Site.Form == UseForm::Value &&
      !isa_and_nonnull<Expr>(At.Parent))
    return true;
  if (IsForeign) {
    Site.Form = UseForm::Foreign;
    Site.Mode = isFresh(E) ? "fresh" : "";
  }
  Callbacks.Show(Site);
  return true;
}

bool pagesplit::concernsPages(const FunctionDecl *F) {
  return pageDepth(F->getReturnType()).value_or(0) ||
         any_of(F->parameters(), [](const ParmVarDecl *P) {
           return pageDepth(P->getOriginalType()).value_or(0);
         });
}

bool Walker::VisitVarDecl(VarDecl *V) {
  Callbacks.ShowVariable(V, V->getLocation());
  return true;
}

bool Walker::VisitDeclRefExpr(DeclRefExpr *Name) {
  if (const auto *V = dyn_cast<VarDecl>(Name->getDecl()))
    Callbacks.ShowVariable(V, Name->getLocation());
  const auto *F = dyn_cast<FunctionDecl>(Name->getDecl());
  if (!F || !concernsPages(F))
    return true;
  Around At = around(Name);
  const auto *Call = dyn_cast_or_null<CallExpr>(At.Parent);
  Callbacks.ShowMention(Name, F, Call && Call->getCallee() == At.Child);
  return true;
}

void pagesplit::walkUses(ASTContext &Context, const UseCallbacks &Callbacks) {
  Walker(Context, Callbacks).TraverseDecl(Context.getTranslationUnitDecl());
}
