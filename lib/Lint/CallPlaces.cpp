//===- CallPlaces.cpp - where a call stands in the text -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallPlaces.h"

using namespace llvm;
using namespace pagesplit;

static bool isCall(const SourceTokens &Tokens, size_t Name) {
  return Name + 1 < Tokens.size() && Tokens[Name].isWord() &&
         Tokens[Name + 1].Text == "(";
}

static std::optional<TokenRange> callAt(const SourceTokens &Tokens, size_t Name,
                                        StringRef Callee) {
  if (!isCall(Tokens, Name) || Tokens[Name].Text != Callee)
    return std::nullopt;
  size_t Close = Tokens.closing(Name + 1);
  return TokenRange{Name, std::min(Close + 1, Tokens.size())};
}

static std::optional<TokenRange> callOutside(const SourceTokens &Tokens,
                                             size_t At, StringRef Callee) {
  // No argument list of a kernel is longer.
  constexpr size_t Far = 512;
  unsigned Depth = 0;
  for (size_t I = At; I-- > 0 && At - I < Far;) {
    StringRef T = Tokens[I].Text;
    if (T == ")" || T == "]")
      ++Depth;
    else if (T == "}" || T == "{" || (T == ";" && Depth == 0))
      return std::nullopt;
    else if (T != "(" && T != "[")
      continue;
    else if (Depth > 0)
      --Depth;
    else if (I > 0)
      if (std::optional<TokenRange> Call = callAt(Tokens, I - 1, Callee))
        return Call;
  }
  return std::nullopt;
}

std::vector<TokenRange> pagesplit::callsAround(const SourceTokens &Tokens,
                                               size_t At, StringRef Callee) {
  if (std::optional<TokenRange> Call = callAt(Tokens, At, Callee))
    return {*Call};
  if (std::optional<TokenRange> Call = callOutside(Tokens, At, Callee))
    return {*Call};
  std::vector<TokenRange> Calls;
  if (!isCall(Tokens, At))
    return Calls;
  size_t Close = Tokens.closing(At + 1);
  for (size_t I = At + 2; I < Close; ++I)
    if (std::optional<TokenRange> Call = callAt(Tokens, I, Callee))
      Calls.push_back(*Call);
  return Calls;
}
