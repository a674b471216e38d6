//===- ValueOrigins.cpp - where the value of an expression is from --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueOrigins.h"

#include "BlockValue.h"
#include "pagesplit/AST/DeclarationWalker.h"
#include "pagesplit/AST/PageRecord.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// Far beyond what is written by hand; a macro's variable that initialises
// itself, and nests of `?:`, end here.
static constexpr unsigned MaxDepth = 64;
static constexpr size_t MaxOrigins = 64;

Origins ValueOrigins::of(const Expr *E) {
  Found.clear();
  visit(E);
  return std::move(Found);
}

std::vector<FlowPlace> ValueOrigins::targets(const Expr *E) {
  SaveAndRestore Target(IsTarget, true);
  std::vector<FlowPlace> Places;
  for (Origin &O : of(E))
    Places.push_back(std::move(O.Place));
  return Places;
}

bool ValueOrigins::carriesPage(const Expr *E) {
  for (unsigned Steps = 0; Steps < MaxDepth; ++Steps) {
    QualType Type = E->getType();
    if (Types.depth(Type) > 0)
      return true;
    if (Type->isDependentType() || !Types.canHide(Type))
      return false;
    const Expr *Next = nullptr;
    if (const auto *Paren = dyn_cast<ParenExpr>(E))
      Next = Paren->getSubExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(E))
      Next = Cast->getSubExpr();
    else if (const auto *Block = dyn_cast<StmtExpr>(E))
      Next = blockValue(Block);
    else if (const auto *Full = dyn_cast<FullExpr>(E))
      Next = Full->getSubExpr();
    else if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
      return carriesPage(Choice->getTrueExpr()) ||
             carriesPage(Choice->getFalseExpr());
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl()))
        Next = Paths.aliasOf(Variable->getCanonicalDecl());
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
      if (Binary->isCommaOp() || Binary->getOpcode() == BO_Assign)
        Next = Binary->getRHS();
      else if (Binary->getLHS()->getType()->isIntegerType() &&
               Binary->getRHS()->getType()->isIntegerType() &&
               (Binary->isAdditiveOp() || Binary->isBitwiseOp()))
        return carriesPage(Binary->getLHS()) || carriesPage(Binary->getRHS());
    }
    if (!Next)
      return false;
    E = Next;
  }
  return false;
}

