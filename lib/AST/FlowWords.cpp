//===- FlowWords.cpp - pointers that are kept in words of a page ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowBody.h"

#include "pagesplit/AST/PageRecord.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

/// A field of a page, or of a struct that begins with one.
struct FlowBody::WordOfPage {
  const Expr *Page = nullptr;
  std::string Field;
  QualType Holder;   ///< the other struct; null: struct page
  QualType Declared; ///< the type of the field; null: a call names it
};

// Values and lvalues are taken apart this far.
static constexpr unsigned MaxSteps = 64;

// struct folio has a struct page in a union at its start.
static bool beginsWithPage(const RecordDecl *Record) {
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || Record->isDependentType())
    return false;
  for (const FieldDecl *Field : Record->fields()) {
    if (isPageType(Field->getType()))
      return true;
    if (Field->isAnonymousStructOrUnion() &&
        beginsWithPage(Field->getType()->getAsRecordDecl()))
      return true;
    if (!Record->isUnion())
      return false;
  }
  return false;
}

// The struct behind a pointer that says whose it is. A page, what begins with
// one, and what lists are linked by belong to anybody.
QualType FlowBody::tellingPointee(QualType Type) {
  if (!Type->isPointerType())
    return QualType();
  QualType Struct =
      Type->getPointeeType().getCanonicalType().getUnqualifiedType();
  const RecordDecl *Record = Struct->getAsRecordDecl();
  if (!Record || isPageRecord(Record) || Unit.Types.isLink(Struct) ||
      beginsWithPage(Record) ||
      !(Record->getIdentifier() || Record->getTypedefNameForAnonDecl()))
    return QualType();
  return Struct;
}

// *(volatile typeof(x) *)&x, as in READ_ONCE(x), is x.
static const Expr *derefOfAddress(const Expr *E) {
  const auto *Deref = dyn_cast<UnaryOperator>(E);
  if (!Deref || Deref->getOpcode() != UO_Deref)
    return nullptr;
  const auto *Address =
      dyn_cast<UnaryOperator>(Deref->getSubExpr()->IgnoreParenCasts());
  return Address && Address->getOpcode() == UO_AddrOf ? Address->getSubExpr()
                                                      : nullptr;
}

// The field that the lvalue E is.
std::optional<FlowBody::WordOfPage> FlowBody::wordAt(const Expr *E) {
  for (unsigned Step = 0; Step < MaxSteps; ++Step) {
    E = E->IgnoreParens();
    const Expr *Object = derefOfAddress(E);
    if (!Object)
      break;
    E = Object;
  }
  const auto *Member = dyn_cast<MemberExpr>(E);
  if (!Member || Member->getType()->isArrayType() ||
      !Unit.Types.canHide(Member->getType()))
    return std::nullopt;
  WordOfPage Word;
  Word.Declared = Member->getType();
  if (std::optional<PageMember> Found = findPageMember(Member)) {
    Word.Page = Found->Base;
    Word.Field = placeOf(Found->Chain, Unit.Context).Path;
    return Word;
  }
  Word.Field = Member->getMemberDecl()->getNameAsString();
  const MemberExpr *Written = outermostHop(Member);
  QualType Holder = Written->getBase()->getType();
  if (Written->isArrow())
    Holder = Holder->getPointeeType();
  Word.Holder = Holder.getCanonicalType().getUnqualifiedType();
  if (!beginsWithPage(Word.Holder->getAsRecordDecl()))
    return std::nullopt;
  Word.Page = Written->getBase();
  return Word;
}

// What a sum or a mask with a constant leaves of a pointer; null: E is none.
const Expr *FlowBody::withoutFlags(const Expr *E) {
  const auto *Sum = dyn_cast<BinaryOperator>(E);
  if (!Sum || (!Sum->isAdditiveOp() && !Sum->isBitwiseOp()) ||
      isContainerOf(Sum))
    return nullptr;
  auto IsConstant = [&](const Expr *Side) {
    return !Side->isValueDependent() && Side->isEvaluatable(Unit.Context);
  };
  if (IsConstant(Sum->getRHS()))
    return Sum->getLHS();
  return IsConstant(Sum->getLHS()) ? Sum->getRHS() : nullptr;
}

static bool namesAnotherPointee(const CastExpr *E) {
  return E->getCastKind() == CK_BitCast ||
         E->getCastKind() == CK_IntegralToPointer;
}

