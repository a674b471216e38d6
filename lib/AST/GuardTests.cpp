//===- GuardTests.cpp - what the outcome of a condition says --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GuardTests.h"

#include "BlockValue.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static constexpr unsigned MaxDepth = 64;

GuardFacts GuardTests::of(const Expr *Condition, bool Outcome,
                          const GuardState &In) {
  SaveAndRestore<const GuardState *> Now(State, &In);
  Found.clear();
  if (mayTest(Condition))
    collect(Condition, Outcome);
  return std::move(Found);
}

GuardFacts GuardTests::ofMacros(const Expr *Condition, bool Outcome) {
  Found.clear();
  collectMacros(Condition, "", Outcome);
  return std::move(Found);
}

GuardFacts GuardTests::ofCase(const Expr *On, const Expr *Case, bool IsTaken) {
  GuardState Nothing;
  SaveAndRestore<const GuardState *> Now(State, &Nothing);
  Found.clear();
  collectEqual(On, constantText(Case), IsTaken);
  return std::move(Found);
}

KeptTest GuardTests::keptBy(const VarDecl *Variable, const Expr *Value,
                            const GuardState &In) {
  return {Variable, of(Value, true, In), of(Value, false, In)};
}

static bool embedsPage(const RecordDecl *Record) {
  Record = Record->getDefinition();
  if (!Record)
    return false;
  for (const FieldDecl *Field : Record->fields()) {
    if (isPageType(Field->getType()))
      return true;
    if (!Field->isAnonymousStructOrUnion())
      continue;
    const auto *Inner = Field->getType()->getAsRecordDecl();
    if (Inner && embedsPage(Inner))
      return true;
  }
  return false;
}

// Pages, and what holds one: a test of a folio says something of &folio->page.
bool GuardTests::isOfInterest(QualType Type) {
  auto [Known, IsNew] = Interest.try_emplace(Type.getTypePtr(), false);
  if (!IsNew)
    return Known->second;
  QualType Record = PageTypes::pointedRecord(Type);
  return Known->second =
             Types.depth(Type) >= 0 ||
             (!Record.isNull() && embedsPage(Record->getAsRecordDecl()));
}

// Far more than a condition has; what is larger is not looked at as a whole.
static constexpr unsigned MaxNodes = 128;

// Most conditions are about other things; this finds that out cheaply.
bool GuardTests::mayTest(const Expr *E) {
  SmallVector<const Stmt *, 16> Open = {E};
  for (unsigned Seen = 0; !Open.empty(); ++Seen) {
    const Stmt *S = Open.pop_back_val();
    if (Seen == MaxNodes)
      return true;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      for (const KeptTest &Kept : State->Kept)
        if (Kept.Variable == Ref->getDecl()->getCanonicalDecl())
          return true;
    const auto *Inner = dyn_cast<Expr>(S);
    if (Inner && isOfInterest(Inner->getType()))
      return true;
    for (const Stmt *Child : S->children())
      if (Child)
        Open.push_back(Child);
  }
  return false;
}

// Whether a programmer wrote it where it stands, not in the body of a macro.
static bool isWrittenInPlace(SourceLocation Loc, const SourceManager &Sources) {
  return Loc.isFileID() || Sources.getImmediateMacroCallerLoc(Loc).isFileID();
}

// Of compound_head(page) the page: both are of one kind. The many assertions in
// the bodies of page flags would say so of every test.
const Expr *GuardTests::handedOn(const Expr *E) {
  if (!isWrittenInPlace(E->getBeginLoc(), Context.getSourceManager()))
    return nullptr;
  const EvidenceIndex &Evidence = Known.evidence();
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenCasts());
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (Callee && Callee->getIdentifier() && Call->getNumArgs() > 0 &&
      Evidence.passes(Callee->getName(), 0))
    return Call->getArg(0);
  for (const MacroAround &Use : Macros.around(E))
    if (Use.IsValue && Evidence.passes(Use.Name, 0))
      if (const Expr *Page = Macros.argumentOf(E, Use.Invocation, 0))
        return Page;
  return nullptr;
}

