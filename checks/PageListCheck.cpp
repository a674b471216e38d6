//===- PageListCheck.cpp - memdesc-page-list -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageListCheck.h"

#include "DescriptorText.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

namespace {
// Calls that link an entry, and the expression that is the link.
class ListCalls : public RecursiveASTVisitor<ListCalls> {
public:
  ListCalls(const Knowledge &Known,
            function_ref<void(const CallExpr *, const MemberExpr *)> Show)
      : Known(Known), Show(Show) {}

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Callee->getIdentifier())
      return true;
    const ListCall *Operation = Known.listCall(Callee->getName());
    if (!Operation || !Operation->Entry ||
        *Operation->Entry >= Call->getNumArgs())
      return true;
    const auto *Address = dyn_cast<UnaryOperator>(
        Call->getArg(*Operation->Entry)->IgnoreParenCasts());
    if (Address && Address->getOpcode() == UO_AddrOf)
      if (const auto *Link =
              dyn_cast<MemberExpr>(Address->getSubExpr()->IgnoreParens()))
        Show(Call, Link);
    return true;
  }

private:
  const Knowledge &Known;
  function_ref<void(const CallExpr *, const MemberExpr *)> Show;
};
} // namespace

// A field that only free memory has is the page allocator's own.
bool PageListCheck::isPrivate(StringRef Field) const {
  const FieldEvidence *Known = known().field(Field);
  return !Known || !all_of(Known->Owners, [&](const std::string &Owner) {
    return known().evidence().isTransient(known().evidence().canonical(Owner));
  });
}

std::string PageListCheck::instead(const FlowSite *Use, StringRef Field) {
  std::optional<PageKind> Kind = Use ? unit().kindOf(*Use) : std::nullopt;
  std::string Word = Kind ? Kind->Descriptor : "";
  if (Use && Word.empty())
    if (std::optional<SnapshotVerdict> Solved = solved(variableOf(Use->From)))
      Word = Solved->Word;
  std::string Place = destinationOf(Field, Word, known());
  return Place.empty() ? "what is listed needs a node of its own"
                       : "for " + withArticle(Word) + " page there is " + Place;
}

void PageListCheck::checkUnit(ASTContext &Context) {
  ListCalls(known(), [&](const CallExpr *Call, const MemberExpr *Link) {
    std::optional<PageMember> Member = findPageMember(Link);
    if (!Member)
      return;
    StringRef Field = Member->Named->getMemberDecl()->getName();
    if (!isPrivate(Field))
      return;
    const FlowSite *Use = unit().useAt(Link->getSourceRange(), Field);
    diag(Call->getBeginLoc(), "a list links pages by '%0' of struct page; %1")
        << Field << instead(Use, Field);
  }).TraverseDecl(Context.getTranslationUnitDecl());
  for (const AccessSite &Site : unit().accesses())
    if ((Site.Form == SiteForm::ListWalk) && isPrivate(Site.Place.Field))
      diag(Site.Token, "a list of pages is walked by '%0' of struct page; the "
                       "type changes together with the field")
          << Site.Place.Field;
}

} // namespace pagesplit::checks
