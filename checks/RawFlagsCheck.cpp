//===- RawFlagsCheck.cpp - memdesc-raw-flags -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RawFlagsCheck.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

// An enum constant below \p S that is the name of a flag of each page.
static const EnumConstantDecl *pageFlagIn(const Stmt *S,
                                          const Knowledge &Known) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    if (const auto *Constant = dyn_cast<EnumConstantDecl>(Ref->getDecl()))
      return Known.isEachPagesFlag(Constant->getName()) ? Constant : nullptr;
  for (const Stmt *Child : S->children())
    if (Child)
      if (const EnumConstantDecl *Found = pageFlagIn(Child, Known))
        return Found;
  return nullptr;
}

// The flag word of a descriptor below \p S.
static const MemberExpr *descriptorFlagsIn(const Stmt *S,
                                           const Knowledge &Known) {
  if (const auto *Member = dyn_cast<MemberExpr>(S)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (Field && !isPageRecord(Field->getParent())) {
      StringRef Place = Known.evidence().pageField(
          "struct " + structName(Field), Field->getName());
      if (!Place.empty() && Known.holdsFlags(Place))
        return Member;
    }
  }
  for (const Stmt *Child : S->children())
    if (Child)
      if (const MemberExpr *Found = descriptorFlagsIn(Child, Known))
        return Found;
  return nullptr;
}

namespace {
// Operations that name a flag of each page beside the flags of a descriptor.
class FlagOperations : public RecursiveASTVisitor<FlagOperations> {
public:
  using Found = function_ref<void(const Expr *, const EnumConstantDecl *,
                                  const MemberExpr *)>;
  FlagOperations(const Knowledge &Known, Found Show)
      : Known(Known), Show(Show) {}

  bool VisitCallExpr(CallExpr *Call) { return look(Call); }
  bool VisitBinaryOperator(BinaryOperator *E) {
    return !E->isBitwiseOp() && !E->isCompoundAssignmentOp() ? true : look(E);
  }

private:
  bool look(const Expr *E) {
    const MemberExpr *Flags = nullptr;
    const EnumConstantDecl *Flag = nullptr;
    for (const Stmt *Part : E->children()) {
      if (!Part)
        continue;
      if (!Flags)
        Flags = descriptorFlagsIn(Part, Known);
      if (!Flag)
        Flag = pageFlagIn(Part, Known);
    }
    if (Flags && Flag)
      Show(E, Flag, Flags);
    return true;
  }

  const Knowledge &Known;
  Found Show;
};
} // namespace

// The predicates and setters themselves.
bool RawFlagsCheck::isAccessor(const AccessSite &Site,
                               const ASTContext &Context) const {
  const EvidenceIndex &Evidence = known().evidence();
  auto Names = [&](StringRef Name) {
    return Evidence.guard(Name) || Evidence.call(Name, 0);
  };
  return (Site.Owner && Names(ownerName(Site.Owner))) ||
         any_of(macrosAround(Site.Token, Context), Names);
}

void RawFlagsCheck::checkUnit(ASTContext &Context) {
  for (const AccessSite &Site : unit().accesses()) {
    if (Site.Form != SiteForm::Member ||
        !known().holdsFlags(Site.Place.Field) || Site.Use.Unevaluated ||
        isAccessor(Site, Context))
      continue;
    diag(Site.Token,
         "'%0' of struct page is %select{read|written|handed on}1 by hand; it "
         "holds flags of the descriptor, flags of this one page, and where the "
         "page lies")
        << Site.Place.Field
        << (Site.Use.Leaves   ? 2
            : Site.Use.Writes ? 1
                              : 0);
  }
  FlagOperations(known(), [&](const Expr *E, const EnumConstantDecl *Flag,
                              const MemberExpr *Flags) {
    diag(E->getExprLoc(), "%0 belongs to each page, not to the descriptor; "
                          "%1 is that of the first page")
        << Flag << Flags->getMemberDecl();
  }).TraverseDecl(Context.getTranslationUnitDecl());
}

} // namespace pagesplit::checks
