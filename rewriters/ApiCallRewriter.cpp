//===- ApiCallRewriter.cpp - a call about the descriptor ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiCallRewriter.h"

#include "CallTexts.h"

using namespace llvm;
using namespace pagesplit;

std::optional<UseChange> ApiCallRewriter::change(const PageUse &Use) {
  if ((Use.Kind != UseKind::Argument && Use.Kind != UseKind::MacroArgument) ||
      !Use.CalleeWord || !Use.Value)
    return std::nullopt;
  const PlaceVerdict *Said = saidOf(Use);
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
  auto Mapped = mappedArguments(Input, Use.Arguments, *Pair, Use.Position);
  if (!Mapped) {
    refuse(Use, Refusal::MeaningDiffers, Use.Callee,
           Pair->Call + " takes other arguments");
    return std::nullopt;
  }
  Change.Edits = std::move(*Mapped);
  Change.Use = &Use;
  Change.To = To;
  Change.Rewriter = word().str();
  Change.IsHead = isHead(*Said, *To);
  Change.Edits.push_back(replacement(Use.CalleeWord.File, Use.CalleeWord.Begin,
                                     Use.Callee, Pair->Call));
  if (HasOtherEffect)
    Change.Notes.insert(noteOn(*Pair, Use));
  return Change;
}
