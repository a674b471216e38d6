//===- UncheckedConversionCheck.cpp - memdesc-unchecked-conversion -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UncheckedConversionCheck.h"

#include "DescriptorText.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

static StringRef calleeOf(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenCasts());
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getIdentifier() ? Callee->getName() : "";
}

// The lookup that \p E is, by its call or by the macro around it, and its name.
const FailingCall *
UncheckedConversionCheck::lookup(const Expr *E, std::string &Name,
                                 const ASTContext &Context) const {
  if (std::optional<WrittenMacro> Macro = macroOf(E, Context)) {
    Name = Macro->Name;
    if (const FailingCall *Found = known().failure(Name))
      return Found;
  }
  Name = calleeOf(E).str();
  return Name.empty() ? nullptr : known().failure(Name);
}

namespace {
// Where the address of a page in a descriptor is taken nothing is read.
class PageAddresses : public RecursiveASTVisitor<PageAddresses> {
public:
  bool VisitUnaryOperator(UnaryOperator *E) {
    const auto *Member =
        E->getOpcode() == UO_AddrOf
            ? dyn_cast<MemberExpr>(E->getSubExpr()->IgnoreParens())
            : nullptr;
    if (!Member || !isPageType(Member->getType()))
      return true;
    // The hops into unnamed unions lie between the page and the arrow.
    for (; Member; Member = dyn_cast<MemberExpr>(Member->getBase())) {
      Found.insert(Member);
      if (Member->isArrow())
        break;
    }
    return true;
  }
  SmallPtrSet<const MemberExpr *, 8> Found;
};

// What one expression does with the variable that holds the result.
enum class Effect { Nothing, Uses, Ends };
} // namespace

static bool mentions(const Stmt *S, const VarDecl *Variable) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    return Ref->getDecl() == Variable;
  return any_of(S->children(), [&](const Stmt *Child) {
    return Child && mentions(Child, Variable);
  });
}

// A page that goes anywhere but into a call about pages may be tested there.
static Effect effectOfCall(const CallExpr *Call, const VarDecl *Variable,
                           const Knowledge &Known) {
  StringRef Name = calleeOf(Call);
  for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
    if (variableIn(Call->getArg(I)) != Variable)
      continue;
    if (Name.empty() || Known.isErrorTest(Name))
      return Effect::Ends;
    const Claim *Said = Known.evidence().call(Name, int(I));
    return Said ? Effect::Uses : Effect::Ends;
  }
  return Effect::Nothing;
}

static Effect effectOf(const Stmt *S, const VarDecl *Variable,
                       const SmallPtrSetImpl<const MemberExpr *> &Addresses,
                       const Knowledge &Known) {
  if (const auto *Member = dyn_cast<MemberExpr>(S))
    return Member->isArrow() && variableIn(Member->getBase()) == Variable &&
                   !Addresses.count(Member)
               ? Effect::Uses
               : Effect::Nothing;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return effectOfCall(Call, Variable, Known);
  if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
    if (variableIn(Unary->getSubExpr()) != Variable)
      return Effect::Nothing;
    return Unary->getOpcode() == UO_Deref ? Effect::Uses : Effect::Ends;
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(S)) {
    bool IsTest = Binary->isComparisonOp() || Binary->isLogicalOp();
    if (variableIn(Binary->getLHS()) == Variable)
      return IsTest || Binary->isAssignmentOp() ? Effect::Ends
                                                : Effect::Nothing;
    bool Goes = IsTest || Binary->isAssignmentOp();
    return Goes && variableIn(Binary->getRHS()) == Variable ? Effect::Ends
                                                            : Effect::Nothing;
  }
  if (const auto *Cast = dyn_cast<CastExpr>(S))
    return (Cast->getCastKind() == CK_PointerToBoolean ||
            Cast->getCastKind() == CK_PointerToIntegral) &&
                   variableIn(Cast->getSubExpr()) == Variable
               ? Effect::Ends
               : Effect::Nothing;
  if (const auto *Declares = dyn_cast<DeclStmt>(S))
    for (const Decl *D : Declares->decls()) {
      const auto *Other = dyn_cast<VarDecl>(D);
      if (Other == Variable || (Other && Other->getInit() &&
                                variableIn(Other->getInit()) == Variable))
        return Effect::Ends;
    }
  if (const auto *Return = dyn_cast<ReturnStmt>(S))
    return Return->getRetValue() &&
                   variableIn(Return->getRetValue()) == Variable
               ? Effect::Ends
               : Effect::Nothing;
  return Effect::Nothing;
}

static StringRef valueOf(const FailingCall &Call) {
  switch (Call.Gives) {
  case FailureValue::Null:
    return "NULL";
  case FailureValue::Error:
    return "an error code";
  case FailureValue::Either:
    return "NULL or an error code";
  }
  llvm_unreachable("a failure without a value");
}

void UncheckedConversionCheck::follow(const FunctionDecl *Function,
                                      const FunctionPaths &Paths,
                                      const Stmt *From, const VarDecl *Variable,
                                      const FailingCall &Call,
                                      const std::string &Name) {
  PageAddresses Addresses;
  Addresses.TraverseStmt(Function->getBody());
  const Stmt *Use = nullptr;
  Paths.after(From, [&](const Stmt *S, bool IsCondition) {
    if (IsCondition)
      return !mentions(S, Variable);
    Effect What = effectOf(S, Variable, Addresses.Found, known());
    if (What == Effect::Uses && (!Use || S->getBeginLoc() < Use->getBeginLoc()))
      Use = S;
    return What == Effect::Nothing;
  });
  if (!Use)
    return;
  const auto *Member = dyn_cast<MemberExpr>(Use);
  diag(Member ? Member->getMemberLoc() : Use->getBeginLoc(),
       "%0 is used without a test; %1() may have given %2")
      << Variable << Name << valueOf(Call);
  diag(From->getBeginLoc(), "it comes from here", DiagnosticIDs::Note);
}

