//===- DescriptorCastCheck.cpp - memdesc-descriptor-cast -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DescriptorCastCheck.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace pagesplit::checks {

static std::string typeName(const RecordDecl *Record) {
  return ((Record->isUnion() ? "union " : "struct ") + Record->getName()).str();
}

namespace {
// container_of() by a member that is a page, and unions that overlay one.
class Overlays : public RecursiveASTVisitor<Overlays> {
public:
  Overlays(const Knowledge &Known,
           function_ref<void(const OffsetOfExpr *, const RecordDecl *)> Show,
           function_ref<void(const RecordDecl *)> ShowUnion)
      : Known(Known), Show(Show), ShowUnion(ShowUnion) {}

  bool VisitBinaryOperator(BinaryOperator *E) {
    const auto *Offset =
        E->getOpcode() == BO_Sub
            ? dyn_cast<OffsetOfExpr>(E->getRHS()->IgnoreParenCasts())
            : nullptr;
    if (!Offset || Offset->getNumComponents() == 0)
      return true;
    const OffsetOfNode &Last =
        Offset->getComponent(Offset->getNumComponents() - 1);
    const OffsetOfNode &First = Offset->getComponent(0);
    if (Last.getKind() == OffsetOfNode::Field &&
        First.getKind() == OffsetOfNode::Field &&
        isPageType(Last.getField()->getType()))
      Show(Offset, First.getField()->getParent());
    return true;
  }

  bool VisitRecordDecl(RecordDecl *Record) {
    if (!Record->isUnion() || !Record->isCompleteDefinition() ||
        !Record->getIdentifier() || isDescribed(Record))
      return true;
    auto IsPage = [](const FieldDecl *F) { return isPageType(F->getType()); };
    if (any_of(Record->fields(), IsPage) && !all_of(Record->fields(), IsPage))
      ShowUnion(Record);
    return true;
  }

private:
  // In the struct of a descriptor an overlay is what the struct is for.
  bool isDescribed(const RecordDecl *Record) const {
    for (const DeclContext *Up = Record; Up; Up = Up->getParent())
      if (const auto *Outer = dyn_cast<RecordDecl>(Up))
        if (!Known.evidence().describedBy(typeName(Outer)).empty())
          return true;
    return false;
  }

  const Knowledge &Known;
  function_ref<void(const OffsetOfExpr *, const RecordDecl *)> Show;
  function_ref<void(const RecordDecl *)> ShowUnion;
};
} // namespace

// The conversions themselves, and what hands a page on under another type.
bool DescriptorCastCheck::isConversion(const NamedDecl *Owner,
                                       SourceLocation Loc,
                                       const ASTContext &Context) const {
  auto Converts = [&](StringRef Name) {
    return known().isConversion(Name) ||
           known().evidence().passes(Name, -1) != nullptr;
  };
  return (Owner && Converts(ownerName(Owner))) ||
         any_of(macrosAround(Loc, Context), Converts);
}

// A conversion that is a cast may be written for a cast.
FixItHint DescriptorCastCheck::fix(const AccessSite &Site, StringRef Kind,
                                   bool ToPage, ASTContext &Context) {
  const Descriptor *D = known().descriptor(Kind);
  std::string Text =
      Site.Base ? textOf(Site.Base->getSourceRange(), Context) : "";
  if (!D || D->IsApart || Text.empty() || Site.Range.getBegin().isMacroID() ||
      Site.Range.getEnd().isMacroID())
    return {};
  std::vector<const Conversion *> All =
      ToPage ? known().conversions(D->Name, "page")
             : known().conversions("page", D->Name);
  // Where a lookup is the rule, a cast is the exception.
  if (any_of(All, [](const Conversion *C) {
        return C->Form == ConversionForm::Lookup;
      }))
    return {};
  for (const Conversion *C : All)
    if (C->Form == ConversionForm::Cast && C->How == Strength::Establishing)
      return FixItHint::CreateReplacement(Site.Range,
                                          C->Calls.front() + "(" + Text + ")");
  return {};
}

void DescriptorCastCheck::showCast(const AccessSite &Site,
                                   ASTContext &Context) {
  StringRef Other = Site.Detail;
  bool ToPage = Other.consume_front("from ");
  if (!ToPage)
    Other.consume_front("to ");
  Other.consume_front("const ");
  if (!Other.consume_back(" *") || Other.ends_with("*") ||
      (!Other.starts_with("struct ") && !Other.starts_with("union ")))
    return;
  StringRef Kind = known().evidence().describedBy(Other);
  if (Kind.empty()) {
    diag(Site.Token, "struct page is taken for '%0', which lies over it unseen")
        << Other;
    return;
  }
  diag(Site.Token, "cast between struct page and '%0'; a conversion says which "
                   "page is meant, and stays right when the two are apart")
      << Other << fix(Site, Kind, ToPage, Context);
}

void DescriptorCastCheck::checkUnit(ASTContext &Context) {
  for (const AccessSite &Site : unit().accesses())
    if (Site.Form == SiteForm::Cast && !Site.Use.Unevaluated &&
        !isConversion(Site.Owner, Site.Token, Context))
      showCast(Site, Context);
  Overlays(
      known(),
      [&](const OffsetOfExpr *Offset, const RecordDecl *Around) {
        SourceLocation Loc = Offset->getBeginLoc();
        if (!Around->getIdentifier() || isConversion(nullptr, Loc, Context))
          return;
        diag(Context.getSourceManager().getExpansionLoc(Loc),
             "container_of() makes '%0' of a struct page")
            << typeName(Around);
      },
      [&](const RecordDecl *Union) {
        diag(Union->getLocation(),
             "union %0 lays members of its own over struct page")
            << Union;
      })
      .TraverseDecl(Context.getTranslationUnitDecl());
}

} // namespace pagesplit::checks
