//===- Rewriters.cpp - from verdicts and uses to edits --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/rewriters/Rewriters.h"

#include "ApiCallRewriter.h"
#include "ConvertedValues.h"
#include "FieldAccessRewriter.h"

#include <memory>

using namespace llvm;
using namespace pagesplit;

std::vector<StringRef> pagesplit::rewriterWords() {
  return {
#define PAGESPLIT_REWRITER(CLASS, WORD) WORD,
#include "Rewriters.def"
  };
}

EditSet pagesplit::rewriteAll(const RewriteInput &Input) {
  EditSet Out;
  DescriptorTypes Types(Input);
  std::vector<std::unique_ptr<UseRewriter>> Rewriters;
  auto Wants = [&](StringRef Word) {
    return Input.Rewriters.empty() || Input.Rewriters.count(Word.str());
  };
#define PAGESPLIT_REWRITER(CLASS, WORD)                                        \
  if (Wants(WORD))                                                             \
    Rewriters.push_back(std::make_unique<CLASS##Rewriter>(Input, Types, Out));
#include "Rewriters.def"
  std::vector<UseChange> Changes;
  for (const PageUse &Use : Input.Uses.Uses)
    for (auto &Rewriter : Rewriters)
      if (std::optional<UseChange> Change = Rewriter->change(Use))
        Changes.push_back(std::move(*Change));
  convertValues(Input, Changes, Out);
  for (const auto &[File, Hashes] : Input.Uses.Sources)
    for (const std::string &Hash : Hashes)
      Out.addSource(File, Hash);
  return Out;
}
