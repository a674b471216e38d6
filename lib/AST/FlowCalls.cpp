//===- FlowCalls.cpp - moves into functions -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"
#include "SlotStores.h"

#include "clang/Basic/Builtins.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// The compiler answers these without running their arguments.
static bool isUnevaluated(const CallExpr *E) {
  switch (E->getBuiltinCallee()) {
  case Builtin::BI__builtin_constant_p:
  case Builtin::BI__builtin_object_size:
  case Builtin::BI__builtin_dynamic_object_size:
    return true;
  default:
    return false;
  }
}

static const FunctionProtoType *prototypeOf(const CallExpr *E) {
  if (const FunctionDecl *Direct = E->getDirectCallee())
    return Direct->getType()->getAs<FunctionProtoType>();
  QualType Type = E->getCallee()->getType();
  while (Type->isPointerType() || Type->isReferenceType())
    Type = Type->getPointeeType();
  return Type->getAs<FunctionProtoType>();
}

void FlowBody::call(const CallExpr *E) {
  if (isUnevaluated(E))
    return;
  expression(E->getCallee());
  SmallVector<const Expr *, 8> Given(E->arguments());
  for (const Expr *Argument : Given)
    expression(Argument);
  const FunctionDecl *Direct = E->getDirectCallee();
  if (Direct && Direct->getBuiltinID() && !Direct->getIdentifier())
    return;
  if (const ListCall *List = Direct && Direct->getIdentifier()
                                 ? Unit.Known.listCall(Direct->getName())
                                 : nullptr)
    return listCall(*List, Given);
  // The object of `a + b` is argument 0 of the call, but no parameter.
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Direct);
  if (isa<CXXOperatorCallExpr>(E) && Method && Method->isInstance() &&
      !Given.empty())
    Given.erase(Given.begin());
  if (E->getBuiltinCallee() != Builtin::BI__builtin_expect)
    arguments(Values.callee(E->getCallee()), prototypeOf(E), Given);
  if (const WordCall *Word = Direct && Direct->getIdentifier()
                                 ? Unit.Known.wordCall(Direct->getName())
                                 : nullptr)
    wordCall(*Word, E);
  if (Direct && Direct->isNoReturn())
    State = GuardState::unreachable();
}

void FlowBody::construct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *Constructor = E->getConstructor();
  SmallVector<const Expr *, 8> Given(E->arguments());
  for (const Expr *Argument : Given)
    expression(Argument);
  arguments(Constructor, Constructor->getType()->getAs<FunctionProtoType>(),
            Given);
}

void FlowBody::arguments(const NamedDecl *Callee,
                         const FunctionProtoType *Prototype,
                         ArrayRef<const Expr *> Given) {
  for (unsigned I = 0; I < Given.size(); ++I) {
    bool IsDeclared = Prototype && I < Prototype->getNumParams();
    argument(Callee, Prototype && !IsDeclared ? -1 : static_cast<int>(I),
             IsDeclared ? Prototype->getParamType(I) : QualType(), Given[I]);
  }
  if (Prototype && Callee)
    besideCallback(Callee, Prototype, Given);
}

static const ParmVarDecl *parameter(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
  return Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
}

static bool isCallback(QualType Type) { return Type->isFunctionPointerType(); }

// visit(call, page) gives the page to call, though no type says so: the store
// is shown for the page's sake. And where visit() calls its parameter, or hands
// it on, what it was given in a void * goes along.
void FlowBody::besideCallback(const NamedDecl *Callee,
                              const FunctionProtoType *Prototype,
                              ArrayRef<const Expr *> Given) {
  const unsigned Count =
      std::min<size_t>(Given.size(), Prototype->getNumParams());
  bool HasPage = false, HandsOn = isa<ParmVarDecl>(Callee);
  for (unsigned I = 0; I < Count; ++I) {
    HasPage |= Values.carriesPage(Given[I]);
    HandsOn |= isCallback(Prototype->getParamType(I)) && parameter(Given[I]);
  }
  if (!HasPage && !HandsOn)
    return;
  for (unsigned I = 0; I < Count; ++I) {
    QualType Type = Prototype->getParamType(I);
    if (isCallback(Type) && !mayBeStored(Type, Given[I], Unit.Types)) {
      FlowPlace Slot = slotPlace(Callee);
      Slot.Position = I;
      store(Given[I], Slot);
    } else if (HandsOn && Type->isVoidPointerType() && parameter(Given[I]) &&
               !Values.carriesPage(Given[I]) &&
               parameter(Given[I])->getType()->isVoidPointerType()) {
      FlowPlace To;
      To.Kind = FlowEnd::Param;
      To.Declaration = Callee;
      To.Position = I;
      show(FlowForm::Argument, Given[I], To, Given[I]->getSourceRange());
    }
  }
}

void FlowBody::argument(const NamedDecl *Callee, int Position,
                        QualType ParamType, const Expr *Value) {
  const bool IsTyped = !ParamType.isNull();
  if ((IsTyped && Unit.Types.isPage(ParamType)) || Values.carriesPage(Value)) {
    FlowPlace To;
    To.Kind = Callee ? FlowEnd::Param : FlowEnd::Opaque;
    To.Declaration = Callee;
    if (Callee)
      To.Position = Position;
    else
      To.Name = "pointer call";
    bool IsAlias = IsTyped && Unit.Types.depth(ParamType) > 0 &&
                   ParamType->isReferenceType() &&
                   !ParamType.getNonReferenceType().isConstQualified();
    show(FlowForm::Argument, Value, To, Value->getSourceRange(),
         IsAlias ? "&" : "");
    if (IsAlias)
      changed(Value);
  }
  QualType Type = IsTyped ? ParamType : Value->getType();
  if (Callee && Unit.Types.isLink(Type)) {
    FlowPlace To;
    To.Kind = FlowEnd::Param;
    To.Declaration = Callee;
    To.Position = Position;
    To.IsList = true;
    showLinks(FlowForm::Argument, Value, To, false,
              !Type->getPointeeType().isConstQualified());
  }
  if (IsTyped && Callee && mayBeStored(ParamType, Value, Unit.Types)) {
    FlowPlace Slot = slotPlace(Callee);
    Slot.Position = Position;
    store(Value, Slot);
  }
}

void FlowBody::store(const Expr *Value, const FlowPlace &Slot) {
  for (FlowPlace &From : storedFunctions(Value)) {
    FlowSite Site;
    Site.Form = FlowForm::Store;
    Site.From = std::move(From);
    Site.To = Slot;
    Site.Range = Value->getSourceRange();
    Site.Owner = Owner;
    Unit.show(Site);
  }
}
