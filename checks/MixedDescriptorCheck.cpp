//===- MixedDescriptorCheck.cpp - memdesc-mixed-descriptor ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MixedDescriptorCheck.h"

#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace pagesplit::checks {

namespace {
struct Held {
  std::string Descriptor;
  std::string Because;
  SourceLocation At;
};
} // namespace

static bool isKept(const Knowledge &Known, const PageKind &Kind) {
  const Descriptor *D = Known.descriptor(Kind.Descriptor);
  return D && !D->IsTransient && !Kind.IsFrozen;
}

void MixedDescriptorCheck::checkUnit(ASTContext &) {
  llvm::MapVector<const NamedDecl *, std::vector<Held>> Variables;
  for (const FlowSite &Site : unit().flows()) {
    const NamedDecl *Variable = variableOf(Site.To);
    if (Site.Form != FlowForm::Assign || !Variable || variableOf(Site.From))
      continue;
    std::optional<PageKind> Kind = unit().kindOf(Site);
    if (!Kind || Kind->IsTest || !isKept(known(), *Kind))
      continue;
    Variables[Variable].push_back(
        {Kind->Descriptor, Kind->Because, Site.Range.getBegin()});
  }
  for (const auto &[Variable, All] : Variables) {
    const Held &First = All.front();
    for (const Held &Other : All)
      if (Other.Descriptor != First.Descriptor) {
        diag(Variable->getLocation(),
             "%0 holds a %1 page and a %2 page; each needs a variable of its "
             "own")
            << Variable << First.Descriptor << Other.Descriptor;
        for (const Held &Value : {First, Other})
          diag(Value.At, "%0: from %1", DiagnosticIDs::Note)
              << Value.Descriptor << Value.Because;
        break;
      }
  }
  showSolved();
}

// What the whole program does with a variable, if it does it here too.
void MixedDescriptorCheck::showSolved() {
  llvm::SmallPtrSet<const NamedDecl *, 16> Seen;
  for (const FlowSite &Site : unit().flows()) {
    const NamedDecl *Variable = variableOf(Site.From);
    if (!Variable || !Seen.insert(Variable).second)
      continue;
    std::optional<SnapshotVerdict> Solved = solved(Variable);
    if (Solved && Solved->Word == "mixed" &&
        (Solved->Why == "conflict" || Solved->Why == "uses-differ"))
      diag(Variable->getLocation(),
           "the pages of %0 are of several kinds in the whole program: %1")
          << Variable
          << (Solved->Why == "conflict"
                  ? "they come from one and are used as another"
                  : "they are used as two");
  }
}

} // namespace pagesplit::checks