const NamedDecl *ValueOrigins::callee(const Expr *E) const {
  for (unsigned Steps = 0; E && Steps < MaxDepth; ++Steps) {
    E = E->IgnoreParenCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
      const Expr *Value =
          Variable ? Paths.aliasOf(Variable->getCanonicalDecl()) : nullptr;
      if (!Value)
        return isa<FunctionDecl, VarDecl>(Ref->getDecl()) ? Ref->getDecl()
                                                          : nullptr;
      E = Value;
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      return Member->getMemberDecl();
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      E = Unary->getSubExpr();
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Element->getBase();
    } else if (const auto *Block = dyn_cast<StmtExpr>(E)) {
      E = blockValue(Block);
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

void ValueOrigins::through(size_t First, const std::string &What) {
  for (size_t I = First; I < Found.size(); ++I)
    Found[I].Through.push_back(What);
}

// A declaration of another type than page holds a page only by a cast, and
// nobody knows in how many meanings. Parameters, results and locals are of one
// function; members are kept apart by file; globals are given up.
void ValueOrigins::leaf(const Expr *E, FlowPlace Place) {
  if (Found.size() >= MaxOrigins)
    return;
  QualType Type = E->getType();
  if (Types.depth(Type) < 0) {
    QualType Record = PageTypes::pointedRecord(Type);
    if (!Record.isNull()) {
      Place = FlowPlace();
      Place.Kind = FlowEnd::Type;
      Place.Name = typeText(Record);
    } else if (Place.Kind == FlowEnd::Global) {
      opaque(E);
      return;
    } else if (Place.Kind == FlowEnd::Member) {
      Place.UsedAt = E->getExprLoc();
    }
  }
  Origin O;
  O.Place = std::move(Place);
  O.Root = E;
  Found.push_back(std::move(O));
}

void ValueOrigins::opaque(const Expr *E) {
  Origin O;
  O.Place.Name = E->getType()->isIntegerType() ? "integer" : "void *";
  Found.push_back(std::move(O));
}

// The value of a whole macro is its result, whatever its body says; and an
// argument that went into it may be what comes out.
void ValueOrigins::visitMacros(const Expr *E, size_t First) {
  if (IsTarget || !Types.isPage(E->getType()))
    return;
  for (const MacroAround &Use : Macros.around(E)) {
    const size_t Size = Found.size();
    if (Size >= MaxOrigins)
      return;
    if (!Use.IsValue) {
      for (size_t I = First; I < Size; ++I)
        Found[I].Marks.push_back(
            {Use.Invocation, Use.Argument, Found[I].Through.size()});
      continue;
    }
    for (size_t I = First; I < Size; ++I)
      for (const Origin::Mark &M : Found[I].Marks)
        if (M.Invocation == Use.Invocation) {
          Origin HandedOn = Found[I];
          HandedOn.Through.resize(M.Length);
          HandedOn.Through.push_back(
              Use.Name + "#" +
              (M.Argument < 0 ? "?" : std::to_string(M.Argument)));
          Found.push_back(std::move(HandedOn));
          break;
        }
    Origin Result;
    Result.Place.Kind = FlowEnd::Return;
    Result.Place.Name = Use.Name;
    Found.push_back(std::move(Result));
  }
}

void ValueOrigins::visit(const Expr *E) {
  if (Depth > MaxDepth || !E || E->isTypeDependent())
    return;
  SaveAndRestore Deeper(Depth, Depth + 1);
  const size_t First = Found.size();
  step(E);
  if (!isa<ImplicitCastExpr>(E))
    visitMacros(E, First);
}

void ValueOrigins::step(const Expr *E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return visitDeclaration(Ref);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return visitMember(Member);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return visit(Cast->getSubExpr());
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return visit(Paren->getSubExpr());
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return visitCall(Call);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return visitUnary(Unary);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return visitBinary(Binary);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return visitElement(Element);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return visitChoice(Choice->getCond(), Choice->getTrueExpr(),
                       Choice->getFalseExpr());
  if (const auto *Choice = dyn_cast<BinaryConditionalOperator>(E))
    return visitChoice(Choice->getCommon(), Choice->getCommon(),
                       Choice->getFalseExpr());
  if (const auto *Block = dyn_cast<StmtExpr>(E))
    return visit(blockValue(Block));
  if (const auto *Choose = dyn_cast<ChooseExpr>(E))
    return visit(Choose->getChosenSubExpr());
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(E))
    return visit(Generic->getResultExpr());
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return visit(Full->getSubExpr());
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return visit(Temporary->getSubExpr());
  if (const auto *Value = dyn_cast<OpaqueValueExpr>(E))
    return visit(Value->getSourceExpr());
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return visit(Default->getExpr());
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
    return visit(Default->getExpr());
  if (const auto *Atomic = dyn_cast<AtomicExpr>(E))
    return visit(Atomic->getPtr());
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    if (List->getNumInits() == 1 && List->getType()->isScalarType())
      visit(List->getInit(0));
    return;
  }
  if (isa<VAArgExpr>(E)) {
    Origin O;
    O.Place.Name = "va_arg";
    Found.push_back(std::move(O));
  }
}

