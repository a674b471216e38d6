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
