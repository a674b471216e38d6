//===- TailPageFieldCheck.cpp - memdesc-tail-page-field ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TailPageFieldCheck.h"

using namespace clang;

namespace pagesplit::checks {

TailPageFieldCheck::TailPageFieldCheck(StringRef Name,
                                       tidy::ClangTidyContext *Context)
    : PageCheck(Name, Context), Lookups(isAsked("Lookups")) {}

void TailPageFieldCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  PageCheck::storeOptions(Opts);
  Options.store(Opts, "Lookups", Lookups ? "true" : "false");
}

// Pages are counted through to set them up, too: what is only written there, or
// linked, was no tail yet. A read has to find something.
static bool isOfInterest(const AccessSite &Site, bool IsCounted) {
  return Site.Form == SiteForm::Member && !Site.Use.Unevaluated &&
         (!IsCounted || (Site.Use.Reads && !Site.Use.Writes));
}

void TailPageFieldCheck::checkUnit(ASTContext &) {
  for (const AccessSite &Site : unit().accesses()) {
    const FieldEvidence *Field = known().field(Site.Place.Field);
    const FlowSite *Use = Field && !Field->OfTail.empty()
                              ? unit().useAt(Site.Range, Site.Place.Field)
                              : nullptr;
    if (!Use)
      continue;
    TailReason Why = unit().tailReason(*Use, Lookups);
    if (Why.Text.empty() || !isOfInterest(Site, Why.IsCounted))
      continue;
    std::optional<SnapshotVerdict> Solved = solved(variableOf(Use->From));
    if (Solved && Solved->IsHead)
      continue;
    diag(Site.Token, "'%0' of a page that may be a tail: %1; in a tail, %2")
        << Site.Place.Field << Why.Text << Field->OfTail;
  }
}

} // namespace pagesplit::checks
