//===- FieldAccessRewriter.cpp - a field through the descriptor -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FieldAccessRewriter.h"

#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace pagesplit;

static bool isWord(StringRef Type) { return Type == "unsigned long"; }
static bool isPointer(StringRef Type) { return Type.ends_with("*"); }
static bool isZero(StringRef Text) { return Text == "0" || Text == "0UL"; }

constexpr StringLiteral WordCast = "(unsigned long)";

FieldAccessRewriter::FieldAccessRewriter(const RewriteInput &Input,
                                         const DescriptorTypes &Types,
                                         EditSet &Out)
    : UseRewriter(Input, Types, Out), Stepped(Input) {
  for (const PageUse &Use : Input.Uses.Uses)
    if (Use.Value && Use.Depth == 1)
      Values[Use.Value.key()] = &Use;
}

// A page that is kept in a word is cast on its way in and out.
const PageUse *FieldAccessRewriter::otherEnd(const FieldUse &At) const {
  TextSpan Page = At.Mode == "write" ? At.Written : At.Access;
  if (!Page)
    return nullptr;
  if (At.Mode == "write")
    Page.Begin += WordCast.size();
  else if (Page.Begin >= PageCast.size())
    Page.Begin -= PageCast.size();
  auto Found = Values.find(Page.key());
  return Found == Values.end() ? nullptr : Found->second;
}

// The word is a pointer to whoever wrote this: it comes from one or becomes
// one.
bool FieldAccessRewriter::isPointerHere(const FieldUse &At) const {
  if (At.Mode == "read" && At.Access)
    return textAt(Input, {At.Access.File, 0, At.Access.Begin})
        .rtrim()
        .ends_with("*)");
  return At.Mode == "write" && textAt(Input, At.Written).starts_with(WordCast);
}

// Of several fields at one place the one of the same type is meant; that of the
// same name when types do not tell.
std::string FieldAccessRewriter::fieldOf(const FieldUse &At,
                                         const DescriptorType &To) const {
  auto Found = To.Fields.find(At.Field);
  if (Found == To.Fields.end())
    return "";
  bool WantsPointer = isWord(At.Type) && isPointerHere(At);
  // Nothing is nothing of any type.
  if (isWord(At.Type) && isZero(textAt(Input, At.Written)) &&
      To.FieldTypes.count(Found->second.front()))
    return Found->second.front();
  auto Rank = [&](const std::string &Field) {
    StringRef Type = To.FieldTypes.at(Field);
    return WantsPointer ? 3 * isPointer(Type) + (Field == At.Field)
                        : 3 * (Type == At.Type) + (Field == At.Field);
  };
  std::string Best;
  for (const std::string &Field : Found->second)
    if (To.FieldTypes.count(Field) &&
        (Best.empty() || Rank(Field) > Rank(Best)))
      Best = Field;
  return Best;
}

// "struct zspage *zspage" stands between the function's start and here.
bool FieldAccessRewriter::isDeclaredAs(const TextSpan &At, StringRef Name,
                                       StringRef Type) const {
  StringRef Before = textAt(Input, {At.File, 0, At.Begin});
  Before = Before.substr(std::max<size_t>(Before.rfind("\n}"), 0) + 1);
  std::string Declared = (Type + Name).str();
  for (size_t I = Before.find(Declared); I != StringRef::npos;
       I = Before.find(Declared, I + 1))
    if (StringRef(",;)= ").contains(Before[I + Declared.size()]))
      return true;
  return false;
}

// struct page keeps pointers in a word; the descriptor calls them pointers. No
// bit changes, but the compiler wants to be told.
bool FieldAccessRewriter::retype(const FieldUse &At, StringRef NewType,
                                 std::vector<Edit> &Edits) const {
  if (!isWord(At.Type) || !isPointer(NewType))
    return false;
  if (At.Mode == "read" && At.Access) {
    unsigned Begin = At.Access.Begin;
    std::string Same = ("(" + NewType + ")").str();
    if (textAt(Input, {At.Access.File, 0, Begin}).ends_with(Same))
      Edits.push_back(
          replacement(At.Access.File, Begin - Same.size(), Same, ""));
    else if (!isPointerHere(At))
      Edits.push_back(
          wrap(At.Access.File, At.Access.Begin, At.Access.End, WordCast, "")
              .first);
    return true;
  }
  if (At.Mode != "write" || !At.Written)
    return false;
  StringRef Value = textAt(Input, At.Written);
  if (Value.starts_with(WordCast))
    Edits.push_back(replacement(
        At.Written.File, At.Written.Begin, WordCast,
        isDeclaredAs(At.Written, Value.substr(WordCast.size()), NewType)
            ? ""
            : "(void *)"));
  else if (isZero(Value))
    Edits.push_back(
        replacement(At.Written.File, At.Written.Begin, Value, "NULL"));
  else
    return false;
  return true;
}

