//===- Passages.cpp - how a value gets to what takes it -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallTexts.h"
#include "ListWalks.h"
#include "RetypePlan.h"
#include "Retyping.h"

using namespace llvm;
using namespace pagesplit;

const PageUse *RetypePlan::castAccess(const PageUse &Use) const {
  const TextSpan &Value = Use.Value;
  if (!textAt(Input, Value).starts_with(PageCast))
    return nullptr;
  auto Found =
      Accesses.find({Value.File, unsigned(Value.Begin + PageCast.size())});
  return Found != Accesses.end() && Found->second->Access.End == Value.End
             ? Found->second
             : nullptr;
}

// A number does not say what it was the address of.
bool RetypePlan::isUnderCast(const PageUse &Use) const {
  StringRef Before = textAt(Input, {Use.Value.File, 0, Use.Value.Begin});
  return Use.Kind == UseKind::Value && Use.Value &&
         (Before.ends_with("(unsigned long)") || Before.ends_with("(void *)"));
}

// Whether it is a page at all, or an error code.
bool RetypePlan::isTest(const PageUse &Use) const {
  return Use.Kind == UseKind::Test || ((Use.Kind == UseKind::Argument ||
                                        Use.Kind == UseKind::MacroArgument) &&
                                       Input.Known.isErrorTest(Use.Callee));
}

// A descriptor that is memory of its own is not the number that its page was,
// unless what the number is put into becomes a pointer to it.
bool RetypePlan::staysSame(const PageUse &Use,
                           const DescriptorType &From) const {
  if (!isUnderCast(Use) || !isExact(*Entities.valueOf(Use)))
    return false;
  auto End = OtherEnds.find(&Use);
  return !From.IsApart ||
         (End != OtherEnds.end() && End->second->To == &From &&
          typeOf(Entities.valueOf(*End->second->Use)) == &From);
}

// What a walk assigns, it assigns in its own body.
bool RetypePlan::isWalked(const PageUse &Source) const {
  const PageEntity *Target = Entities.targetOf(Source);
  if (Source.Value || Source.Macro.empty() || !Target)
    return false;
  return any_of(Target->Uses, [&](const PageUse *Use) {
    return isCursor(*Use) && Use->Callee == Source.Macro &&
           Use->Line == Source.Line;
  });
}

// A macro uses its cursor in more ways than one.
bool RetypePlan::isOfCursor(const PageUse &Use) const {
  auto Found = Cursors.find({Use.Call.File, Use.Line});
  return Use.Kind == UseKind::MacroArgument && Found != Cursors.end() &&
         any_of(Found->second, [&](const PageUse *Cursor) {
           return Cursor->Value.key() == Use.Value.key() &&
                  Cursor->Call.key() == Use.Call.key();
         });
}

// A walk with two cursors has one type.
bool RetypePlan::agrees(const PageUse &Cursor, const DescriptorType &To) const {
  return all_of(Cursors.at({Cursor.Call.File, Cursor.Line}),
                [&](const PageUse *Other) {
                  return Other->Call.key() != Cursor.Call.key() ||
                         typeOf(Entities.valueOf(*Other)) == &To;
                });
}

bool RetypePlan::isConversion(const PageUse &Use,
                              const DescriptorType &To) const {
  return (Use.Kind == UseKind::Argument ||
          Use.Kind == UseKind::MacroArgument) &&
         Use.CalleeWord && Use.Arguments.size() == 1 &&
         (Use.Callee == To.Lookup || Use.Callee == To.Cast);
}

// "&folio->page" or "zpdesc_page(zpdesc)" as it stands.
bool RetypePlan::isBackConversion(const PageUse &Use,
                                  const DescriptorType &To) const {
  return Use.Value && !Use.Declared &&
         innerOfPageForm(textAt(Input, Use.Value), To).has_value();
}

// "(struct page *)page->index", where the field becomes a pointer to a To.
bool RetypePlan::isCastBack(const PageUse &Use,
                            const DescriptorType &To) const {
  const PageUse *Access = castAccess(Use);
  return Access && typeOf(Entities.valueOf(*Access)) &&
         passage(*Access) == Passage::Changed &&
         Changes.at(Access)->NewType == To.Type + " *";
}

// Where pages are, descriptors cannot be put by a conversion: both sides change
// alike, or the value goes to where types do not count.
std::optional<Passage>
RetypePlan::passageOfPlace(const PageUse &Use, const DescriptorType *From,
                           const DescriptorType *Into) const {
  if (From == Into)
    return Passage::Same;
  if (From) {
    bool IsFree = Use.Kind == UseKind::Test || Use.Kind == UseKind::Target ||
                  Use.Mode == "opaque" || Use.Mode == "size";
    return IsFree ? Passage::Same : Passage::Stuck;
  }
  if (Use.Kind == UseKind::Foreign)
    return Passage::Same;
  bool IsCast = Use.Value && isExact(*Entities.targetOf(Use)) &&
                textAt(Input, Use.Value).starts_with(PlaceCast);
  return IsCast && !Into->IsApart ? Passage::FromPage : Passage::Stuck;
}

std::optional<Passage> RetypePlan::passage(const PageUse &Use) const {
  const DescriptorType *From = typeOf(Entities.valueOf(Use));
  const DescriptorType *Into = typeOf(Entities.targetOf(Use));
  if (Use.Kind == UseKind::Compare && From)
    Into = typeOf(Entities.otherOf(Use));
  if (!From && !Into)
    return std::nullopt;
  if (Use.Depth > 1)
    return passageOfPlace(Use, From, Into);
  if (From == Into || Use.Mode == "size")
    return Passage::Same;
  if (!From) {
    if ((Use.Kind == UseKind::Foreign && !Into->IsApart) || isWalked(Use))
      return Passage::Same;
    if (Use.Value && entryAs(Input, Types, Use.Value, *Into))
      return Passage::Entry;
    if (callThatGives(Input, Use, *Into))
      return Passage::Given;
    return isBackConversion(Use, *Into) || isCastBack(Use, *Into)
               ? Passage::Unwrap
               : Passage::FromPage;
  }
  if (isTest(Use) || Use.Kind == UseKind::Target)
    return Passage::Same;
  if (isConversion(Use, *From))
    return Passage::Unwrap;
  if (isOfCursor(Use) && walkOver(Input, Types, Use, *From))
    return Passage::Walk;
  if (staysSame(Use, *From))
    return Passage::Same;
  auto Changed = Changes.find(&Use);
  bool IsChanged = Changed != Changes.end() && Changed->second->To == From;
  return IsChanged && !Into ? Passage::Changed : Passage::ToPage;
}

const DescriptorType *RetypePlan::typeAt(const PageUse &Use) const {
  const DescriptorType *From = typeOf(Entities.valueOf(Use));
  return From ? From : typeOf(Entities.targetOf(Use));
}
