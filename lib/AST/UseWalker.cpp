//===- UseWalker.cpp - every expression that is a page --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/UseWalker.h"

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

  bool isForeign() const;

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

// The declaration that an expression is, without casts. An assignment is what
// it assigns to.
static const NamedDecl *declared(const Expr *E) {
  E = E->IgnoreParenImpCasts();
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
      At.IsRead |= Cast->getCastKind() == CK_LValueToRValue;
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
  } else if (Parent->isEqualityOp()) {
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
    for (const Decl *D : Statement->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        if (V->getInit() == At.Child) {
          Site.Form = UseForm::Assign;
          Site.Other = V;
        }
}

void Walker::classify(const Expr *E, UseSite &Site) const {
  Around At = around(E);
  Site.Whole = At.Child;
  if (At.Parent)
    classifyOperand(At, Site);
  if (Site.Form == UseForm::Value && !At.IsRead)
    Site.Form = UseForm::Object;
}

// C converts "void *" to a page without a word.
bool Walker::isForeign() const {
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Enclosing.up(1));
  return Cast && Cast->getCastKind() == CK_BitCast &&
         isPagePointer(Cast->getType());
}

// At file level there are only constants: no use could be rewritten.
bool Walker::VisitExpr(Expr *E) {
  // The text of an asm statement has no type.
  if (!Function || isWrapper(E) || E->getType().isNull())
    return true;
  bool IsPage = isPagePointer(E->getType());
  if (!IsPage && !isForeign())
    return true;
  UseSite Site;
  Site.Value = E;
  Site.Function = Function;
  Site.Declared = declared(E);
  if (const auto *Name = dyn_cast<DeclRefExpr>(E))
    Site.Name = Name->getLocation();
  else if (const auto *Member = dyn_cast<MemberExpr>(E))
    Site.Name = Member->getMemberLoc();
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    Site.Called = Call->getDirectCallee();
  classify(E, Site);
  // Nobody takes the value of an assignment that is a statement.
  if (isa<BinaryOperator>(E) && Site.Form == UseForm::Value &&
      !isa_and_nonnull<Expr>(around(E).Parent))
    return true;
  if (!IsPage)
    Site.Form = UseForm::Foreign;
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
