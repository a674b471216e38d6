//===- AccessWalker.cpp - every place that touches struct page ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/AccessWalker.h"

#include "EnclosedVisitor.h"
#include "WholePage.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

namespace {

class Walker : public EnclosedVisitor<Walker> {
  using Base = EnclosedVisitor<Walker>;

public:
  Walker(ASTContext &Context, const Knowledge &Known,
         function_ref<void(const AccessSite &)> Show)
      : Context(Context), Known(Known), Show(Show) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D);
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E,
                                        DataRecursionQueue * = nullptr);
  bool TraverseTypeOfExprTypeLoc(TypeOfExprTypeLoc TL, bool = true);
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc TL, bool = true);
  bool TraverseGenericSelectionExpr(GenericSelectionExpr *E,
                                    DataRecursionQueue * = nullptr);
  bool TraverseChooseExpr(ChooseExpr *E, DataRecursionQueue * = nullptr);
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *E,
                               DataRecursionQueue * = nullptr);
  bool TraverseLambdaExpr(LambdaExpr *E, DataRecursionQueue * = nullptr);

  bool VisitMemberExpr(MemberExpr *E);
  bool VisitDeclRefExpr(DeclRefExpr *E);
  bool VisitOffsetOfExpr(OffsetOfExpr *E);
  bool VisitDesignatedInitExpr(DesignatedInitExpr *E);
  bool VisitInitListExpr(InitListExpr *E);
  bool VisitExpr(Expr *E);
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E);
  bool VisitCXXForRangeStmt(CXXForRangeStmt *S);

private:
  void show(AccessSite Site);
  void showMember(MemberExpr *E, PageMember Member);
  void showEmbedded(MemberExpr *E);
  void showCopyFrom(const Expr *Object, SourceRange Range);
  template <typename Fn> bool unevaluated(Fn Traverse) {
    SaveAndRestore Deeper(Unevaluated, Unevaluated + 1);
    return Traverse();
  }

  ASTContext &Context;
  const Knowledge &Known;
  function_ref<void(const AccessSite &)> Show;
  const NamedDecl *Owner = nullptr;
  unsigned Unevaluated = 0;
};

} // namespace

bool Walker::TraverseDecl(Decl *D) {
  const NamedDecl *Next = Owner;
  if (isa_and_nonnull<FunctionDecl>(D))
    Next = cast<NamedDecl>(D);
  else if (const auto *Variable = dyn_cast_or_null<VarDecl>(D))
    if (!Owner && !isa<ParmVarDecl>(Variable))
      Next = Variable;
  SaveAndRestore Around(Owner, Next);
  return Base::TraverseDecl(D);
}

// The traversals below visit the node themselves: a Traverse method that is
// overridden is called with the node already on the stack.

bool Walker::TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E,
                                              DataRecursionQueue *) {
  return unevaluated([&] { return Base::TraverseUnaryExprOrTypeTraitExpr(E); });
}

bool Walker::TraverseTypeOfExprTypeLoc(TypeOfExprTypeLoc TL, bool) {
  return unevaluated([&] { return TraverseStmt(TL.getUnderlyingExpr()); });
}

bool Walker::TraverseDecltypeTypeLoc(DecltypeTypeLoc TL, bool) {
  return unevaluated([&] { return TraverseStmt(TL.getUnderlyingExpr()); });
}

bool Walker::TraverseGenericSelectionExpr(GenericSelectionExpr *E,
                                          DataRecursionQueue *) {
  if (E->isResultDependent())
    return Base::TraverseGenericSelectionExpr(E);
  if (E->isExprPredicate() &&
      !unevaluated([&] { return TraverseStmt(E->getControllingExpr()); }))
    return false;
  for (auto Association : E->associations()) {
    Expr *Branch = Association.getAssociationExpr();
    bool Good = Association.isSelected()
                    ? TraverseStmt(Branch)
                    : unevaluated([&] { return TraverseStmt(Branch); });
    if (!Good)
      return false;
  }
  return true;
}

bool Walker::TraverseChooseExpr(ChooseExpr *E, DataRecursionQueue *) {
  if (E->isConditionDependent())
    return Base::TraverseChooseExpr(E);
  Expr *Other = E->isConditionTrue() ? E->getRHS() : E->getLHS();
  return unevaluated([&] {
           return TraverseStmt(E->getCond()) && TraverseStmt(Other);
         }) &&
         TraverseStmt(E->getChosenSubExpr());
}

