//===- UseRewriter.cpp - what one use becomes -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseRewriter.h"

using namespace llvm;
using namespace pagesplit;

StringRef pagesplit::textAt(const RewriteInput &Input, const TextSpan &Span) {
  auto Found = Input.Texts.find(Span.File);
  return Found != Input.Texts.end() && Found->second
             ? StringRef(*Found->second).slice(Span.Begin, Span.End)
             : StringRef();
}

UseRewriter::UseRewriter(const RewriteInput &Input,
                         const DescriptorTypes &Types, EditSet &Out)
    : Input(Input), Types(Types), Out(Out) {
  for (const PageDeclaration &D : Input.Uses.Declarations)
    if (D.Kind == DeclarationKind::Result && D.Body)
      Results[{D.Owner, D.Scope}] = &D;
}

const PlaceVerdict *UseRewriter::saidOf(const PageUse &Use) const {
  if (Use.Declared)
    return Input.Verdicts.declaration(Use.Declared.File, Use.Declared.Begin);
  auto Found = Results.find({Use.Called, Use.CalledScope});
  if (Use.Called.empty() || Found == Results.end())
    return nullptr;
  const TextSpan &Name = Found->second->NameWord;
  return Input.Verdicts.result(Name.File, Name.Begin);
}

const DescriptorType *UseRewriter::typeFor(const PlaceVerdict *Said) const {
  if (!Said || Said->Confidence < Input.Confidence)
    return nullptr;
  if (!Input.Descriptors.empty() && !Input.Descriptors.count(Said->Word))
    return nullptr;
  return Types.of(Said->Word);
}

void UseRewriter::refuse(const PageUse &Use, Refusal Why, StringRef Subject,
                         std::string Detail) {
  Finding F;
  F.Why = Why;
  F.Rewriter = word().str();
  F.Where = {Use.Value.File, Use.Line, Use.Column};
  F.Subject = Subject.str();
  F.Detail = std::move(Detail);
  Out.add(std::move(F));
}
