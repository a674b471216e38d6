//===- FlowLists.cpp - moves into lists and out of them -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

#include "pagesplit/AST/PageRecord.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// What is known of \p Value goes into \p To, a list or a pointer to one. With
// \p IsAlias it is the same list under another name: what is put into it there
// comes here too.
void FlowBody::showLinks(FlowForm Form, const Expr *Value, const FlowPlace &To,
                         bool IsEntry, bool IsAlias) {
  if (IsListCall)
    return;
  for (Origin &O : Values.linked(Value, IsEntry)) {
    if (O.Place.isSame(To))
      continue;
    FlowSite Site;
    Site.Form = Form;
    Site.Tests = testsOf(O);
    Site.Through = std::move(O.Through);
    Site.Through.push_back("list");
    if (IsAlias && O.Place.IsList && O.Place.Declaration)
      Site.Through.push_back("&");
    Site.From = std::move(O.Place);
    Site.To = To;
    Site.Range = Value->getSourceRange();
    Site.Owner = Owner;
    Unit.show(Site);
  }
}

void FlowBody::listCall(const ListCall &Call, ArrayRef<const Expr *> Given) {
  const std::optional<unsigned> From = Call.Entry ? Call.Entry : Call.From;
  if (!From || *From >= Given.size() || *Call.To >= Given.size())
    return;
  for (FlowPlace &To : Values.linkTargets(Given[*Call.To]))
    showLinks(FlowForm::Assign, Given[*From], To, Call.Entry.has_value());
}

// container_of(link, struct folio, lru): what the list links is said to be in a
// folio. The next entry of a folio's own list says nothing new.
void FlowBody::takenOut(const OffsetOfExpr *Offset, const Expr *Link,
                        SourceRange Range) {
  const FieldDecl *Member =
      Offset->getComponent(Offset->getNumComponents() - 1).getField();
  if (IsListCall || !Unit.Types.isLink(Member->getType()) ||
      isPageType(Offset->getTypeSourceInfo()->getType()))
    return;
  for (Origin &O : Values.linked(Link)) {
    if (O.Place.Declaration == Member)
      continue;
    FlowSite Site;
    Site.Form = FlowForm::Cast;
    Site.Tests = testsOf(O);
    Site.Through = std::move(O.Through);
    if (O.Place.IsList)
      Site.Through.push_back("list");
    Site.From = std::move(O.Place);
    Site.To.Kind = FlowEnd::Type;
    Site.To.Name = typeText(Offset->getTypeSourceInfo()
                                ->getType()
                                .getCanonicalType()
                                .getUnqualifiedType());
    Site.To.IsList = Site.From.IsList;
    Site.Range = Range;
    Site.Owner = Owner;
    Unit.show(Site);
  }
}