unsigned GuardTests::ownPath(const Expr *E) {
  const Expr *Written = E->IgnoreParenImpCasts();
  return isOfInterest(Written->getType()) ? Paths.of(Written) : 0;
}

unsigned GuardTests::testedPath(const Expr *E) {
  if (unsigned Path = ownPath(E))
    return Path;
  if (!isOfInterest(E->getType()))
    return 0;
  const Expr *Page = handedOn(E->IgnoreImpCasts());
  return Page ? Paths.of(Page->IgnoreParenImpCasts()) : 0;
}

// The value that a comparison is made with; empty when it is no constant.
std::string GuardTests::constantText(const Expr *E) const {
  ArrayRef<MacroAround> Around = Macros.around(E->IgnoreImpCasts());
  for (const MacroAround &Use : reverse(Around))
    if (Use.IsValue)
      return Use.Name;
  E = E->IgnoreParenCasts();
  if (const auto *Constant = dyn_cast<ConstantExpr>(E))
    return constantText(Constant->getSubExpr());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isa<EnumConstantDecl>(Ref->getDecl())
               ? Ref->getDecl()->getNameAsString()
               : "";
  Expr::EvalResult Result;
  if (E->isValueDependent() || !E->EvaluateAsInt(Result, Context))
    return "";
  return toString(Result.Val.getInt(), 10);
}

// Whether \p E is 0, NULL or false.
static bool isZero(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Number = dyn_cast<IntegerLiteral>(E))
    return Number->getValue().isZero();
  if (const auto *Truth = dyn_cast<CXXBoolLiteralExpr>(E))
    return !Truth->getValue();
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E);
}

void GuardTests::collect(const Expr *E, bool Outcome) {
  if (Depth > MaxDepth || E->isValueDependent())
    return;
  SaveAndRestore Deeper(Depth, Depth + 1);
  if (!isa<ImplicitCastExpr>(E))
    collectMacros(E, "", Outcome);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_LNot)
      collect(Unary->getSubExpr(), !Outcome);
    else if (Unary->getOpcode() == UO_Extension)
      collect(Unary->getSubExpr(), Outcome);
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    collectBinary(Binary, Outcome);
  } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
      collect(Call->getArg(0), Outcome);
    else
      collectCall(Call, "", Outcome);
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    collectMember(Member, Outcome);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    collectKept(Ref, Outcome);
  } else if (const auto *Paren = dyn_cast<ParenExpr>(E)) {
    collect(Paren->getSubExpr(), Outcome);
  } else if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    collect(Cast->getSubExpr(), Outcome);
  } else if (const auto *Full = dyn_cast<FullExpr>(E)) {
    collect(Full->getSubExpr(), Outcome);
  } else if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    if (const Expr *Last = blockValue(Block))
      collect(Last, Outcome);
  }
}

void GuardTests::collectBinary(const BinaryOperator *E, bool Outcome) {
  switch (E->getOpcode()) {
  case BO_LAnd:
  case BO_LOr:
    if (Outcome != (E->getOpcode() == BO_LAnd))
      return; // one of the two, not known which
    collect(E->getLHS(), Outcome);
    collect(E->getRHS(), Outcome);
    return;
  case BO_Assign:
  case BO_Comma:
    collect(E->getRHS(), Outcome);
    return;
  case BO_EQ:
  case BO_NE:
    collectComparison(E, Outcome);
    return;
  default:
    return;
  }
}

void GuardTests::collectComparison(const BinaryOperator *E, bool Outcome) {
  const Expr *Tested = E->getLHS(), *Constant = E->getRHS();
  if (isZero(Tested))
    std::swap(Tested, Constant);
  bool IsEqual = Outcome == (E->getOpcode() == BO_EQ);
  if (isZero(Constant))
    collect(Tested, !IsEqual);
  else
    collectEqual(Tested, constantText(Constant), IsEqual);
}

