//===- FlowBody.cpp - the moves in one function ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

#include "pagesplit/AST/PageRecord.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

FlowPlace pagesplit::variablePlace(const VarDecl *Variable) {
  FlowPlace Place;
  Place.Kind =
      Variable->getParentFunctionOrMethod() ? FlowEnd::Local : FlowEnd::Global;
  Place.Declaration = Variable;
  return Place;
}

FlowBody::FlowBody(FlowUnit &Unit, const NamedDecl *Owner)
    : Unit(Unit), Owner(Owner),
      Tests(Unit.Context, Unit.Types, Unit.Macros, Unit.Known, Paths),
      Values(Unit.Context, Unit.Types, Unit.Macros, Unit.Known, Paths, Tests) {}

void FlowBody::walkFunction(const FunctionDecl *F) {
  Function = F;
  IsListCall = F->getIdentifier() && Unit.Known.listCall(F->getName());
  Body = F->getBody();
  if (!Body || F->isDependentContext())
    return;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Part : Constructor->inits()) {
      expression(Part->getInit());
      if (!Part->isMemberInitializer())
        continue;
      FlowPlace Place;
      Place.Kind = FlowEnd::Member;
      Place.Declaration = Part->getMember();
      initialise(std::move(Place), Part->getMember()->getType(),
                 Part->getInit());
    }
  statement(Body);
}

void FlowBody::walkVariable(const VarDecl *Variable) { declare(Variable); }

void FlowBody::walkMemberInitialiser(const FieldDecl *Field) {
  FlowPlace Place;
  Place.Kind = FlowEnd::Member;
  Place.Declaration = Field;
  expression(Field->getInClassInitializer());
  initialise(std::move(Place), Field->getType(),
             Field->getInClassInitializer());
}

std::vector<FlowTest> FlowBody::testsOf(const Origin &O) {
  std::vector<FlowTest> Result;
  if (State.Facts.empty() && O.Known.empty())
    return Result;
  const unsigned Path = Paths.of(O.Root);
  if (!Path)
    return Result;
  auto AddFrom = [&](const GuardFacts &Facts) {
    for (const GuardFact &Fact : Facts)
      if (Fact.Path == Path)
        Result.push_back({Fact.Test, Fact.Holds});
  };
  AddFrom(State.Facts);
  AddFrom(O.Known);
  return Result;
}

void FlowBody::show(FlowForm Form, const Expr *Value, const FlowPlace &To,
                    SourceRange Range, StringRef Last) {
  for (Origin &O : Values.of(Value)) {
    if (O.Container)
      showContainer(O.Container, To);
    // The next page in the list that this one is in.
    if (O.Container && O.Place.isSame(To))
      continue;
    FlowSite Site;
    Site.Form = Form;
    Site.Tests = testsOf(O);
    Site.From = std::move(O.Place);
    Site.To = To;
    Site.Through = std::move(O.Through);
    if (!Last.empty())
      Site.Through.push_back(Last.str());
    Site.Range = Range;
    Site.Owner = Owner;
    Unit.show(Site);
  }
}

// What container_of(p, struct page, lru) finds is used by that member.
void FlowBody::showContainer(const OffsetOfExpr *Offset, const FlowPlace &To) {
  if (To.Kind >= FlowEnd::Field || To.IsList)
    return;
  for (unsigned I = 0; I < Offset->getNumComponents(); ++I) {
    const OffsetOfNode &Part = Offset->getComponent(I);
    const FieldDecl *Field =
        Part.getKind() == OffsetOfNode::Field ? Part.getField() : nullptr;
    if (!Field || (I == 0 && !isPageRecord(Field->getParent())))
      return;
    if (!Field->getIdentifier())
      continue;
    FlowSite Site;
    Site.Form = FlowForm::Use;
    Site.From = To;
    Site.To.Kind = FlowEnd::Field;
    Site.To.Name = Field->getNameAsString();
    Site.Range = Offset->getSourceRange();
    Site.Owner = Owner;
    Unit.show(Site);
    return;
  }
}