void ValueOrigins::visitDeclaration(const DeclRefExpr *E) {
  const auto *Variable = dyn_cast<VarDecl>(E->getDecl());
  if (!Variable) {
    if (const auto *Part = dyn_cast<BindingDecl>(E->getDecl()))
      visit(Part->getBinding());
    return;
  }
  const auto *Canonical = Variable->getCanonicalDecl();
  const Expr *Value = IsTarget ? nullptr : Paths.aliasOf(Canonical);
  if (Value)
    return visit(Value);
  FlowPlace Place;
  Place.Declaration = Variable;
  if (const auto *Param = dyn_cast<ParmVarDecl>(Variable)) {
    const auto *Function =
        dyn_cast_or_null<FunctionDecl>(Param->getParentFunctionOrMethod());
    if (!Function)
      return;
    Place.Kind = FlowEnd::Param;
    Place.Declaration = Function;
    Place.Position = Param->getFunctionScopeIndex();
  } else {
    Place.Kind = Variable->getParentFunctionOrMethod() ? FlowEnd::Local
                                                       : FlowEnd::Global;
  }
  leaf(E, std::move(Place));
}

// The hops into unnamed structs and unions are not written.
static const MemberExpr *outermostHop(const MemberExpr *E) {
  while (const auto *Hop = dyn_cast<MemberExpr>(E->getBase())) {
    if (Hop->getMemberDecl()->getIdentifier())
      break;
    E = Hop;
  }
  return E;
}

std::string pagesplit::embeddingName(const MemberExpr *E) {
  const MemberExpr *Written = outermostHop(E);
  QualType Holder = Written->getBase()->getType();
  if (Written->isArrow())
    Holder = Holder->getPointeeType();
  return typeText(Holder.getCanonicalType().getUnqualifiedType()) + "." +
         E->getMemberDecl()->getNameAsString();
}

void ValueOrigins::visitMember(const MemberExpr *E) {
  FlowPlace Place;
  Place.Declaration = E->getMemberDecl();
  if (isa<VarDecl>(E->getMemberDecl())) {
    Place.Kind = FlowEnd::Global;
    return leaf(E, std::move(Place));
  }
  if (!isa<FieldDecl>(E->getMemberDecl()))
    return;
  if (Types.depth(E->getType()) != 0 ||
      E->getMemberDecl()->getType()->isReferenceType()) {
    Place.Kind = FlowEnd::Member;
    return leaf(E, std::move(Place));
  }
  Origin O;
  O.Place.Kind = FlowEnd::Type;
  O.Place.Name = embeddingName(E);
  O.Root = outermostHop(E)->getBase();
  Found.push_back(std::move(O));
}

void ValueOrigins::visitUnary(const UnaryOperator *E) {
  const size_t First = Found.size();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return visitAddress(E->getSubExpr());
  case UO_Deref:
  case UO_Extension:
  case UO_PostInc:
  case UO_PostDec:
    return visit(E->getSubExpr());
  case UO_PreInc:
  case UO_PreDec:
    visit(E->getSubExpr());
    if (Types.depth(E->getType()) == 1)
      through(First, "+");
    return;
  default:
    return;
  }
}

void ValueOrigins::visitAddress(const Expr *Object) {
  const size_t First = Found.size();
  const Expr *Inner = Object->IgnoreParens();
  if (Types.depth(Inner->getType()) == 0)
    return visit(Inner);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Inner))
    return visit(Element->getBase());
  const auto *Unary = dyn_cast<UnaryOperator>(Inner);
  if (Unary && Unary->getOpcode() == UO_Deref)
    return visit(Unary->getSubExpr());
  if (!isa<DeclRefExpr, MemberExpr, CastExpr>(Inner))
    return;
  visit(Inner);
  through(First, "&");
}

static bool isLiteralZero(const Expr *E) {
  const auto *Number = dyn_cast<IntegerLiteral>(E->IgnoreParenImpCasts());
  return Number && Number->getValue().isZero();
}

void ValueOrigins::visitElement(const ArraySubscriptExpr *E) {
  const size_t First = Found.size();
  visit(E->getBase());
  if (Types.depth(E->getType()) == 0) {
    if (!isLiteralZero(E->getIdx()))
      through(First, "+");
    return;
  }
  // Tests are of one element, not of the array.
  if (Found.size() == First + 1 && Found[First].Through.empty())
    Found[First].Root = E;
}