bool Walker::TraverseCXXNoexceptExpr(CXXNoexceptExpr *E, DataRecursionQueue *) {
  return unevaluated([&] { return Base::TraverseCXXNoexceptExpr(E); });
}

// A generic lambda is a template that no declaration leads to.
bool Walker::TraverseLambdaExpr(LambdaExpr *E, DataRecursionQueue *) {
  if (!Base::TraverseLambdaExpr(E))
    return false;
  if (FunctionTemplateDecl *Template = E->getDependentCallOperator())
    for (FunctionDecl *Instance : Template->specializations())
      if (!TraverseStmt(Instance->getBody()))
        return false;
  return true;
}

// What is not evaluated still needs the fields it names; a cast or a sum there
// is nothing at all. A sizeof stands one level below its own operand.
static bool isNothing(const AccessSite &Site, unsigned Unevaluated) {
  unsigned Own = Site.Form == SiteForm::Sizeof ? 1 : 0;
  return Unevaluated > Own && Site.Place.Field.empty();
}

void Walker::show(AccessSite Site) {
  if (isNothing(Site, Unevaluated))
    return;
  Site.Use.Unevaluated = Unevaluated > 0;
  Site.Owner = Owner;
  Show(Site);
}

// Whether the expression on the stack is the object of a further `.member`:
// then the outer expression is the access.
static const MemberExpr *outerMember(const EnclosingStack &Enclosing) {
  unsigned Up = 1;
  while (isa_and_nonnull<ParenExpr>(Enclosing.up(Up)))
    ++Up;
  const auto *Outer = dyn_cast_or_null<MemberExpr>(Enclosing.up(Up));
  return Outer && !Outer->isArrow() ? Outer : nullptr;
}

bool Walker::VisitMemberExpr(MemberExpr *E) {
  if (!isa<FieldDecl>(E->getMemberDecl()) || outerMember(Enclosing))
    return true;
  if (std::optional<PageMember> Member = findPageMember(E))
    showMember(E, std::move(*Member));
  else if (isPageType(E->getType()))
    showEmbedded(E);
  return true;
}

void Walker::showMember(MemberExpr *E, PageMember Member) {
  AccessSite Site;
  Site.Place = placeOf(Member.Chain, Context);
  Site.Use = memoryUse(Enclosing, Known, Context);
  Site.Token = Member.Named->getMemberLoc();
  Site.Range = E->getSourceRange();
  Site.Base = Member.Base;
  show(std::move(Site));
}

// The member expression below which the programmer wrote the object: the hops
// into unnamed structs and unions, which are not written, are left out.
static const MemberExpr *outermostHop(const MemberExpr *E) {
  while (const auto *Hop = dyn_cast<MemberExpr>(E->getBase())) {
    if (Hop->getMemberDecl()->getIdentifier())
      break;
    E = Hop;
  }
  return E;
}

void Walker::showEmbedded(MemberExpr *E) {
  const MemberExpr *Written = outermostHop(E);
  AccessSite Site;
  Site.Form = SiteForm::Embedded;
  Site.Use = memoryUse(Enclosing, Known, Context);
  Site.Use.Via.clear(); // what holds the page says more
  Site.Token = E->getMemberLoc();
  Site.Range = E->getSourceRange();
  Site.Base = Written->getBase();
  QualType Holder = Written->getBase()->getType();
  if (Written->isArrow())
    Holder = Holder->getPointeeType();
  Site.Detail = typeText(Holder.getCanonicalType().getUnqualifiedType()) + "." +
                E->getMemberDecl()->getName().str();
  show(std::move(Site));
}

static MemberChain chainOf(const ValueDecl *Declaration) {
  MemberChain Chain;
  if (const auto *Field = dyn_cast<FieldDecl>(Declaration))
    Chain.push_back(Field);
  else if (const auto *Indirect = dyn_cast<IndirectFieldDecl>(Declaration))
    for (const NamedDecl *Link : Indirect->chain())
      Chain.push_back(cast<FieldDecl>(Link));
  return Chain;
}

// &page::index in C++ names a field without an object.
bool Walker::VisitDeclRefExpr(DeclRefExpr *E) {
  const MemberChain Chain = chainOf(E->getDecl());
  if (Chain.empty() || !isPageRecord(Chain.front()->getParent()))
    return true;
  AccessSite Site;
  Site.Place = placeOf(Chain, Context);
  Site.Use = memoryUse(Enclosing, Known, Context);
  Site.Token = E->getLocation();
  Site.Range = E->getSourceRange();
  show(std::move(Site));
  return true;
}

