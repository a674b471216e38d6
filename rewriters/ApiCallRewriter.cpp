//===- ApiCallRewriter.cpp - a call about the descriptor ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiCallRewriter.h"

using namespace llvm;
using namespace pagesplit;

// Arguments that change places are written anew one by one, so that the page
// among them can still be edited: it must stay where it is.
bool ApiCallRewriter::mapArguments(const PageUse &Use, const ApiPair &Pair,
                                   UseChange &Change) {
  if (Pair.Arguments.empty())
    return true;
  if (Pair.Arguments.size() != Use.Arguments.size())
    return false;
  StringRef Text = *Input.Texts.at(Use.Call.File);
  for (unsigned I = 0; I < Use.Arguments.size(); ++I) {
    unsigned From = 0;
    if (StringRef(Pair.Arguments[I]).getAsInteger(10, From) ||
        From >= Use.Arguments.size())
      return false;
    if (From == I)
      continue;
    if (int(From) == Use.Position || int(I) == Use.Position)
      return false;
    const TextSpan &Old = Use.Arguments[I], &New = Use.Arguments[From];
    Change.Edits.push_back(replacement(Old.File, Old.Begin,
                                       Text.substr(Old.Begin, Old.length()),
                                       Text.substr(New.Begin, New.length())));
  }
  return true;
}

std::optional<UseChange> ApiCallRewriter::change(const PageUse &Use) {
  if ((Use.Kind != UseKind::Argument && Use.Kind != UseKind::MacroArgument) ||
      !Use.CalleeWord || !Use.Value || !Use.Declared)
    return std::nullopt;
  const PlaceVerdict *Said =
      Input.Verdicts.declaration(Use.Declared.File, Use.Declared.Begin);
  const DescriptorType *To = typeFor(Said);
  if (!To)
    return std::nullopt;
  const ApiPair *Pair = Input.Known.replacement(Use.Callee, To->Descriptor);
  if (!Pair)
    return std::nullopt;
  if (!Pair->Field.empty() || !Use.Field.empty())
    return std::nullopt;
  if (Pair->Call.empty()) {
    refuse(Use, Refusal::NoDescriptorCall, Use.Callee, Pair->Caveat);
    return std::nullopt;
  }
  bool HasOtherEffect = false;
  for (Difference How : Pair->Differs) {
    HasOtherEffect |= How == Difference::Effect;
    if (How == Difference::Effect ||
        (How == Difference::Exact && isHead(*Said, *To)))
      continue;
    bool IsExact = How == Difference::Exact;
    refuse(Use, IsExact ? Refusal::ExactPage : Refusal::MeaningDiffers,
           Use.Callee, Pair->Call);
    return std::nullopt;
  }
  UseChange Change;
  if (!mapArguments(Use, *Pair, Change)) {
    refuse(Use, Refusal::MeaningDiffers, Use.Callee,
           Pair->Call + " takes other arguments");
    return std::nullopt;
  }
  Change.Use = &Use;
  Change.To = To;
  Change.Rewriter = word().str();
  Change.IsHead = isHead(*Said, *To);
  Change.Edits.push_back(replacement(Use.CalleeWord.File, Use.CalleeWord.Begin,
                                     Use.Callee, Pair->Call));
  if (HasOtherEffect)
    Change.Notes.insert(Use.Value.File + ":" + std::to_string(Use.Line) + ": " +
                        Use.Callee + "() becomes " + Pair->Call +
                        "(): " + Pair->Caveat);
  return Change;
}