void ValueOrigins::visitBinary(const BinaryOperator *E) {
  if (E->isCommaOp() || E->getOpcode() == BO_Assign)
    return visit(E->getRHS());
  if (E->isCompoundAssignmentOp()) {
    const size_t First = Found.size();
    visit(E->getLHS());
    if (Types.depth(E->getType()) == 1)
      through(First, "+");
    return;
  }
  if (E->getType()->isIntegerType())
    return visitInteger(E);
  if (!E->isAdditiveOp() || visitContainer(E))
    return;
  const size_t First = Found.size();
  visit(E->getLHS()->getType()->isAnyPointerType() ? E->getLHS() : E->getRHS());
  if (Types.depth(E->getType()) == 1)
    through(First, "+");
}

// Flag bits in a pointer's word; any other sum is no longer one value.
void ValueOrigins::visitInteger(const BinaryOperator *E) {
  if (!E->isAdditiveOp() && !E->isBitwiseOp())
    return opaque(E);
  auto IsConstant = [&](const Expr *Side) {
    return !carriesPage(Side) && !Side->isValueDependent() &&
           Side->isEvaluatable(Context);
  };
  if (IsConstant(E->getRHS()))
    return visit(E->getLHS());
  if (IsConstant(E->getLHS()))
    return visit(E->getRHS());
  if (carriesPage(E->getLHS()))
    return visit(E->getLHS());
  if (carriesPage(E->getRHS()))
    return visit(E->getRHS());
  opaque(E);
}

// The arithmetic of container_of(): what it finds is not what it was given.
bool ValueOrigins::visitContainer(const BinaryOperator *E) {
  const auto *Offset = dyn_cast<OffsetOfExpr>(E->getRHS()->IgnoreParenCasts());
  if (E->getOpcode() != BO_Sub || !Offset)
    return false;
  Origin O;
  O.Place.Name =
      Macros.isWrittenBy(Offset->getBeginLoc(),
                         [](StringRef Name) { return Name.contains("list_"); })
          ? "list_entry"
          : "container_of";
  Found.push_back(std::move(O));
  return true;
}

void ValueOrigins::visitChoice(const Expr *Condition, const Expr *True,
                               const Expr *False) {
  for (bool Outcome : {true, false}) {
    const size_t First = Found.size();
    visit(Outcome ? True : False);
    if (First == Found.size())
      continue;
    GuardFacts Facts = Tests.of(Condition, Outcome, GuardState());
    for (size_t I = First; I < Found.size(); ++I)
      Found[I].Known.insert(Found[I].Known.end(), Facts.begin(), Facts.end());
  }
}

void ValueOrigins::visitCall(const CallExpr *E) {
  switch (E->getBuiltinCallee()) {
  case 0:
    break;
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
  case Builtin::BImove:
  case Builtin::BIforward:
  case Builtin::BIas_const:
    return visit(E->getArg(0));
  case Builtin::BIaddressof:
  case Builtin::BI__builtin_addressof:
    return visitAddress(E->getArg(0));
  default:
    break;
  }
  const NamedDecl *Callee = callee(E->getCallee());
  FlowPlace Place;
  Place.Kind = Callee ? FlowEnd::Return : FlowEnd::Opaque;
  Place.Declaration = Callee;
  if (!Callee)
    Place.Name = "pointer call";
  const size_t First = Found.size();
  leaf(E, std::move(Place));
  if (First < Found.size())
    Found[First].Root = nullptr;
  if (!IsTarget && Callee)
    handOn(E, Callee);
}

void ValueOrigins::handOn(const CallExpr *E, const NamedDecl *Callee) {
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    if (Types.depth(Argument->IgnoreParenImpCasts()->getType()) < 1)
      continue;
    const size_t First = Found.size();
    visit(Argument);
    if (First < Found.size())
      through(First, calleeName(Callee) + "#" + std::to_string(I));
  }
}