// The field whose value E has, not counting flag bits; a cast to another struct
// in between has had its say already.
std::optional<FlowBody::WordOfPage> FlowBody::wordReadBy(const Expr *E) {
  for (unsigned Step = 0; E && Step < MaxSteps; ++Step) {
    E = E->IgnoreParens();
    if (isa<MemberExpr>(E) || derefOfAddress(E))
      return wordAt(E);
    if (const auto *Cast = dyn_cast<CastExpr>(E);
        Cast && namesAnotherPointee(Cast) &&
        !tellingPointee(Cast->getType()).isNull())
      return std::nullopt;
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      const WordCall *Known = Callee && Callee->getIdentifier()
                                  ? Unit.Known.wordCall(Callee->getName())
                                  : nullptr;
      if (!Known || Known->Value || Known->Page >= Call->getNumArgs() ||
          !Values.carriesPage(Call->getArg(Known->Page)))
        return std::nullopt;
      return WordOfPage{Call->getArg(Known->Page), Known->Field, QualType(),
                        QualType()};
    }
    const Expr *Pointer = withoutFlags(E);
    E = Pointer ? Pointer : Values.carrier(E);
  }
  return std::nullopt;
}

// The structs that the value of E may point to: what is behind all casts, or
// else what the innermost of them says.
void FlowBody::pointees(const Expr *E, QualType Outer,
                        SmallVectorImpl<QualType> &Into) {
  for (unsigned Step = 0; E && Step < MaxSteps; ++Step) {
    E = E->IgnoreParens();
    if (Unit.Types.isPage(E->getType()))
      return;
    if (QualType Here = tellingPointee(E->getType()); !Here.isNull())
      Outer = Here;
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      pointees(Choice->getTrueExpr(), Outer, Into);
      return pointees(Choice->getFalseExpr(), Outer, Into);
    }
    if (E->isNullPointerConstant(Unit.Context,
                                 Expr::NPC_ValueDependentIsNotNull))
      return;
    const Expr *Pointer = withoutFlags(E);
    E = Pointer ? Pointer : Values.carrier(E);
  }
  if (!Outer.isNull() && !llvm::is_contained(Into, Outer))
    Into.push_back(Outer);
}

void FlowBody::put(const WordOfPage &Word, const Expr *Value,
                   SourceRange Range) {
  SmallVector<QualType, 1> Pointees;
  pointees(Value, QualType(), Pointees);
  for (QualType Pointee : Pointees) {
    FlowPlace To;
    To.Kind = FlowEnd::Field;
    To.Name = Word.Field;
    To.Pointee = Pointee;
    if (Word.Holder.isNull()) {
      show(FlowForm::Put, Word.Page, To, Range);
      continue;
    }
    FlowSite Site;
    Site.Form = FlowForm::Put;
    Site.From.Kind = FlowEnd::Type;
    Site.From.Name = typeText(Word.Holder);
    Site.To = std::move(To);
    Site.Range = Range;
    Site.Owner = Owner;
    Unit.show(Site);
  }
}

// page->private = (unsigned long)pool.
void FlowBody::assignWord(const Expr *Target, const Expr *Value,
                          SourceRange Range) {
  if (std::optional<WordOfPage> Word = wordAt(Target))
    put(*Word, Value, Range);
}

// set_page_private(page, (unsigned long)pool).
void FlowBody::wordCall(const WordCall &Call, const CallExpr *E) {
  if (!Call.Value || std::max(Call.Page, *Call.Value) >= E->getNumArgs())
    return;
  WordOfPage Word;
  Word.Page = E->getArg(Call.Page);
  Word.Field = Call.Field;
  if (!Values.carriesPage(Word.Page)) {
    Word.Holder =
        PageTypes::pointedRecord(Word.Page->IgnoreParenImpCasts()->getType());
    if (Word.Holder.isNull())
      return;
  }
  put(Word, E->getArg(*Call.Value), E->getSourceRange());
}

// (struct pool *)page->private, also where the cast is not written. What the
// field is declared as says no more than that it is used.
void FlowBody::takeFromWord(const CastExpr *E) {
  if (!namesAnotherPointee(E) || E->getType()->isDependentType())
    return;
  QualType Pointee = tellingPointee(E->getType());
  if (Pointee.isNull())
    return;
  std::optional<WordOfPage> Word = wordReadBy(E->getSubExpr());
  if (!Word || !Word->Holder.isNull() ||
      (!Word->Declared.isNull() && tellingPointee(Word->Declared) == Pointee))
    return;
  FlowPlace To;
  To.Kind = FlowEnd::Field;
  To.Name = Word->Field;
  To.Pointee = Pointee;
  show(FlowForm::Take, Word->Page, To, E->getSourceRange());
}
