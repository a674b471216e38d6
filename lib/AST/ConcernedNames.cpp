//===- ConcernedNames.cpp - which names can lead to a page ----------------===//
//---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/AST/ConcernedNames.h"

#include "pagesplit/AST/PageRecord.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;
using namespace pagesplit;

// Every struct and union that an expression of this type can be taken apart to
// without naming a member.
template <typename Fn> static void eachRecord(QualType Type, Fn See) {
  SmallVector<QualType, 8> Left = {Type};
  while (!Left.empty()) {
    Type = Left.pop_back_val();
    if (Type.isNull())
      continue;
    if (Type->isPointerType()) {
      Left.push_back(Type->getPointeeType());
    } else if (const ArrayType *Array = Type->getAsArrayTypeUnsafe()) {
      Left.push_back(Array->getElementType());
    } else if (const auto *Atomic = Type->getAs<AtomicType>()) {
      Left.push_back(Atomic->getValueType());
    } else if (const auto *Function = Type->getAs<FunctionType>()) {
      Left.push_back(Function->getReturnType());
      if (const auto *Prototype = dyn_cast<FunctionProtoType>(Function))
        Left.append(Prototype->param_type_begin(), Prototype->param_type_end());
    } else if (const RecordDecl *Record = Type->getAsRecordDecl()) {
      See(Record);
    }
  }
}

static bool embedsPage(const RecordDecl *Record) {
  return any_of(Record->fields(), [](const FieldDecl *Field) {
    const RecordDecl *Inner = Field->getType()->getAsRecordDecl();
    Inner = Inner ? Inner->getDefinition() : nullptr;
    return isPageType(Field->getType()) ||
           (Inner && Field->isAnonymousStructOrUnion() && embedsPage(Inner));
  });
}

// A struct of nothing but pointers to itself.
static bool isLink(const RecordDecl *Record) {
  return !Record->field_empty() &&
         all_of(Record->fields(), [&](const FieldDecl *Field) {
           if (!Field->getType()->isPointerType())
             return false;
           const RecordDecl *To =
               Field->getType()->getPointeeType()->getAsRecordDecl();
           return To && To->getCanonicalDecl() == Record->getCanonicalDecl();
         });
}

bool ConcernedNames::concerns(QualType Type, const IdentifierInfo *Waiting) {
  bool Does = false;
  eachRecord(Type, [&](const RecordDecl *Record) {
    const auto *Canonical = cast<RecordDecl>(Record->getCanonicalDecl());
    if (isPageRecord(Record) || Records.contains(Canonical))
      Does = true;
    else if (Waiting && !Record->getDefinition())
      Open[Canonical].push_back(Waiting);
  });
  return Does;
}

void ConcernedNames::addName(const NamedDecl *D, QualType Type) {
  const IdentifierInfo *Name = D->getIdentifier();
  if (Name && !Concerned.contains(Name) && concerns(Type, Name))
    Concerned.insert(Name);
}

void ConcernedNames::addConcerned(const RecordDecl *Record) {
  const auto *Canonical = cast<RecordDecl>(Record->getCanonicalDecl());
  if (const IdentifierInfo *Tag = Record->getIdentifier())
    Concerned.insert(Tag);
  Records.insert(Canonical);
  if (auto Waiting = Open.find(Canonical); Waiting != Open.end())
    Concerned.insert(Waiting->second.begin(), Waiting->second.end());
}

void ConcernedNames::addRecord(const RecordDecl *Record) {
  const bool IsWhole = Record->isCompleteDefinition();
  if (isPageRecord(Record) ||
      (IsWhole && (embedsPage(Record) || isLink(Record))))
    addConcerned(Record);
  if (!IsWhole)
    return;
  // The members of a page are only reached through one; naming them costs
  // nothing and keeps builtin offsets in.
  for (const FieldDecl *Field : Record->fields())
    if (isPageRecord(Record) && Field->getIdentifier())
      Concerned.insert(Field->getIdentifier());
    else
      addName(Field, Field->getType());
}

void ConcernedNames::add(const Decl *D) {
  if (const auto *Record = dyn_cast<RecordDecl>(D))
    addRecord(Record);
  else if (const auto *Value = dyn_cast<ValueDecl>(D))
    addName(Value, Value->getType());
  else if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D))
    addName(Typedef, Typedef->getUnderlyingType());
}

// A callback, or what it is given in a void *, may go on to another function:
// that is a move, whatever is in it.
static bool handsOn(const FunctionDecl *F) {
  return any_of(F->parameters(), [](const ParmVarDecl *Param) {
    return Param->getType()->isFunctionPointerType() ||
           Param->getType()->isVoidPointerType();
  });
}

bool ConcernedNames::mayConcern(const FunctionDecl *F, Preprocessor &Tokens) {
  if (F->getASTContext().getLangOpts().CPlusPlus || handsOn(F) ||
      concerns(F->getType(), nullptr))
    return true;
  bool Found = false;
  Token Next;
  Tokens.EnableBacktrackAtThisPos();
  for (unsigned Braces = 1; Braces && !Found;) {
    Tokens.Lex(Next);
    if (Next.is(tok::l_brace))
      ++Braces;
    else if (Next.is(tok::r_brace))
      --Braces;
    else if (Next.is(tok::eof))
      Found = true; // an error, for the parser to name
    else if (!Next.isAnnotation() && Next.getIdentifierInfo())
      Found = Concerned.contains(Next.getIdentifierInfo());
  }
  Tokens.Backtrack();
  return Found;
}
