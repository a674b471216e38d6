//===- PageTypes.cpp - which types can carry a page -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PageTypes.h"

#include "pagesplit/AST/PageRecord.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

int PageTypes::depth(QualType Type) {
  if (Type.isNull())
    return -1;
  auto [Known, IsNew] = Depths.try_emplace(Type.getTypePtr(), -1);
  if (!IsNew)
    return Known->second;
  std::optional<unsigned> Found = pageDepth(Type);
  return Known->second = Found ? static_cast<int>(*Found) : -1;
}

bool PageTypes::isPage(QualType Type) {
  int Depth = depth(Type);
  return Depth > 0 || (Depth == 0 && Type->isReferenceType());
}

bool PageTypes::canHide(QualType Type) const {
  if (Type->isAnyPointerType() || Type->isReferenceType() ||
      Type->isArrayType() || Type->isNullPtrType())
    return true;
  return Type->isIntegerType() && !Type->isIncompleteType() &&
         Context.getTypeSize(Type) >= Context.getTypeSize(Context.VoidPtrTy);
}

static QualType calledType(QualType Type) {
  while (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  Type = Type.getNonReferenceType();
  while (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type;
}

bool PageTypes::isSlot(QualType Type) {
  if (Type.isNull() || Type->isDependentType())
    return false;
  const auto *Called = calledType(Type)->getAs<FunctionType>();
  if (!Called)
    return false;
  auto [Known, IsNew] = Slots.try_emplace(Called, false);
  if (!IsNew)
    return Known->second;
  bool HasPage = isPage(Called->getReturnType());
  if (const auto *Prototype = dyn_cast<FunctionProtoType>(Called))
    for (QualType Param : Prototype->param_types())
      HasPage |= isPage(Param);
  return Slots[Called] = HasPage;
}

static QualType innermost(QualType Type) {
  Type = Type.getNonReferenceType();
  while (true) {
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    else if (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    else
      return Type;
  }
}

bool PageTypes::isLink(QualType Type) {
  if (Type.isNull() || Type->isDependentType())
    return false;
  auto [Known, IsNew] = Links.try_emplace(Type.getTypePtr(), false);
  if (!IsNew)
    return Known->second;
  const RecordDecl *Record = innermost(Type)->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record || Record->field_empty())
    return false;
  const auto *Own = Record->getCanonicalDecl();
  const bool IsLink = all_of(Record->fields(), [&](const FieldDecl *Field) {
    const RecordDecl *To =
        Field->getType()->isPointerType()
            ? Field->getType()->getPointeeType()->getAsRecordDecl()
            : nullptr;
    return To && To->getCanonicalDecl() == Own;
  });
  return Links[Type.getTypePtr()] = IsLink;
}

QualType PageTypes::pointedRecord(QualType Type) {
  QualType Inner = innermost(Type);
  if (Inner == Type.getNonReferenceType() || !Inner->isRecordType())
    return QualType();
  return Inner.getCanonicalType().getUnqualifiedType();
}
