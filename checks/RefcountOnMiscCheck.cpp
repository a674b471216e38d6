//===- RefcountOnMiscCheck.cpp - memdesc-refcount-on-misc ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RefcountOnMiscCheck.h"

using namespace clang;

namespace pagesplit::checks {

void RefcountOnMiscCheck::checkUnit(ASTContext &) {
  for (const FlowSite &Site : unit().flows()) {
    if (Site.Form != FlowForm::Argument || Site.To.Kind != FlowEnd::Param)
      continue;
    const std::string Call = nameOf(Site.To);
    const ReferenceCall *Reference = known().reference(Call);
    if (!Reference || Site.To.Position != int(Reference->Argument))
      continue;
    std::optional<PageKind> Kind = unit().kindOf(Site);
    bool IsSolved = false;
    if (!Kind)
      if (std::optional<SnapshotVerdict> Solved =
              solved(variableOf(Site.From))) {
        Kind = PageKind{Solved->Word, "", SourceLocation(), false, false};
        IsSolved = true;
      }
    if (!Kind)
      continue;
    const Descriptor *D = known().descriptor(Kind->Descriptor);
    if (!Kind->IsFrozen && (!D || !D->HasNoReferences))
      continue;
    report(Site, Call, *Kind, Reference->Takes, IsSolved);
  }
}

void RefcountOnMiscCheck::report(const FlowSite &Site, const std::string &Call,
                                 const PageKind &Kind, bool Takes,
                                 bool IsSolved) {
  diag(Site.Range.getBegin(),
       "%0() %select{drops|takes}1 a reference to a %2 page, which has "
       "%select{none|a count of 0}3")
      << Call << Takes << (Kind.IsFrozen ? "frozen" : Kind.Descriptor)
      << Kind.IsFrozen;
  if (IsSolved)
    diag(variableOf(Site.From)->getLocation(),
         "all pages that come here are such, says the snapshot",
         DiagnosticIDs::Note);
  else if (Kind.IsTest)
    diag(Site.Range.getBegin(), "%0() was true on every path to here",
         DiagnosticIDs::Note)
        << Kind.Because;
  else if (Kind.At.isValid() && Kind.At != Site.Range.getBegin())
    diag(Kind.At, "it comes from here", DiagnosticIDs::Note);
}

} // namespace pagesplit::checks
