//===- PageRecord.cpp - struct page as the compiler laid it out -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/PageRecord.h"

#include "pagesplit/AST/ClangCompat.h"
#include "clang/AST/RecordLayout.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

bool pagesplit::isPageRecord(const RecordDecl *Record) {
  return Record && Record->getIdentifier() && Record->getName() == "page" &&
         Record->getDeclContext()->getRedeclContext()->isTranslationUnit();
}

static const RecordDecl *recordOf(QualType Type) {
  const auto *Record = Type.getCanonicalType()->getAs<RecordType>();
  return Record ? dyn_cast<RecordDecl>(Record->getDecl()) : nullptr;
}

bool pagesplit::isPageType(QualType Type) {
  return !Type.isNull() && isPageRecord(recordOf(Type));
}

std::optional<unsigned> pagesplit::pageDepth(QualType Type) {
  if (Type.isNull())
    return std::nullopt;
  Type = Type.getNonReferenceType();
  for (unsigned Depth = 0;; ++Depth) {
    if (isPageType(Type))
      return Depth;
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    else if (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    else
      return std::nullopt;
  }
}

bool pagesplit::isPagePointer(QualType Type) {
  return Type->isPointerType() && pageDepth(Type) == 1u;
}

unsigned pagesplit::pagePointerDepth(QualType Type) {
  if (Type.isNull())
    return 0;
  bool IsPointer = false;
  for (unsigned Depth = 0;; ++Depth) {
    if (isPageType(Type))
      return IsPointer ? Depth : 0;
    IsPointer = Type->isPointerType();
    if (IsPointer)
      Type = Type->getPointeeType();
    else if (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    else
      return 0;
  }
}

std::string pagesplit::typeText(QualType Type) {
  // The default options print C and C++ alike, with the tag.
  PrintingPolicy Policy{LangOptions()};
  Policy.AnonymousTagLocations = false;
  return Type.getAsString(Policy);
}

static bool isMemberOfPage(const FieldDecl *Field) {
  return Field && isPageRecord(Field->getParent());
}

std::optional<PageMember> pagesplit::findPageMember(const MemberExpr *Outer) {
  PageMember Result;
  for (const MemberExpr *M = Outer; M;) {
    const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl());
    if (!Field)
      return std::nullopt;
    Result.Chain.push_back(Field);
    if (!Field->isUnnamedBitField() && Field->getIdentifier())
      Result.Named = M;
    Result.Base = M->getBase();
    if (isMemberOfPage(Field)) {
      std::reverse(Result.Chain.begin(), Result.Chain.end());
      return Result.Named ? std::optional(Result) : std::nullopt;
    }
    // Only `.` stays within the same object.
    M = M->isArrow() ? nullptr
                     : dyn_cast<MemberExpr>(M->getBase()->IgnoreParens());
  }
  return std::nullopt;
}

static unsigned sizeOf(const FieldDecl *Field, const ASTContext &Context) {
  QualType Type = Field->getType();
  if (Type->isDependentType() || Type->isIncompleteType())
    return 0;
  if (Field->isBitField())
    return (bitWidthOf(*Field) + 7) / 8;
  return Context.getTypeSizeInChars(Type).getQuantity();
}

static bool hasLayout(const RecordDecl *Record) {
  return Record->getDefinition() && !Record->isDependentType() &&
         !Record->isInvalidDecl();
}

FieldPlace pagesplit::placeOf(const MemberChain &Chain,
                              const ASTContext &Context) {
  FieldPlace Place;
  uint64_t Bits = 0;
  for (const FieldDecl *Field : Chain) {
    const RecordDecl *Parent = Field->getParent();
    if (Parent->isUnion())
      Place.Arm += (Place.Arm.empty() ? "" : "/") +
                   std::to_string(Bits / Context.getCharWidth()) + "#" +
                   std::to_string(Field->getFieldIndex());
    if (hasLayout(Parent))
      Bits += Context.getFieldOffset(Field);
    if (!Field->getIdentifier())
      continue;
    std::string Name = Field->getName().str();
    if (Place.Field.empty())
      Place.Field = Name;
    Place.Path += (Place.Path.empty() ? "" : ".") + Name;
  }
  Place.Offset = Bits / Context.getCharWidth();
  Place.Size = sizeOf(Chain.back(), Context);
  return Place;
}

static const RecordDecl *anonymousRecord(const FieldDecl *Field) {
  return Field->isAnonymousStructOrUnion() ? recordOf(Field->getType())
                                           : nullptr;
}

static void listMembers(const RecordDecl *Record, MemberChain &Chain,
                        const ASTContext &Context,
                        std::vector<MemberPlace> &Out) {
  for (const FieldDecl *Field : Record->fields()) {
    Chain.push_back(Field);
    if (const RecordDecl *Inner = anonymousRecord(Field))
      listMembers(Inner, Chain, Context, Out);
    else if (Field->getIdentifier())
      Out.push_back({placeOf(Chain, Context), typeText(Field->getType())});
    Chain.pop_back();
  }
}

std::vector<MemberPlace> pagesplit::membersOf(const RecordDecl *Definition,
                                              const ASTContext &Context) {
  std::vector<MemberPlace> Members;
  MemberChain Chain;
  if (hasLayout(Definition))
    listMembers(Definition, Chain, Context, Members);
  return Members;
}
