//===- FlowInitialisers.cpp - what variables and members start as ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"
#include "SlotStores.h"

#include "pagesplit/AST/PageRecord.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

static bool bindsReference(QualType To) {
  return To->isReferenceType() && !To.getNonReferenceType().isConstQualified();
}

// What a lambda captures keeps its name; its body returns for itself.
void FlowBody::lambda(const LambdaExpr *E) {
  for (const Expr *Captured : E->capture_inits())
    expression(Captured);
  for (const LambdaCapture &Capture : E->captures())
    if (Capture.capturesVariable())
      if (const auto *Variable = dyn_cast<VarDecl>(Capture.getCapturedVar());
          Variable && Variable->isInitCapture() && Variable->getInit())
        initialise(variablePlace(Variable), Variable->getType(),
                   Variable->getInit());
  if (const FunctionTemplateDecl *Generic = E->getDependentCallOperator()) {
    for (const FunctionDecl *Instance : Generic->specializations())
      FlowBody(Unit, Owner).walkFunction(Instance);
    return;
  }
  FlowBody(Unit, Owner).walkFunction(E->getCallOperator());
}

void FlowBody::initialise(FlowPlace Place, QualType Type, const Expr *Value) {
  if (!Value || isa<ImplicitValueInitExpr>(Value))
    return;
  if (const auto *List = dyn_cast<InitListExpr>(Value)) {
    if (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    if (!List->getType()->isRecordType())
      for (const Expr *Element : List->inits())
        initialise(Place, Type, Element);
    return;
  }
  if (Unit.Types.isPage(Type) || Values.carriesPage(Value)) {
    FlowForm Form = FlowForm::Assign;
    QualType Record = PageTypes::pointedRecord(Type);
    FlowPlace To = Place;
    if (!Record.isNull() && Unit.Types.depth(Type) < 0) {
      Form = FlowForm::Cast;
      To = FlowPlace();
      To.Kind = FlowEnd::Type;
      To.Name = typeText(Record);
    } else if (Unit.Types.depth(Type) < 0 && Place.Kind == FlowEnd::Member) {
      To.UsedAt = Value->getExprLoc();
    }
    bool IsAlias = Unit.Types.depth(Type) > 0 && bindsReference(Type);
    show(Form, Value, To, Value->getSourceRange(), IsAlias ? "&" : "");
    if (IsAlias)
      changed(Value);
  }
  if (Place.Declaration && Unit.Types.isLink(Type)) {
    FlowPlace To = Place;
    To.IsList = true;
    showLinks(FlowForm::Assign, Value, To, false, true);
  }
  if (Place.Declaration && mayBeStored(Type, Value, Unit.Types))
    store(Value, slotPlace(Place.Declaration));
}

void FlowBody::initialiseRecord(const InitListExpr *List) {
  if (!List->isSemanticForm() && List->getSemanticForm())
    List = List->getSemanticForm();
  children(List);
  const auto *Record = List->getType()->getAsRecordDecl();
  // An empty list points to itself.
  if (!Record || List->getNumInits() == 0 || Unit.Types.isLink(List->getType()))
    return;
  auto Give = [&](const FieldDecl *Field, const Expr *Value) {
    FlowPlace Place;
    Place.Kind = FlowEnd::Member;
    Place.Declaration = Field;
    initialise(std::move(Place), Field->getType(), Value);
  };
  if (Record->isUnion()) {
    if (const FieldDecl *Field = List->getInitializedFieldInUnion())
      Give(Field, List->getInit(0));
    return;
  }
  unsigned Next = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    Next = Class->getNumBases();
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (Next >= List->getNumInits())
      return;
    Give(Field, List->getInit(Next++));
  }
}