// page_private(page) becomes page->private, set_page_private(page, value) an
// assignment; nothing when the call is no such thing.
std::optional<FieldAccessRewriter::FieldUse>
FieldAccessRewriter::accessor(const PageUse &Use, const DescriptorType &To,
                              std::vector<Edit> &Edits) const {
  const ApiPair *Pair = Input.Known.replacement(Use.Callee, To.Descriptor);
  if (!Use.Call || !Use.CalleeWord)
    return std::nullopt;
  auto Erase = [&](unsigned Begin, unsigned End, StringRef New) {
    const std::string &File = Use.Call.File;
    Edits.push_back(
        replacement(File, Begin, textAt(Input, {File, Begin, End}), New));
  };
  if (!Use.Field.empty()) {
    Erase(Use.Call.Begin, Use.Value.Begin, "");
    Erase(Use.Value.End, Use.Call.End, "->\1");
    return FieldUse{Use.Field, Use.FieldType, Use.Mode, Use.Access,
                    Use.Written};
  }
  if (!Pair || Pair->Field.empty() || Use.Arguments.size() != 2 ||
      Use.Position != 0)
    return std::nullopt;
  const TextSpan &Value = Use.Arguments[1];
  Erase(Use.Call.Begin, Use.Value.Begin, "");
  Erase(Use.Value.End, Value.Begin, "->\1 = ");
  Erase(Value.End, Use.Call.End, "");
  return FieldUse{
      Pair->Field, Types.pageFieldType(Pair->Field), "write", {}, Value};
}

std::optional<UseChange> FieldAccessRewriter::change(const PageUse &Use) {
  bool IsField = Use.Kind == UseKind::Field && Use.FieldWord;
  bool IsCall =
      Use.Kind == UseKind::MacroArgument || Use.Kind == UseKind::Argument;
  if (!Use.Value || (!IsField && !IsCall))
    return std::nullopt;
  const PlaceVerdict *Said =
      IsField
          ? Input.Verdicts.access(Use.FieldWord.File, Use.FieldWord.Begin)
          : Input.Verdicts.declaration(Use.Declared.File, Use.Declared.Begin);
  const DescriptorType *To = typeFor(Said);
  if (!To)
    return std::nullopt;
  UseChange Change;
  std::optional<FieldUse> At;
  if (IsField)
    At = FieldUse{Use.Field, Use.FieldType, Use.Mode, Use.Access, Use.Written};
  else
    At = accessor(Use, *To, Change.Edits);
  if (!At)
    return std::nullopt;
  bool IsOwn = Input.Known.isEachPages(At->Field) || Stepped.is(Use);
  if (IsOwn && !isHead(*Said, *To)) {
    refuse(Use, Refusal::ExactPage, At->Field);
    return std::nullopt;
  }
  std::string Field = fieldOf(*At, *To);
  if (Field.empty()) {
    refuse(Use, Refusal::NoDescriptorField, At->Field, To->Type);
    return std::nullopt;
  }
  StringRef NewType = To->FieldTypes.at(Field);
  if (NewType != At->Type && !retype(*At, NewType, Change.Edits)) {
    refuse(Use, Refusal::TypeDiffers, At->Field,
           At->Type + " in struct page, " + NewType.str() + " in " + To->Type);
    return std::nullopt;
  }
  for (Edit &E : Change.Edits)
    if (size_t Gap = E.Text.find('\1'); Gap != std::string::npos)
      E.Text.replace(Gap, 1, Field);
  Change.Use = &Use;
  Change.To = To;
  Change.Rewriter = word().str();
  Change.IsAccess = true;
  Change.NewType = NewType.str();
  if (NewType == To->Type + " *")
    Change.Other = otherEnd(*At);
  Change.IsHead = isHead(*Said, *To);
  if (IsField && Field != Use.Field)
    Change.Edits.push_back(
        replacement(Use.FieldWord.File, Use.FieldWord.Begin, Use.Field, Field));
  return Change;
}