void GuardTests::collectEqual(const Expr *E, const std::string &Value,
                              bool Outcome) {
  if (Value.empty())
    return;
  while (true) {
    collectMacros(E, Value, Outcome);
    const Expr *Inner = E;
    if (const auto *Paren = dyn_cast<ParenExpr>(E))
      Inner = Paren->getSubExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(E))
      Inner = Cast->getSubExpr();
    if (Inner == E)
      break;
    E = Inner;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    collectCall(Call, Value, Outcome);
}

void GuardTests::collectCall(const CallExpr *E, const std::string &Value,
                             bool Outcome) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || E->getNumArgs() == 0 ||
      Callee->getBuiltinID())
    return;
  if (unsigned Path = testedPath(E->getArg(0)))
    Found.push_back({Path,
                     ownerName(Callee) + (Value.empty() ? "" : "=" + Value),
                     Outcome});
}

void GuardTests::collectMember(const MemberExpr *E, bool Outcome) {
  std::optional<PageMember> Member = findPageMember(E);
  if (!Member)
    return;
  if (unsigned Path = ownPath(Member->Base))
    Found.push_back(
        {Path, "." + placeOf(Member->Chain, Context).Path, Outcome});
}

void GuardTests::collectKept(const DeclRefExpr *E, bool Outcome) {
  const auto *Variable = dyn_cast<VarDecl>(E->getDecl());
  for (const KeptTest &Kept : State->Kept)
    if (Kept.Variable == Variable)
      Found.insert(Found.end(),
                   (Outcome ? Kept.WhenTrue : Kept.WhenFalse).begin(),
                   (Outcome ? Kept.WhenTrue : Kept.WhenFalse).end());
}

// Pages that were written as an argument of a macro.
SmallVector<const Expr *, 8> GuardTests::pagesIn(const Expr *E) {
  SmallVector<const Expr *, 8> Pages;
  SmallVector<const Stmt *, 16> Open = {E};
  for (unsigned Seen = 0; !Open.empty() && Seen < MaxNodes; ++Seen) {
    const Stmt *S = Open.pop_back_val();
    const auto *Inner = dyn_cast<Expr>(S);
    if (Inner && Inner != E && !isa<ImplicitCastExpr>(Inner) &&
        isOfInterest(Inner->getType()) && Inner->getBeginLoc().isMacroID())
      Pages.push_back(Inner);
    for (const Stmt *Child : S->children())
      if (Child)
        Open.push_back(Child);
  }
  return Pages;
}

void GuardTests::collectMacros(const Expr *E, const std::string &Value,
                               bool Outcome) {
  if (!E->getBeginLoc().isMacroID())
    return;
  // likely(page) says nothing that `page` does not.
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParens());
  if (Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
    return;
  const SmallVector<const Expr *, 8> Pages = pagesIn(E);
  if (Pages.empty())
    return;
  for (const MacroAround &Use : Macros.around(E))
    if (Use.IsValue)
      for (const Expr *Page : Pages)
        collectArgument(Use, Page, Value, Outcome);
}

// The page that was written as argument 0 of the macro \p Use.
void GuardTests::collectArgument(const MacroAround &Use, const Expr *Page,
                                 const std::string &Value, bool Outcome) {
  for (const MacroAround &Taken : Macros.around(Page)) {
    if (Taken.IsValue || Taken.Argument != 0 ||
        Taken.Invocation != Use.Invocation)
      continue;
    if (unsigned Path = testedPath(Page)) {
      GuardFact Fact = {Path, Use.Name + (Value.empty() ? "" : "=" + Value),
                        Outcome};
      if (!llvm::is_contained(Found, Fact))
        Found.push_back(std::move(Fact));
    }
  }
}
