//===- ListWalks.cpp - macros that take a type and a member ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ListWalks.h"

#include "CallTexts.h"

using namespace llvm;
using namespace pagesplit;

bool pagesplit::isCursor(const PageUse &Use) {
  return Use.Kind == UseKind::MacroArgument &&
         (Use.Mode == "target" || Use.Mode == "object");
}

// The field of To that lies where Field does and has its type.
static std::string memberFor(const DescriptorTypes &Types, StringRef Field,
                             const DescriptorType &To) {
  std::string Type = Types.pageFieldType(Field);
  auto Found = To.Fields.find(Field.str());
  if (Type.empty() || Found == To.Fields.end())
    return "";
  for (const std::string &Member : Found->second) {
    auto Has = To.FieldTypes.find(Member);
    if (Has != To.FieldTypes.end() && Has->second == Type)
      return Member;
  }
  return "";
}

static std::optional<Edit> memberAmong(const RewriteInput &Input,
                                       const DescriptorTypes &Types,
                                       ArrayRef<TextSpan> Arguments,
                                       const DescriptorType &To) {
  for (const TextSpan &Argument : Arguments) {
    StringRef Field = textAt(Input, Argument);
    std::string Member = memberFor(Types, Field, To);
    if (!Member.empty())
      return replacement(Argument.File, Argument.Begin, Field, Member);
  }
  return std::nullopt;
}

std::optional<Edit> pagesplit::walkOver(const RewriteInput &Input,
                                        const DescriptorTypes &Types,
                                        const PageUse &Use,
                                        const DescriptorType &To) {
  return memberAmong(Input, Types, Use.Arguments, To);
}

std::optional<std::vector<Edit>>
pagesplit::entryAs(const RewriteInput &Input, const DescriptorTypes &Types,
                   const TextSpan &Value, const DescriptorType &To) {
  std::vector<TextSpan> Arguments = argumentsOf(Input, Value);
  constexpr StringLiteral Page = "struct page";
  for (const TextSpan &Argument : Arguments) {
    if (textAt(Input, Argument) != Page)
      continue;
    std::optional<Edit> Member = memberAmong(Input, Types, Arguments, To);
    if (!Member)
      return std::nullopt;
    return std::vector<Edit>{
        replacement(Argument.File, Argument.Begin, Page, To.Type), *Member};
  }
  return std::nullopt;
}

ListEntries::ListEntries(const RewriteInput &Input) {
  for (const PageUse &Use : Input.Uses.Uses)
    if (Use.Depth == 1 && !Use.Declared &&
        textAt(Input, Use.Value).contains("struct page,"))
      ByFile[Use.Value.File].push_back(&Use);
}

const PageUse *ListEntries::around(const PageUse &Access) const {
  auto Found = ByFile.find(Access.Access.File);
  if (Access.Mode != "address" || Found == ByFile.end())
    return nullptr;
  const PageUse *Around = nullptr;
  for (const PageUse *Use : Found->second)
    if (Use->Value.Begin < Access.Access.Begin &&
        Access.Access.End < Use->Value.End &&
        (!Around || Use->Value.length() < Around->Value.length()))
      Around = Use;
  return Around;
}

std::vector<Edit> pagesplit::pageOfEntry(const RewriteInput &Input,
                                         const DescriptorTypes &Types,
                                         const PageUse &Entry,
                                         const DescriptorType &To) {
  std::optional<std::vector<Edit>> Edits =
      entryAs(Input, Types, Entry.Value, To);
  if (!Edits || To.toPage("x").empty())
    return {};
  const Edit &Member = Edits->back();
  const PlaceVerdict *Said = Input.Verdicts.access(Member.File, Member.Offset);
  if (!Said || Said->Word != To.Descriptor)
    return {};
  llvm::erase_if(*Edits, [](const Edit &E) { return E.Was == E.Text; });
  std::string Form = pageForm(Input, Entry.Value, To);
  auto [Open, Close] = StringRef(Form).split('\1');
  auto [First, Last] =
      wrap(Entry.Value.File, Entry.Value.Begin, Entry.Value.End, Open, Close);
  Edits->push_back(First);
  Edits->push_back(Last);
  return std::move(*Edits);
}
