//===- ApiCallRewriter.cpp - a call about the descriptor ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiCallRewriter.h"

#include "CallTexts.h"
#include "IntroducedDescriptor.h"

using namespace llvm;
using namespace pagesplit;

ApiCallRewriter::ApiCallRewriter(const RewriteInput &Input,
                                 const DescriptorTypes &Types, EditSet &Out)
    : UseRewriter(Input, Types, Out) {
  for (const PageDeclaration &D : Input.Uses.Declarations)
    if (D.Kind == DeclarationKind::Parameter && D.NameWord)
      Parameters.try_emplace({D.Owner, D.Scope, D.Position}, &D);
}

// Of "virt_to_page(pmd)" nothing is concluded, but whoever takes it takes pages
// of one kind. That is enough where a call gives their descriptor, so that
// nothing has to be converted.
const PlaceVerdict *ApiCallRewriter::saidOfTaker(const PageUse &Use) const {
  if (Use.Declared || Use.Kind != UseKind::Argument)
    return nullptr;
  auto Found = Parameters.find({Use.Callee, Use.CalleeScope, Use.Position});
  if (Found == Parameters.end())
    return nullptr;
  const TextSpan &Name = Found->second->NameWord;
  const PlaceVerdict *Said = Input.Verdicts.declaration(Name.File, Name.Begin);
  const DescriptorType *To = typeFor(Said);
  return To && callThatGives(Input, Use, *To) ? Said : nullptr;
}

std::optional<UseChange> ApiCallRewriter::change(const PageUse &Use) {
  if ((Use.Kind != UseKind::Argument && Use.Kind != UseKind::MacroArgument) ||
      !Use.CalleeWord || !Use.Value)
    return std::nullopt;
  const PlaceVerdict *Said = saidOf(Use);
  if (!Said)
    Said = saidOfTaker(Use);
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
  if (!mayCall(Input, Pair->Call, Use, Use.CalleeWord.File)) {
    refuse(Use, Refusal::NeedsAnother, Use.Callee,
           Pair->Call + " cannot be had here");
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
