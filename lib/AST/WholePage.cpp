//===- WholePage.cpp - uses of struct page as a whole ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WholePage.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static bool pointsToPage(const Expr *E) {
  QualType Type = E->getType();
  return !Type.isNull() && Type->isPointerType() &&
         isPageType(Type->getPointeeType());
}

static AccessSite siteAt(SiteForm Form, const Expr *E, const Expr *Base) {
  AccessSite Site;
  Site.Form = Form;
  Site.Token = E->getBeginLoc();
  Site.Range = E->getSourceRange();
  Site.Base = Base;
  return Site;
}

static AccessSite copySite(const Expr *E, const Expr *Object, MemoryUse Use) {
  AccessSite Site = siteAt(SiteForm::Copy, E, Object);
  Site.Use = std::move(Use);
  return Site;
}

static std::optional<AccessSite>
arithmeticSite(const Expr *E, const Expr *Pointer, SourceLocation Token) {
  if (!pointsToPage(Pointer))
    return std::nullopt;
  AccessSite Site = siteAt(SiteForm::Arithmetic, E, Pointer);
  Site.Token = Token;
  return Site;
}

static std::optional<AccessSite> findInBinary(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Assign && isPageType(E->getLHS()->getType()))
    return copySite(E, E->getLHS(), MemoryUse::write());
  if (!E->isAdditiveOp() && E->getOpcode() != BO_AddAssign &&
      E->getOpcode() != BO_SubAssign)
    return std::nullopt;
  if (auto Site = arithmeticSite(E, E->getLHS(), E->getOperatorLoc()))
    return Site;
  return arithmeticSite(E, E->getRHS(), E->getOperatorLoc());
}

// &page[1] makes a pointer; page[1].index and page[1] = *page are accesses of
// their own, and no arithmetic besides.
static std::optional<AccessSite>
findInSubscript(const ArraySubscriptExpr *E, const EnclosingStack &Enclosing) {
  unsigned Up = 1;
  while (isa_and_nonnull<ParenExpr>(Enclosing.up(Up)))
    ++Up;
  const auto *Unary = dyn_cast_or_null<UnaryOperator>(Enclosing.up(Up));
  if (!Unary || Unary->getOpcode() != UO_AddrOf)
    return std::nullopt;
  return arithmeticSite(E, E->getBase(), E->getBeginLoc());
}

static std::optional<AccessSite> findInCall(const CallExpr *Call,
                                            const Knowledge &Known) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier())
    return std::nullopt;
  std::optional<AccessSite> Site;
  for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
    const Expr *Argument = Call->getArg(I)->IgnoreParenCasts();
    if (!pointsToPage(Argument))
      continue;
    std::optional<MemoryEffect> Effect =
        Known.memoryEffect(Callee->getName(), I);
    if (!Effect)
      continue;
    if (!Site)
      Site = siteAt(SiteForm::MemoryCall, Call, Argument);
    Site->Use.Reads |= *Effect != MemoryEffect::Write;
    Site->Use.Writes |= *Effect != MemoryEffect::Read;
    Site->Use.Via = Callee->getName().str();
  }
  return Site;
}

