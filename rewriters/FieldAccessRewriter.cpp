//===- FieldAccessRewriter.cpp - a field through the descriptor -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FieldAccessRewriter.h"

#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace pagesplit;

// Of several fields at one place the one of the same type is meant; that of the
// same name when types do not tell.
std::string FieldAccessRewriter::fieldOf(const PageUse &Use,
                                         const DescriptorType &To) const {
  auto Found = To.Fields.find(Use.Field);
  if (Found == To.Fields.end())
    return "";
  std::string Best;
  for (const std::string &Field : Found->second) {
    auto Type = To.FieldTypes.find(Field);
    if (Type == To.FieldTypes.end())
      continue;
    bool IsBetter = Type->second == Use.FieldType || Field == Use.Field;
    if (Best.empty() || IsBetter)
      Best = Field;
    if (Type->second == Use.FieldType)
      return Best;
  }
  return Best;
}

static bool isWord(StringRef Type) { return Type == "unsigned long"; }
static bool isPointer(StringRef Type) { return Type == "void *"; }

// struct page keeps pointers in a word; the descriptor calls them pointers. No
// bit changes, but the compiler wants to be told.
bool FieldAccessRewriter::retype(const PageUse &Use, StringRef NewType,
                                 std::vector<Edit> &Edits) const {
  if (!isWord(Use.FieldType) || !isPointer(NewType))
    return false;
  if (Use.Mode == "read" && Use.Access) {
    Edits.push_back(wrap(Use.Access.File, Use.Access.Begin, Use.Access.End,
                         "(unsigned long)", "")
                        .first);
    return true;
  }
  if (Use.Mode != "write" || !Use.Written || Use.Written.File != Use.Value.File)
    return false;
  auto Text = Input.Texts.find(Use.Written.File);
  if (Text == Input.Texts.end() || !Text->second)
    return false;
  StringRef Value =
      StringRef(*Text->second).substr(Use.Written.Begin, Use.Written.length());
  StringRef Cast = "(unsigned long)";
  if (Value.starts_with(Cast))
    Edits.push_back(
        replacement(Use.Written.File, Use.Written.Begin, Cast, "(void *)"));
  else if (Value == "0" || Value == "0UL")
    Edits.push_back(
        replacement(Use.Written.File, Use.Written.Begin, Value, "NULL"));
  else
    return false;
  return true;
}

std::optional<UseChange> FieldAccessRewriter::change(const PageUse &Use) {
  if (Use.Kind != UseKind::Field || !Use.FieldWord || !Use.Value)
    return std::nullopt;
  const PlaceVerdict *Said =
      Input.Verdicts.access(Use.FieldWord.File, Use.FieldWord.Begin);
  const DescriptorType *To = typeFor(Said);
  if (!To)
    return std::nullopt;
  if (Input.Known.isEachPages(Use.Field) && !Said->IsHead) {
    refuse(Use, Refusal::ExactPage, Use.Field);
    return std::nullopt;
  }
  std::string Field = fieldOf(Use, *To);
  if (Field.empty()) {
    refuse(Use, Refusal::NoDescriptorField, Use.Field, To->Type);
    return std::nullopt;
  }
  UseChange Change;
  Change.Use = &Use;
  Change.To = To;
  Change.Rewriter = word().str();
  Change.IsAccess = true;
  Change.IsHead = Said->IsHead;
  if (Field != Use.Field)
    Change.Edits.push_back(
        replacement(Use.FieldWord.File, Use.FieldWord.Begin, Use.Field, Field));
  StringRef NewType = To->FieldTypes.at(Field);
  if (NewType != Use.FieldType && !retype(Use, NewType, Change.Edits)) {
    refuse(Use, Refusal::TypeDiffers, Use.Field,
           Use.FieldType + " in struct page, " + NewType.str() + " in " +
               To->Type);
    return std::nullopt;
  }
  return Change;
}
