//===- SourceTexts.cpp - the files that findings stand in -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pagesplit/Lint/SourceTexts.h"

#include "SourceTokens.h"
#include "pagesplit/Support/ContentHash.h"
#include "pagesplit/Support/OutputFile.h"
#include "pagesplit/Support/SourceRoots.h"

using namespace llvm;
using namespace pagesplit;

SourceText::SourceText(std::string Content)
    : Text(std::move(Content)), Hash(contentHash(Text)),
      Tokens(std::make_unique<SourceTokens>(Text)) {}
SourceText::~SourceText() = default;

StringRef SourceText::line(unsigned Number) const {
  StringRef Rest = Text;
  for (unsigned I = 1; I < Number && !Rest.empty(); ++I)
    Rest = Rest.split('\n').second;
  return Rest.split('\n').first.rtrim('\r');
}

const SourceText *SourceTexts::find(StringRef File) {
  auto [Found, IsNew] = Files.try_emplace(File.str());
  if (!IsNew)
    return Found->second.get();
  Expected<std::string> Text = readFile(absoluteFrom(File, Root));
  if (Text)
    Found->second = std::make_unique<SourceText>(std::move(*Text));
  else
    consumeError(Text.takeError());
  return Found->second.get();
}

void SourceTexts::set(StringRef File, std::string Text) {
  Files[File.str()] = std::make_unique<SourceText>(std::move(Text));
}