static std::optional<AccessSite>
findInSizeof(const UnaryExprOrTypeTraitExpr *E) {
  if (E->getKind() != UETT_SizeOf && E->getKind() != UETT_AlignOf &&
      E->getKind() != UETT_PreferredAlignOf)
    return std::nullopt;
  QualType Type = E->getTypeOfArgument();
  while (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  if (!isPageType(Type))
    return std::nullopt;
  return siteAt(SiteForm::Sizeof, E,
                E->isArgumentType() ? nullptr : E->getArgumentExpr());
}

// The cast that closes container_of() belongs to the container site.
static bool isContainerArithmetic(const Expr *E) {
  const auto *Minus = dyn_cast<BinaryOperator>(E->IgnoreParenCasts());
  return Minus && Minus->getOpcode() == BO_Sub &&
         isa<OffsetOfExpr>(Minus->getRHS()->IgnoreParenCasts());
}

static std::optional<AccessSite> findInCast(const ExplicitCastExpr *Cast,
                                            const ASTContext &Context) {
  const Expr *From = Cast->getSubExprAsWritten();
  QualType To = Cast->getType();
  if (From->isTypeDependent() || To->isDependentType() || To->isVoidType() ||
      Cast->getConversionFunction())
    return std::nullopt;
  std::optional<unsigned> FromDepth = pageDepth(From->getType());
  std::optional<unsigned> ToDepth = pageDepth(To);
  if (FromDepth == ToDepth || isContainerArithmetic(From))
    return std::nullopt;
  if (From->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                  Expr::NPC_ValueDependentIsNotNull))
    return std::nullopt;
  AccessSite Site = siteAt(SiteForm::Cast, Cast, From);
  QualType Other = FromDepth ? To : From->getType();
  Site.Detail = (FromDepth ? "to " : "from ") +
                typeText(Other.getCanonicalType().getUnqualifiedType());
  return Site;
}

static std::optional<AccessSite> findInConstruct(const CXXConstructExpr *E) {
  if (!E->getConstructor()->isCopyOrMoveConstructor() ||
      !isPageType(E->getType()) || E->getNumArgs() != 1)
    return std::nullopt;
  return copySite(E, E->getArg(0), MemoryUse::read());
}

static std::optional<AccessSite>
findInOperatorCall(const CXXOperatorCallExpr *E) {
  if (E->getOperator() != OO_Equal || !isPageType(E->getArg(0)->getType()))
    return std::nullopt;
  return copySite(E, E->getArg(0), MemoryUse::write());
}

static std::optional<AccessSite> findInUnary(const UnaryOperator *E) {
  if (!E->isIncrementDecrementOp())
    return std::nullopt;
  return arithmeticSite(E, E->getSubExpr(), E->getOperatorLoc());
}

std::optional<AccessSite>
pagesplit::findWholePageUse(const Expr *E, const EnclosingStack &Enclosing,
                            const Knowledge &Known, const ASTContext &Context) {
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E)) {
    if (Cast->getCastKind() == CK_LValueToRValue && isPageType(E->getType()))
      return copySite(E, Cast->getSubExpr(), MemoryUse::read());
    return std::nullopt;
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return findInBinary(Binary);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    return findInOperatorCall(Operator);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return findInCall(Call, Known);
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    return findInCast(Cast, Context);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return findInUnary(Unary);
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return findInSubscript(Subscript, Enclosing);
  if (const auto *Sizeof = dyn_cast<UnaryExprOrTypeTraitExpr>(E))
    return findInSizeof(Sizeof);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return findInConstruct(Construct);
  return std::nullopt;
}

static bool isWalkedBy(const ForStmt *For, const Stmt *Child,
                       SourceLocation Offset, const SourceManager &Sources) {
  return For->getBody() != Child && For->getForLoc().isMacroID() &&
         Sources.getExpansionLoc(For->getForLoc()) ==
             Sources.getExpansionLoc(Offset);
}

SiteForm pagesplit::offsetForm(const OffsetOfExpr *E,
                               const EnclosingStack &Enclosing,
                               const ASTContext &Context) {
  SiteForm Form = SiteForm::Offsetof;
  const Stmt *Child = E;
  for (unsigned Up = 1; const Stmt *Parent = Enclosing.up(Up); ++Up) {
    const auto *Minus = dyn_cast<BinaryOperator>(Parent);
    if (Minus && Minus->getOpcode() == BO_Sub && Minus->getRHS() == Child)
      Form = SiteForm::Container;
    const auto *For = dyn_cast<ForStmt>(Parent);
    if (For && Form == SiteForm::Container &&
        isWalkedBy(For, Child, E->getBeginLoc(), Context.getSourceManager()))
      return SiteForm::ListWalk;
    Child = Parent;
  }
  return Form;
}