// "if (!folio)" behind a call that never gives NULL.
void UncheckedConversionCheck::showWrongTest(const FunctionPaths &Paths,
                                             const VarDecl *Variable,
                                             const std::string &Name) {
  const Expr *Test = nullptr;
  bool AsksForError = false;
  bool HasOther = Variable->getInit() && calleeOf(Variable->getInit()) != Name;
  Paths.all([&](const Stmt *S) {
    if (const auto *Call = dyn_cast<CallExpr>(S))
      for (const Expr *Argument : Call->arguments())
        if (variableIn(Argument) == Variable) {
          AsksForError |= known().isErrorTest(calleeOf(Call));
          HasOther |= calleeOf(Call).empty();
        }
    const auto *Not = dyn_cast<UnaryOperator>(S);
    if (Not && Not->getOpcode() == UO_LNot &&
        variableIn(Not->getSubExpr()) == Variable &&
        (!Test || Not->getBeginLoc() < Test->getBeginLoc()))
      Test = Not;
    const auto *Assign = dyn_cast<BinaryOperator>(S);
    HasOther |= Assign && Assign->isAssignmentOp() &&
                variableIn(Assign->getLHS()) == Variable &&
                calleeOf(Assign->getRHS()) != Name;
    const auto *Address = dyn_cast<UnaryOperator>(S);
    HasOther |= Address && Address->getOpcode() == UO_AddrOf &&
                variableIn(Address->getSubExpr()) == Variable;
  });
  if (Test && !AsksForError && !HasOther)
    diag(Test->getBeginLoc(),
         "%0() gives an error code, never NULL; this test of %1 finds nothing")
        << Name << Variable;
}

namespace {
// Results that go into a local variable, and those that are used at once.
class Results : public RecursiveASTVisitor<Results> {
public:
  using Put = function_ref<void(const Stmt *, const VarDecl *, const Expr *)>;
  using AtOnce = function_ref<void(const MemberExpr *, const Expr *)>;
  Results(Put ShowPut, AtOnce ShowAtOnce)
      : ShowPut(ShowPut), ShowAtOnce(ShowAtOnce) {}

  bool VisitDeclStmt(DeclStmt *S) {
    for (const Decl *D : S->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        if (Variable->hasLocalStorage() && Variable->getInit())
          ShowPut(S, Variable, Variable->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    const VarDecl *Variable =
        E->getOpcode() == BO_Assign ? variableIn(E->getLHS()) : nullptr;
    if (Variable && Variable->hasLocalStorage())
      ShowPut(E, Variable, E->getRHS());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    if (E->isArrow())
      ShowAtOnce(E, E->getBase());
    return true;
  }

private:
  Put ShowPut;
  AtOnce ShowAtOnce;
};

// The functions of a unit that have a body and are no templates.
class Functions : public RecursiveASTVisitor<Functions> {
public:
  explicit Functions(function_ref<void(const FunctionDecl *)> Show)
      : Show(Show) {}
  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody() && !F->isDependentContext())
      Show(F);
    return true;
  }

private:
  function_ref<void(const FunctionDecl *)> Show;
};
} // namespace

void UncheckedConversionCheck::checkFunction(const FunctionDecl *Function,
                                             ASTContext &Context) {
  std::unique_ptr<FunctionPaths> Paths;
  PageAddresses Addresses;
  Addresses.TraverseStmt(Function->getBody());
  // A word such as __GFP_NOFAIL may reach the call by way of a variable.
  const std::string Text =
      textOf(Function->getBody()->getSourceRange(), Context);
  auto CanFail = [&](const FailingCall *Call) {
    return Call &&
           (Call->Unless.empty() || !StringRef(Text).contains(Call->Unless));
  };
  auto Put = [&](const Stmt *From, const VarDecl *Variable, const Expr *Value) {
    std::string Name;
    const FailingCall *Call = lookup(Value, Name, Context);
    if (!CanFail(Call))
      return;
    if (!Paths)
      Paths = std::make_unique<FunctionPaths>(Function, Context);
    follow(Function, *Paths, From, Variable, *Call, Name);
    if (Call->Gives == FailureValue::Error)
      showWrongTest(*Paths, Variable, Name);
  };
  auto AtOnce = [&](const MemberExpr *Use, const Expr *Value) {
    std::string Name;
    const FailingCall *Call = lookup(Value, Name, Context);
    if (CanFail(Call) && !Addresses.Found.count(Use))
      diag(Use->getMemberLoc(), "the result of %0() is used without a test; it "
                                "may be %1")
          << Name << valueOf(*Call);
  };
  Results(Put, AtOnce).TraverseStmt(Function->getBody());
}

void UncheckedConversionCheck::checkUnit(ASTContext &Context) {
  Functions([&](const FunctionDecl *Function) {
    checkFunction(Function, Context);
  }).TraverseDecl(Context.getTranslationUnitDecl());
}

} // namespace pagesplit::checks
