//===- PageFieldAccessCheck.cpp - memdesc-page-field-access ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageFieldAccessCheck.h"

#include "DescriptorText.h"
#include "pagesplit/AST/DeclarationWalker.h"

#include "clang-tidy/utils/OptionsUtils.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

#include <map>

using namespace clang;
using namespace clang::tidy::utils::options;

namespace pagesplit::checks {

PageFieldAccessCheck::PageFieldAccessCheck(StringRef Name,
                                           tidy::ClangTidyContext *Context)
    : PageCheck(Name, Context),
      AllowedFields(parseStringList(Options.get("AllowedFields", ""))),
      AllowedFunctions(parseStringList(Options.get("AllowedFunctions", ""))) {}

void PageFieldAccessCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  PageCheck::storeOptions(Opts);
  Options.store(Opts, "AllowedFields", serializeStringList(AllowedFields));
  Options.store(Opts, "AllowedFunctions",
                serializeStringList(AllowedFunctions));
}

bool PageFieldAccessCheck::isAllowed(const AccessSite &Site) const {
  if (llvm::is_contained(AllowedFields, Site.Place.Field))
    return true;
  return Site.Owner && !AllowedFunctions.empty() &&
         llvm::is_contained(AllowedFunctions, ownerName(Site.Owner));
}

// The snapshot knows what callers pass; the unit what it does itself.
std::string PageFieldAccessCheck::kindOf(const AccessSite &Site) {
  std::optional<SnapshotVerdict> Solved =
      solvedAccess(Site.Token, Site.Place.Field);
  const FlowSite *Use = unit().useAt(Site.Range, Site.Place.Field);
  if (!Solved && Use)
    Solved = solved(variableOf(Use->From));
  if (Solved && Solved->isDescriptor())
    return Solved->Word;
  std::optional<PageKind> Kind = Use ? unit().kindOf(*Use) : std::nullopt;
  if (Kind && !Kind->IsFrozen)
    return Kind->Descriptor;
  const FieldEvidence *Field = known().field(Site.Place.Field);
  if (Field && Field->Owners.size() == 1 && Field->Owners.front() != "page")
    return known().evidence().canonical(Field->Owners.front()).str();
  return "";
}

std::string PageFieldAccessCheck::belonging(const AccessSite &Site) {
  std::string Kind = kindOf(Site);
  if (known().isEachPages(Site.Place.Field))
    return Kind.empty()
               ? "each page has one of its own"
               : "each page has one of its own, the " + Kind + " another";
  if (Kind.empty())
    return "it belongs to the page's descriptor";
  std::string Place = destinationOf(Site.Place.Field, Kind, known());
  if (!Place.empty())
    return "of " + withArticle(Kind) + " page it is " + Place;
  return "it is " + withArticle(Kind) + " page";
}

// ptdesc_page(pt)->lru is pt->pt_list, when both are one type at one place.
FixItHint PageFieldAccessCheck::fix(const AccessSite &Site,
                                    ASTContext &Context) {
  if (!Site.Base || Site.Form != SiteForm::Member || Site.Token.isMacroID())
    return {};
  std::optional<DescriptorBehind> Behind =
      descriptorBehind(Site.Base, known(), Context);
  if (!Behind || known().isEachPages(Site.Place.Field))
    return {};
  std::string Field =
      sameField(Site.Place, Behind->Descriptor, known(), Context);
  const SourceManager &Sources = Context.getSourceManager();
  SourceLocation Begin = Sources.getExpansionLoc(Site.Range.getBegin());
  if (Field.empty() || StringRef(Behind->Text).starts_with("&"))
    return {};
  return FixItHint::CreateReplacement(
      CharSourceRange::getTokenRange(Begin, Site.Token),
      Behind->Text + "->" + Field);
}

// A macro may evaluate an argument several times; what one of them knows holds
// for all.
void PageFieldAccessCheck::checkUnit(ASTContext &Context) {
  struct Found {
    const AccessSite *Site;
    std::string Belonging;
  };
  const std::string Unknown = "it belongs to the page's descriptor";
  std::vector<Found> Places;
  std::map<std::pair<unsigned, std::string>, size_t> Known;
  for (const AccessSite &Site : unit().accesses()) {
    if (Site.Place.Field.empty() || isAllowed(Site))
      continue;
    SourceLocation Written =
        Context.getSourceManager().getExpansionLoc(Site.Token);
    std::string Said = belonging(Site);
    auto [At, IsNew] = Known.try_emplace(
        {Written.getRawEncoding(), Site.Place.Field}, Places.size());
    if (IsNew)
      Places.push_back({&Site, std::move(Said)});
    else if (Places[At->second].Belonging == Unknown)
      Places[At->second].Belonging = std::move(Said);
  }
  for (const Found &Here : Places)
    diag(Here.Site->Token, "access to field '%0' of struct page; %1")
        << Here.Site->Place.Field << Here.Belonging << fix(*Here.Site, Context);
}

} // namespace pagesplit::checks