bool Walker::VisitOffsetOfExpr(OffsetOfExpr *E) {
  MemberChain Chain;
  SourceLocation Token;
  for (unsigned I = 0; I < E->getNumComponents(); ++I) {
    const OffsetOfNode &Node = E->getComponent(I);
    if (Node.getKind() != OffsetOfNode::Field)
      break;
    if (Chain.empty() && !isPageRecord(Node.getField()->getParent()))
      continue;
    Chain.push_back(Node.getField());
    if (Token.isInvalid())
      Token = Node.getSourceRange().getEnd();
  }
  if (Chain.empty())
    return true;
  AccessSite Site;
  Site.Form = offsetForm(E, Enclosing, Context);
  Site.Place = placeOf(Chain, Context);
  Site.Use.Unevaluated = true;
  Site.Token = Token;
  Site.Range = E->getSourceRange();
  show(std::move(Site));
  return true;
}

bool Walker::VisitDesignatedInitExpr(DesignatedInitExpr *E) {
  MemberChain Chain;
  SourceLocation Token;
  for (const DesignatedInitExpr::Designator &D : E->designators()) {
    const FieldDecl *Field = D.isFieldDesignator() ? D.getFieldDecl() : nullptr;
    if (!Field || (Chain.empty() && !isPageRecord(Field->getParent())))
      continue;
    Chain.push_back(Field);
    if (Token.isInvalid() && Field->getIdentifier())
      Token = D.getFieldLoc();
  }
  if (Chain.empty() || Token.isInvalid())
    return true;
  AccessSite Site;
  Site.Form = SiteForm::Designator;
  Site.Place = placeOf(Chain, Context);
  Site.Use = MemoryUse::write();
  Site.Token = Token;
  Site.Range = E->getSourceRange();
  show(std::move(Site));
  return true;
}

// { 0 } and { } write the whole struct; designators are shown one by one.
bool Walker::VisitInitListExpr(InitListExpr *E) {
  // The list as written is visited; what it means is known of the other form.
  const InitListExpr *Meant = E->isSemanticForm() ? E : E->getSemanticForm();
  if (!Meant || !isPageType(Meant->getType()))
    return true;
  if (E->getLBraceLoc().isInvalid())
    return true; // a nested page without braces of its own
  if (any_of(E->inits(), [](const Expr *I) {
        return isa_and_nonnull<DesignatedInitExpr>(I);
      }))
    return true;
  AccessSite Site;
  Site.Form = SiteForm::Designator;
  Site.Use = MemoryUse::write();
  Site.Token = E->getLBraceLoc();
  Site.Range = E->getSourceRange();
  show(std::move(Site));
  return true;
}

bool Walker::VisitExpr(Expr *E) {
  if (std::optional<AccessSite> Site =
          findWholePageUse(E, Enclosing, Known, Context))
    show(std::move(*Site));
  return true;
}

void Walker::showCopyFrom(const Expr *Object, SourceRange Range) {
  AccessSite Site;
  Site.Form = SiteForm::Copy;
  Site.Use = MemoryUse::read();
  Site.Token = Range.getBegin();
  Site.Range = Range;
  Site.Base = Object;
  show(std::move(Site));
}

// In C++ the right side of `*page = *other` is bound to a reference, without
// the conversion that shows the read in C.
bool Walker::VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
  if (E->getOperator() == OO_Equal && isPageType(E->getArg(0)->getType()) &&
      isPageType(E->getArg(1)->getType()))
    showCopyFrom(E->getArg(1), E->getArg(1)->getSourceRange());
  return true;
}

// for (page p : pages) copies, in code that is not written.
bool Walker::VisitCXXForRangeStmt(CXXForRangeStmt *S) {
  const VarDecl *Variable = S->getLoopVariable();
  if (Variable && isPageType(Variable->getType()))
    showCopyFrom(S->getRangeInit(), Variable->getSourceRange());
  return true;
}

void pagesplit::walkAccesses(ASTContext &Context, const Knowledge &Known,
                             function_ref<void(const AccessSite &)> Show) {
  Walker(Context, Known, Show).TraverseDecl(Context.getTranslationUnitDecl());
}
